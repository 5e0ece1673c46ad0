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

  /// Calls `body` with each document that has all phrases and the phrases' frequencies in its fields,
  /// until it says that it has enough.
  func forEachPhraseMatch(
    of part: Part, _ body: (Int, [UnsafeMutableBufferPointer<UInt32>]) -> Bool
  ) throws(StorageError) {
    guard var walk = try PhraseWalk(phrases, of: part) else { return }
    var frequencies = walk.frequencies
    let fieldCount = walk.fieldCount
    while let document = try walk.next(nil) {
      guard try walk.count() else { continue }
      frequencies = walk.frequencies
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
}
