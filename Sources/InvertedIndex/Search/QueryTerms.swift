import IndexStorage

/// The words of a query that documents have, looked up in every segment.
struct QueryTerms {
  /// The query's terms, then the words of its phrases.
  let terms: [ScoringContext.Term]
  /// The order in which the parts of the query's terms are added, the same in every way to search:
  /// sums are then the same to the bit.
  let order: [Int]
  let phrases: [ResolvedPhrase]
  let prefixes: [Query.Prefix]
  /// Whether documents have all of the query's terms.
  let hasAllTerms: Bool
  /// Whether documents have all words of its phrases.
  let hasAllPhrases: Bool
  /// The entries of the first word in each segment, then those of the next.
  private let entries: [TermEntry?]
  private let segmentCount: Int

  /// Looks the words up. Terms that no document has take no part.
  init(_ query: Query, in list: SegmentList) throws(StorageError) {
    var lookUp = LookUp(list)
    for term in query.terms { _ = try lookUp.add(term) }
    order = ScoringContext.order(lookUp.terms, of: list.statistics)
    hasAllTerms = order.count == query.terms.count
    var phrases: [ResolvedPhrase] = []
    for phrase in query.phrases {
      var words: [(term: Int, place: Int)] = []
      for word in phrase.words {
        guard try lookUp.add(.init(word.text, boost: phrase.boost)) else { break }
        words.append((lookUp.terms.count - 1, word.place))
      }
      guard words.count == phrase.words.count else { break }
      phrases.append(ResolvedPhrase(words: words, slop: phrase.slop))
    }
    self.phrases = phrases
    hasAllPhrases = phrases.count == query.phrases.count
    prefixes = query.prefixes
    terms = lookUp.terms
    entries = lookUp.entries
    segmentCount = list.segments.count
  }

  /// A word's entry in a segment; nil where the segment lacks it.
  func entry(_ term: Int, _ segment: Int) -> TermEntry? {
    entries[term * segmentCount + segment]
  }

  /// The words' entries in a segment.
  func entries(_ segment: Int) -> [TermEntry?] {
    terms.indices.map { entry($0, segment) }
  }

  private struct LookUp {
    let list: SegmentList
    private(set) var terms: [ScoringContext.Term] = []
    private(set) var entries: [TermEntry?] = []

    init(_ list: SegmentList) { self.list = list }

    /// Adds a word if a document has it.
    mutating func add(_ term: Query.Term) throws(StorageError) -> Bool {
      let first = entries.count
      var documentFrequency = 0
      for segment in list.segments {
        let entry = try segment.reader.entry(of: term.text)
        if let entry { documentFrequency += try segment.documentFrequency(of: entry) }
        entries.append(entry)
      }
      guard documentFrequency > 0 else {
        entries.removeSubrange(first...)
        return false
      }
      terms.append(.init(term: term, documentFrequency: documentFrequency))
      return true
    }
  }
}
