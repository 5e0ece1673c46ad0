import IndexStorage

/// The terms of a query that documents have, looked up in every segment.
struct QueryTerms {
  let terms: [ScoringContext.Term]
  /// The order in which terms' parts are added, the same in every way to search: sums are then the
  /// same to the bit.
  let order: [Int]
  /// The entries of the first term in each segment, then those of the next.
  private let entries: [TermEntry?]
  private let segmentCount: Int

  var count: Int { terms.count }

  /// Looks the terms up. Terms that no document has take no part.
  init(_ query: Query, in list: SegmentList) throws(StorageError) {
    var entries: [TermEntry?] = []
    var terms: [ScoringContext.Term] = []
    entries.reserveCapacity(query.terms.count * list.segments.count)
    terms.reserveCapacity(query.terms.count)
    for term in query.terms {
      let first = entries.count
      var documentFrequency = 0
      for segment in list.segments {
        let entry = try segment.reader.entry(of: term.text)
        if let entry { documentFrequency += try segment.documentFrequency(of: entry) }
        entries.append(entry)
      }
      if documentFrequency > 0 {
        terms.append(.init(term: term, documentFrequency: documentFrequency))
      } else {
        entries.removeSubrange(first...)
      }
    }
    self.terms = terms
    self.entries = entries
    segmentCount = list.segments.count
    order = ScoringContext.order(terms, of: list.statistics)
  }

  /// A term's entry in a segment; nil where the segment lacks it.
  func entry(_ term: Int, _ segment: Int) -> TermEntry? {
    entries[term * segmentCount + segment]
  }

  /// The terms' entries in a segment.
  func entries(_ segment: Int) -> [TermEntry?] {
    terms.indices.map { entry($0, segment) }
  }
}
