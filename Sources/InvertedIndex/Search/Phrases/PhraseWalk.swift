import IndexStorage

/// Walks the documents of a segment that have all words of some phrases, and counts the phrases
/// there.
///
/// The rarest word leads; the others follow it by galloping over their blocks.
struct PhraseWalk {
  /// The phrases' terms, each once, the rarest first.
  let terms: [ConjunctionTerm]
  /// Terms are numbers of `terms`.
  private(set) var phrases: [PhraseMatcher] = []
  let fieldCount: Int
  /// Phrase frequencies in the document that was counted last: a row of fields for each phrase.
  private(set) var frequencies: [UInt32]
  /// Whether only the last of the documents that the leading word gave has all others.
  private var isStarted = false

  /// Nil where the segment lacks a word.
  init?(_ phrases: [ResolvedPhrase], of part: ExhaustiveSearch.Part) throws(StorageError) {
    var terms: [ConjunctionTerm] = []
    for word in phrases.flatMap(\.words) {
      guard let entry = part.entries[word.term] else { return nil }
      guard !terms.contains(where: { $0.ordinal == entry.ordinal }) else { continue }
      terms.append(try ConjunctionTerm(entry, of: part.segment.reader))
    }
    terms.sort {
      ($0.documentFrequency, $0.ordinal) < ($1.documentFrequency, $1.ordinal)
    }
    for phrase in phrases {
      let words = phrase.words.map { word in
        let ordinal = part.entries[word.term]?.ordinal
        return (term: terms.firstIndex { $0.ordinal == ordinal } ?? 0, place: word.place)
      }
      self.phrases.append(PhraseMatcher(words, slop: phrase.slop))
    }
    self.terms = terms
    fieldCount = part.segment.reader.meta.lengthWidths.count
    frequencies = Array(repeating: 0, count: phrases.count * fieldCount)
  }

  /// Goes to the next document that has all words and that `isWanted` says yes to when only the
  /// leading word stands there; nil behind the last.
  @inline(__always)
  mutating func next(
    where isWanted: (ConjunctionTerm) throws(StorageError) -> Bool
  ) throws(StorageError) -> UInt32? {
    let lead = terms[0]
    if isStarted { try lead.advance() }
    isStarted = true
    search: while lead.document != PostingsWalk.end {
      guard try isWanted(lead) else {
        try lead.advance()
        continue
      }
      let document = lead.document
      for index in 1..<max(terms.count, 1) {
        let found = try terms[index].seek(document)
        guard found == document else {
          guard found != PostingsWalk.end else { return nil }
          _ = try lead.seek(found)
          continue search
        }
      }
      return document
    }
    return nil
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
    for term in terms.indices where !phrases.allSatisfy(\.isSingle) {
      try terms[term].loadPositions()
    }
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
