import IndexStorage

/// Walks the documents of a segment that have all words of some phrases, and counts the phrases
/// there.
///
/// The rarest word leads; the others follow it by galloping over their blocks.
struct PhraseWalk {
  private let owner: ConjunctionTerms
  /// The phrases' terms, each once, the rarest first.
  let terms: UnsafeMutablePointer<ConjunctionTerm>
  let termCount: Int
  /// Terms are numbers of `terms`.
  private(set) var phrases: [PhraseMatcher] = []
  let fieldCount: Int
  /// Phrase frequencies in the document that was counted last: a row of fields for each phrase.
  private(set) var frequencies: [UInt32]
  private let needsPositions: Bool
  private var isStarted = false

  /// Nil where the segment lacks a word.
  ///
  /// - Parameter known: the terms' entries; nil where the segment lacks the term.
  init?(
    _ phrases: [ResolvedPhrase], _ known: [TermEntry?], in segment: SegmentReader
  ) throws(StorageError) {
    var entries: [TermEntry] = []
    var numbers: [Int: Int] = [:]
    for word in phrases.flatMap(\.words) {
      guard let entry = known[word.term] else { return nil }
      if numbers.updateValue(0, forKey: entry.ordinal) == nil { entries.append(entry) }
    }
    entries.sort {
      ($0.documentFrequency, $0.ordinal) < ($1.documentFrequency, $1.ordinal)
    }
    for (number, entry) in entries.enumerated() { numbers[entry.ordinal] = number }
    for phrase in phrases {
      let words = phrase.words.map { word in
        (term: known[word.term].flatMap { numbers[$0.ordinal] } ?? 0, place: word.place)
      }
      self.phrases.append(PhraseMatcher(words, slop: phrase.slop))
    }
    owner = try ConjunctionTerms(entries, of: segment)
    terms = owner.base
    termCount = entries.count
    needsPositions = !self.phrases.allSatisfy(\.isSingle)
    fieldCount = segment.meta.lengthWidths.count
    frequencies = Array(repeating: 0, count: phrases.count * fieldCount)
  }

  /// Goes to the next document that has all words and that the leading word's frequency does not
  /// rule out; nil behind the last. Frequencies are loaded then.
  mutating func next(_ bound: PhraseBound?) throws(StorageError) -> UInt32? {
    if isStarted { try terms[0].advance() }
    isStarted = true
    search: while true {
      if let bound { try terms[0].skip(ruledOutBy: bound) }
      let document = terms[0].document
      guard document != PostingsWalk.end else { return nil }
      for index in 1..<max(termCount, 1) {
        let found = try terms[index].seek(document)
        guard found == document else {
          guard found != PostingsWalk.end else { return nil }
          _ = try terms[0].seek(found)
          continue search
        }
      }
      for index in 0..<termCount { try terms[index].loadFrequencies() }
      return document
    }
  }

  /// The least frequency in a field that a phrase's words have in the document at hand: the phrase
  /// has no greater one. Frequencies are loaded.
  func leastFrequency(ofPhrase number: Int, field: Int) -> UInt32 {
    var least = UInt32.max
    for term in phrases[number].terms { least = min(least, terms[term].frequency(field)) }
    return least
  }

  /// Counts all phrases in the document at hand; false where it lacks one. Frequencies are loaded.
  mutating func count() throws(StorageError) -> Bool {
    if needsPositions { for index in 0..<termCount { try terms[index].loadPositions() } }
    for number in phrases.indices {
      var isFound = false
      for field in 0..<fieldCount {
        let frequency = frequency(ofPhrase: number, field: field)
        frequencies[number * fieldCount + field] = frequency
        if frequency > 0 { isFound = true }
      }
      guard isFound else { return false }
    }
    return true
  }

  private mutating func frequency(ofPhrase number: Int, field: Int) -> UInt32 {
    guard !phrases[number].isSingle else {
      return terms[phrases[number].terms[0]].frequency(field)
    }
    guard leastFrequency(ofPhrase: number, field: field) > 0 else { return 0 }
    let terms = terms
    return phrases[number].frequency { terms[$0].positions(field) }
  }
}

extension Snapshot {
  /// Whether a document has a phrase. Cost: a walk through the postings of its rarest word up to
  /// the first such document, with a look-up of the other words for each.
  package func hasPhrase(_ phrase: Query.Phrase) throws(IndexError) -> Bool {
    try storage { () throws(StorageError) in
      let terms = try QueryTerms(Query(phrases: [phrase]), in: list)
      guard terms.hasAllPhrases else { return false }
      for (place, segment) in list.segments.enumerated() {
        guard
          var walk = try PhraseWalk(terms.phrases, terms.entries(place), in: segment.reader)
        else { continue }
        while let document = try walk.next(nil) {
          if segment.accepts(Int(document)), try walk.count() { return true }
        }
      }
      return false
    }
  }
}
