import IndexStorage
import TextAnalysis

/// An immutable view of an index, safe to share between threads.
///
/// It goes on answering while the index is written anew.
public final class Snapshot: Sendable {
  private let segment: SegmentReader
  private let vectors = DocumentVectors()
  /// The bytes that the writer attached.
  public let attachment: [UInt8]

  init(_ segment: SegmentReader, attachment: [UInt8]) {
    self.segment = segment
    self.attachment = attachment
  }

  /// Opens the bytes of one segment; `name` stands for its path in messages.
  package convenience init(segmentBytes bytes: [UInt8], named name: String) throws(IndexError) {
    self.init(try SegmentReader(FileBytes(bytes, named: name)), attachment: [])
  }

  /// Opens the index in a folder. Cost: headers, counts and directories; the rest is mapped.
  ///
  /// - Throws: `IndexError.storage` where files are missing, foreign, newer, cut off or damaged,
  ///   `IndexError.analyzerChanged` where the index was built by another version of its analyzer.
  public convenience init(_ folder: IndexFolder) throws(IndexError) {
    let manifest: Manifest
    let bytes: FileBytes
    do throws(StorageError) {
      (manifest, bytes) = try Self.files(of: folder)
    } catch {
      throw .storage(error)
    }
    let segment = try SegmentReader(bytes)
    guard segment.file.contentHash == manifest.segmentHash,
      UInt64(segment.file.length) == manifest.segmentLength
    else {
      throw .storage(
        .damaged(path: bytes.path, offset: 0, what: "another segment than the manifest names"))
    }
    self.init(segment, attachment: manifest.attachment)
  }

  /// The manifest and the segment that it names. A writer may replace both in between: then the
  /// manifest is read again.
  private static func files(
    of folder: IndexFolder
  ) throws(StorageError) -> (Manifest, FileBytes) {
    var attempts = 0
    while true {
      let manifest = try Manifest(try FileBytes.map(folder.path(of: Manifest.fileName)))
      do throws(StorageError) {
        return (manifest, try FileBytes.map(folder.path(of: manifest.segmentName)))
      } catch {
        attempts += 1
        guard case .missing = error, attempts < 5 else { throw error }
      }
    }
  }

  /// What analyzed the documents and analyzes queries.
  public var analyzer: Analyzer { segment.analyzer }

  /// Counts of documents, terms and postings, and the fields in their order.
  public var statistics: CollectionStatistics { segment.meta.statistics }

  /// Bytes of the index's segment.
  public var byteCount: Int { segment.file.length }

  /// The best documents for a query.
  ///
  /// Every document that has a term of the query is scored: the time is that of the terms' postings
  /// and of one pass over the documents. TF-IDF other than `lnc` first works out what it needs of
  /// all documents, once for the snapshot (see `SMARTWeighting`).
  ///
  /// - Parameters:
  ///   - query: terms as `Query(_:analyzer:)` makes them with this snapshot's analyzer.
  ///   - model: how to score.
  ///   - limit: how many hits at the most.
  ///   - excluded: documents that are not to be found.
  /// - Returns: hits by score descending, equal scores by document number ascending; the first k of
  ///   a longer list are the list of k.
  /// - Throws: `IndexError.storage` where a part of the file that the query needs is damaged.
  public func search(
    _ query: Query, model: ScoringModel, limit: Int = 10, excluding excluded: [DocumentID] = []
  ) throws(IndexError) -> SearchResult {
    try storage { () throws(StorageError) in
      try ExhaustiveSearch(query, in: segment, vectors).run(
        model, limit: limit, excluding: excluded)
    }
  }

  /// Each term's part of a document's score: those of terms that it has and, where the model counts
  /// absent terms, of those that it lacks. A document that does not match has no parts.
  public func explain(
    _ query: Query, model: ScoringModel, document: DocumentID
  ) throws(IndexError) -> Explanation {
    try storage { () throws(StorageError) in
      try ExhaustiveSearch(query, in: segment, vectors).explain(model, document)
    }
  }

  /// How many documents have the term, as the analyzer makes it.
  public func documentFrequency(of term: String) throws(IndexError) -> Int {
    try storage { () throws(StorageError) in
      try segment.entry(of: term)?.documentFrequency ?? 0
    }
  }

  /// The name of a document. The number is one of `0..<statistics.documentCount`.
  public func name(of document: DocumentID) throws(IndexError) -> String {
    requireDocument(document)
    return try storage { () throws(StorageError) in try segment.name(of: document) }
  }

  /// The document of that name, or nil.
  public func document(named name: String) throws(IndexError) -> DocumentID? {
    try storage { () throws(StorageError) in try segment.document(named: name) }
  }

  /// A reader over the bytes that were stored with a document, given to `body`.
  public func withStored<R>(
    of document: DocumentID, _ body: (inout ByteReader) throws(StorageError) -> R
  ) throws(IndexError) -> R {
    requireDocument(document)
    return try storage { () throws(StorageError) in
      let bytes = try segment.storedBytes(of: document)
      var reader = ByteReader(bytes.bytes, path: segment.file.path, base: bytes.offset)
      return try body(&reader)
    }
  }

  /// Checks every byte of the index against its checksum. Linear in its size.
  public func verify() throws(IndexError) {
    try storage { () throws(StorageError) in try segment.file.verifyAll() }
  }

  private func requireDocument(_ document: DocumentID) {
    precondition(
      Int(document.rawValue) < segment.documentCount, "no document \(document) in this snapshot")
  }

  private func storage<R>(_ body: () throws(StorageError) -> R) throws(IndexError) -> R {
    // The mapped bytes live as long as the segment; it must outlast the body.
    defer { withExtendedLifetime((segment, vectors)) {} }
    do throws(StorageError) {
      return try body()
    } catch {
      throw .storage(error)
    }
  }
}
