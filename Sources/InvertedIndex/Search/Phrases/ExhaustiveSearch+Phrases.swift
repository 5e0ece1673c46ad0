import IndexStorage

extension ResolvedPhrase {
  /// What the phrase's factor is multiplied by: the sum of what its words' would be.
  func weight<Scorer: WeightedScorer>(_ scorers: [Scorer]) -> Double {
    words.reduce(0.0) { $0 + scorers[$1.term].query * scorers[$1.term].idf }
  }

  /// The factors of the phrase's part of the score of a document that has it so often.
  func parts<Scorer: TermScorer>(
    _ scorers: [Scorer], _ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int
  ) -> TermParts {
    let parts = words.map { scorers[$0.term].parts(frequencies, document: document) }
    let first = parts[0]
    let weight = parts.reduce(0.0) { $0 + $1.query * $1.idf }
    guard parts.contains(where: { $0.document != first.document }) else {
      return TermParts(query: 1, idf: weight, document: first.document, length: first.length)
    }
    // Terms of such a model differ in more than their idf.
    return TermParts(
      query: 1, idf: parts.reduce(0.0) { $0 + $1.product }, document: 1, length: first.length)
  }
}

extension ExhaustiveSearch {
  /// Scores the documents that have all phrases by them alone; the others are left as they are.
  func addPhrases<Scorer: TermScorer>(
    _ part: Part, _ scorers: [Scorer], _ base: Double, to scores: inout [Double]
  ) throws(StorageError) {
    try forEachPhraseMatch(of: part) { document, frequencies in
      guard part.segment.isLive(document) else { return true }
      var score = base
      for (number, phrase) in phrases.enumerated() {
        score += phrase.parts(scorers, frequencies[number], document: document).product
      }
      scores[document] = score
      return true
    }
  }

  /// Calls `body` with each document that has all phrases and the phrases' frequencies in its
  /// fields, until it says that it has enough.
  func forEachPhraseMatch(
    of part: Part, _ body: (Int, [UnsafeMutableBufferPointer<UInt32>]) -> Bool
  ) throws(StorageError) {
    try forEachMatch(of: phrases, in: part, body)
  }

  private func forEachMatch(
    of phrases: [ResolvedPhrase], in part: Part,
    _ body: (Int, [UnsafeMutableBufferPointer<UInt32>]) -> Bool
  ) throws(StorageError) {
    guard var walk = try PhraseWalk(phrases, part.entries, in: part.segment.reader) else { return }
    let fieldCount = walk.fieldCount
    while let document = try walk.next(nil) {
      guard try walk.count() else { continue }
      var frequencies = walk.frequencies
      let goesOn = frequencies.withUnsafeMutableBufferPointer { all in
        body(
          Int(document),
          phrases.indices.map { number in
            .init(rebasing: all[number * fieldCount..<(number + 1) * fieldCount])
          })
      }
      guard goesOn else { return }
    }
  }

  /// The phrases' parts of a document's score; nil where it lacks one. Linear in the postings of
  /// their words, as it says how many documents have each.
  func phraseParts<Scorer: TermScorer>(
    _ scorers: [Scorer], _ document: Int, _ part: Part
  ) throws(StorageError) -> [Explanation.Part]? {
    guard hasAllPhrases else { return nil }
    guard !phrases.isEmpty else { return [] }
    var found: [Explanation.Part]?
    let documentFrequencies = try phrases.map { phrase throws(StorageError) in
      try documentFrequency(of: phrase)
    }
    try forEachPhraseMatch(of: part) { number, frequencies in
      guard number == document else { return number < document }
      found = phrases.enumerated().map { index, phrase in
        let parts = phrase.parts(scorers, frequencies[index], document: document)
        return Explanation.Part(
          term: name(of: phrase), frequencies: frequencies[index].map(Int.init),
          documentFrequency: documentFrequencies[index], idf: parts.idf, queryPart: parts.query,
          documentPart: parts.document, lengthPart: parts.length, contribution: parts.product)
      }
      return false
    }
    return found
  }

  /// How many documents have a phrase.
  private func documentFrequency(of phrase: ResolvedPhrase) throws(StorageError) -> Int {
    var count = 0
    for part in parts {
      try forEachMatch(of: [phrase], in: part) { document, _ in
        if part.segment.isLive(document) { count += 1 }
        return true
      }
    }
    return count
  }

  private func name(of phrase: ResolvedPhrase) -> String {
    let words = phrase.words.map { terms[$0.term].term.text }.joined(separator: " ")
    return "\"\(words)\"" + (phrase.slop > 0 ? "~\(phrase.slop)" : "")
  }
}
