import IndexStorage

/// Finds the first documents of a segment that have a term with a certain beginning: as all that
/// match score the same, they are the best.
///
/// First documents of terms are cheap to read. The least of them bound what can still be among the
/// wanted number, and only terms whose first document lies below are walked, as far as the bound,
/// which falls. So what is read grows with the number of terms, not with that of their postings.
struct PrefixSearch {
  /// More hits are better found by marking all documents.
  static let limit = 256

  private let segment: LiveSegment
  private let request: SearchRequest
  /// The least documents so far, ascending.
  private(set) var documents: [UInt32] = []
  private let wanted: Int
  /// A document at or above it is not among the wanted ones.
  private var bound = UInt32.max

  /// - Parameter wanted: how many documents at the most, at least 1.
  init(_ segment: LiveSegment, _ request: SearchRequest, wanted: Int) {
    self.segment = segment
    self.request = request
    self.wanted = wanted
    documents.reserveCapacity(wanted + 1)
  }

  /// Finds the documents.
  mutating func run(_ prefix: [UInt8]) throws(StorageError) {
    var terms: [(least: UInt32, entry: TermEntry)] = []
    let segment = segment
    try segment.reader.forEachTerm(withPrefix: prefix) { _, entry throws(StorageError) in
      let least = try segment.reader.leastDocument(of: entry)
      guard least < bound else { return }
      if entry.documentFrequency < BitPacking.blockLength { try offer(least) }
      if entry.documentFrequency > 1 { terms.append((least, entry)) }
    }
    let buffer = PostingsBuffer(fieldCount: segment.reader.meta.lengthWidths.count)
    // The frequent ones first: they have many documents at the beginning.
    for isFrequent in [true, false] {
      for term in terms
      where (term.entry.documentFrequency >= BitPacking.blockLength) == isFrequent {
        if term.least < bound { try walk(term.entry, buffer) }
      }
    }
  }

  private mutating func walk(
    _ entry: TermEntry, _ buffer: PostingsBuffer
  ) throws(StorageError) {
    var cursor = PostingsCursor(try segment.reader.postings(of: entry), buffer)
    while try cursor.advance(), cursor.document < bound { try offer(cursor.document) }
  }

  private mutating func offer(_ document: UInt32) throws(StorageError) {
    guard Int(document) < segment.documentLimit else {
      throw .damaged(
        path: segment.reader.file.path, offset: 0,
        what: "a posting names a document that the segment does not have")
    }
    guard segment.accepts(Int(document)),
      !request.excluded.contains(UInt32(segment.base) + document)
    else { return }
    var place = documents.count
    while place > 0, documents[place - 1] > document { place -= 1 }
    guard place == 0 || documents[place - 1] != document else { return }
    documents.insert(document, at: place)
    if documents.count > wanted { documents.removeLast() }
    if documents.count == wanted, let last = documents.last { bound = last }
  }
}

extension SegmentList {
  /// The best documents for a query that is nothing but one beginning of a word.
  func search(
    _ prefix: Query.Prefix, _ request: SearchRequest
  ) throws(StorageError) -> SearchResult {
    var hits: [SearchHit] = []
    for segment in segments where hits.count < request.limit {
      var search = PrefixSearch(segment, request, wanted: request.limit - hits.count)
      try search.run(Array(prefix.text.utf8))
      hits += search.documents.map {
        SearchHit(document: DocumentID(rawValue: UInt32(segment.base) + $0), score: prefix.boost)
      }
    }
    return SearchResult(hits: hits, matchCount: nil)
  }
}
