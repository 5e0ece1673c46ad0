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
    try self.init(query, in: list, TermMemory())
  }

  /// - Parameter memory: words that were looked up before in the list, with a filter or without.
  init(
    _ query: Query, in list: SegmentList, _ memory: TermMemory
  ) throws(StorageError) {
    var lookUp = LookUp()
    for (place, term) in query.terms.enumerated() {
      lookUp.add(term, try memory.look(up: term.text, at: place, in: list))
    }
    order = ScoringContext.order(lookUp.terms, of: list.statistics)
    hasAllTerms = order.count == query.terms.count
    var phrases: [ResolvedPhrase] = []
    for phrase in query.phrases {
      var words: [(term: Int, place: Int)] = []
      for word in phrase.words {
        let found = try memory.look(up: word.text, in: list)
        guard lookUp.add(.init(word.text, boost: phrase.boost), found) else { break }
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
    private(set) var terms: [ScoringContext.Term] = []
    private(set) var entries: [TermEntry?] = []

    /// Adds a word if a document has it.
    @discardableResult
    mutating func add(_ term: Query.Term, _ found: TermMemory.Word) -> Bool {
      guard found.documentFrequency > 0 else { return false }
      entries += found.entries
      terms.append(.init(term: term, documentFrequency: found.documentFrequency))
      return true
    }
  }
}

/// Words that were looked up for a query before it is searched for, so that who asks whether
/// documents have its words looks each up once.
struct TermMemory {
  struct Word {
    let text: String
    /// One for each segment.
    let entries: [TermEntry?]
    let documentFrequency: Int
  }

  private var words: [Word] = []
  /// Of a query with more words the rest are looked up again.
  private static let limit = 64

  /// A word's entries in all segments.
  ///
  /// - Parameter place: where it may stand among those that were looked up.
  func look(
    up text: String, at place: Int = 0, in list: SegmentList
  ) throws(StorageError) -> Word {
    if let known = word(text, at: place) { return known }
    let found = try list.look(up: text)
    return Word(
      text: text, entries: found.entries, documentFrequency: found.documentFrequency)
  }

  /// A word that was looked up; see `look(up:at:in:)`.
  func word(_ text: String, at place: Int = 0) -> Word? {
    // Terms are bytes: what is canonically equal, which is quick to tell, may be another one.
    func isFound(_ word: Word) -> Bool {
      word.text == text && word.text.utf8.elementsEqual(text.utf8)
    }
    if place < words.count, isFound(words[place]) { return words[place] }
    return words.first(where: isFound)
  }

  mutating func remember(_ word: Word) {
    if words.count < Self.limit { words.append(word) }
  }

  mutating func forget() { words.removeAll(keepingCapacity: true) }
}
