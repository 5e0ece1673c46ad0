import IndexStorage
import Synchronization
import TextAnalysis

/// An immutable view of an index, safe to share between threads.
///
/// It goes on answering while the index is updated: what a commit replaces stays open here.
public final class Snapshot: Sendable {
  let list: SegmentList
  let vectors = DocumentVectors()
  let latent = Mutex<LatentSpace?>(nil)
  let termLists = Mutex(TermLists())
  /// The bytes that the writer attached.
  public let attachment: [UInt8]
  /// Tells the states of an index apart: the hash of its manifest; 0 in memory.
  package let manifestHash: UInt64
  /// Where the index is; nil: in memory.
  let folder: IndexFolder?

  init(
    _ list: SegmentList, attachment: [UInt8], manifestHash: UInt64 = 0,
    folder: IndexFolder? = nil
  ) {
    self.list = list
    self.attachment = attachment
    self.manifestHash = manifestHash
    self.folder = folder
  }

  /// Opens the bytes of one segment; `name` stands for its path in messages.
  package convenience init(segmentBytes bytes: [UInt8], named name: String) throws(IndexError) {
    let reader = try SegmentReader(FileBytes(bytes, named: name))
    self.init(
      try SegmentList(
        [(reader, nil)], analyzer: reader.analyzer,
        fields: reader.meta.statistics.fields.map(\.name)),
      attachment: [])
  }

  /// Opens the index in a folder. Cost: headers, counts and directories of its segments, and their
  /// lists of deleted documents; the rest is mapped.
  ///
  /// - Throws: `IndexError.storage` where files are missing, foreign, newer, cut off or damaged,
  ///   `IndexError.analyzerChanged` where the index was built by another version of its analyzer.
  public convenience init(_ folder: IndexFolder) throws(IndexError) {
    let files = try ManifestFiles(folder)
    self.init(
      try files.segmentList(), attachment: files.manifest.attachment,
      manifestHash: files.manifest.contentHash, folder: folder)
  }

  /// What analyzed the documents and analyzes queries.
  public var analyzer: Analyzer { list.analyzer }

  /// Counts of documents and postings, and the fields in their order. Deleted documents take no
  /// part.
  public var statistics: CollectionStatistics { list.statistics }

  /// How many different terms the documents have, over all fields. Cost: nothing in an index of one
  /// segment; with several, a walk over their dictionaries.
  public func termCount() throws(IndexError) -> Int {
    try storage { () throws(StorageError) in try list.termCount() }
  }

  /// Parts of the index. Each costs a query a little; `IndexWriter.optimize` makes them one.
  public var segmentCount: Int { list.segments.count }

  /// Bytes of the index's segments and lists of deletions.
  public var byteCount: Int {
    list.segments.reduce(0) { $0 + $1.reader.file.length + ($1.deletions?.file.length ?? 0) }
  }

  /// The best documents for a query.
  ///
  /// BM25 and its variants whose parts are never negative, and BM25F, pass over documents that
  /// cannot be among the best, unless matches are counted; other models score every document that
  /// matches. For many queries keep a `Searcher`. TF-IDF other than `lnc` first works out what it
  /// needs of all documents, once for the snapshot (see `SMARTWeighting`).
  ///
  /// - Parameters:
  ///   - query: terms as `Query(_:analyzer:)` makes them with this snapshot's analyzer.
  ///   - model: how to score.
  ///   - limit: how many hits at the most.
  ///   - excluded: documents that are not to be found.
  ///   - filter: which documents may be found; nil: all.
  ///   - countsMatches: whether to count all documents that match, which takes the time of the
  ///     terms' postings.
  /// - Returns: hits by score descending, equal scores by document number ascending; the first k of
  ///   a longer list are the list of k.
  /// - Throws: `IndexError.storage` where a part of the file that the query needs is damaged.
  public func search(
    _ query: Query, model: ScoringModel, limit: Int = 10, excluding excluded: [DocumentID] = [],
    matching filter: DocumentFilter? = nil, countsMatches: Bool = true
  ) throws(IndexError) -> SearchResult {
    try Searcher(self).search(
      query, model: model, limit: limit, excluding: excluded, matching: filter,
      countsMatches: countsMatches)
  }

  /// What `search` gives, found by scoring every document that matches, whatever the model: the
  /// oracle of tests.
  package func searchExhaustively(
    _ query: Query, model: ScoringModel, limit: Int, excluding excluded: [DocumentID] = [],
    matching filter: DocumentFilter? = nil
  ) throws(IndexError) -> SearchResult {
    try storage { () throws(StorageError) in
      let list = try list.filtered(by: filter)
      return try ExhaustiveSearch(QueryTerms(query, in: list), in: list, vectors)
        .run(model, limit: limit, excluding: excluded, match: query.match)
    }
  }

  /// Each term's part of a document's score: those of terms that it has and, where the model counts
  /// absent terms, of those that it lacks. A document that does not match has no parts.
  public func explain(
    _ query: Query, model: ScoringModel, document: DocumentID
  ) throws(IndexError) -> Explanation {
    requireDocument(document)
    return try storage { () throws(StorageError) in
      try ExhaustiveSearch(QueryTerms(query, in: list), in: list, vectors).explain(model, document)
    }
  }

  /// How many documents have the term, as the analyzer makes it.
  public func documentFrequency(of term: String) throws(IndexError) -> Int {
    try storage { () throws(StorageError) in try list.look(up: term).documentFrequency }
  }

  /// Calls `body` with the number of every document, ascending: numbers of deleted documents are
  /// left out.
  public func forEachDocument<E: Error>(_ body: (DocumentID) throws(E) -> Void) throws(E) {
    for segment in list.segments {
      for document in 0..<segment.documentLimit where segment.isLive(document) {
        try body(DocumentID(rawValue: UInt32(segment.base + document)))
      }
    }
  }

  /// The groups that have documents, in ascending order of their names' bytes. A group whose
  /// documents stand in several segments has them in the order of adding.
  ///
  /// Cost: the number of groups and the length of their names.
  public func groups() throws(IndexError) -> [IndexGroup] {
    var groups: [(name: [UInt8], documents: [DocumentID])] = []
    for segment in list.segments {
      let found = try storage { () throws(StorageError) in try segment.reader.groups() }
      for group in found {
        let documents = group.documents.lazy.filter { segment.isLive($0) }
          .map { DocumentID(rawValue: UInt32(segment.base + $0)) }
        if !documents.isEmpty { groups.append((group.name, Array(documents))) }
      }
    }
    // Segments in their order within a group: numbers ascend with them.
    groups.sort {
      $0.name == $1.name
        ? $0.documents[0] < $1.documents[0]
        : $0.name.lexicographicallyPrecedes($1.name)
    }
    var merged: [IndexGroup] = []
    for group in groups {
      let name = String(decoding: group.name, as: UTF8.self)
      if let last = merged.last, last.name.utf8.elementsEqual(name.utf8) {
        merged[merged.count - 1].documents += group.documents
      } else {
        merged.append(IndexGroup(name: name, documents: group.documents))
      }
    }
    return merged
  }

  /// The name of a document. The number is one that a search, a look-up or `forEachDocument` gave.
  public func name(of document: DocumentID) throws(IndexError) -> String {
    requireDocument(document)
    let place = list.place(of: document)
    return try storage { () throws(StorageError) in
      try place.segment.reader.name(of: DocumentID(rawValue: UInt32(place.document)))
    }
  }

  /// The document of that name, or nil.
  public func document(named name: String) throws(IndexError) -> DocumentID? {
    try storage { () throws(StorageError) in try list.document(named: name) }
  }

  /// A reader over the bytes that were stored with a document, given to `body`.
  public func withStored<R>(
    of document: DocumentID, _ body: (inout ByteReader) throws(StorageError) -> R
  ) throws(IndexError) -> R {
    requireDocument(document)
    let place = list.place(of: document)
    return try storage { () throws(StorageError) in
      let segment = place.segment.reader
      let bytes = try segment.storedBytes(of: DocumentID(rawValue: UInt32(place.document)))
      var reader = ByteReader(bytes.bytes, path: segment.file.path, base: bytes.offset)
      return try body(&reader)
    }
  }

  /// Checks every byte of the index against its checksum. Linear in its size.
  public func verify() throws(IndexError) {
    try storage { () throws(StorageError) in
      for segment in list.segments {
        try segment.reader.file.verifyAll()
        try segment.deletions?.file.verifyAll()
      }
    }
  }

  private func requireDocument(_ document: DocumentID) {
    precondition(
      Int(document.rawValue) < list.documentLimit, "no document \(document) in this snapshot")
  }

  func storage<R>(_ body: () throws(StorageError) -> R) throws(IndexError) -> R {
    // The mapped bytes live as long as the segments; they must outlast the body.
    defer { withExtendedLifetime((list, vectors)) {} }
    do throws(StorageError) {
      return try body()
    } catch {
      throw .storage(error)
    }
  }
}
