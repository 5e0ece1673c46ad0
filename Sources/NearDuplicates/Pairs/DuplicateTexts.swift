import IndexStorage

/// Questions taken apart, to be compared in pairs. Immutable, so threads may share it.
///
/// It takes about a kilobyte for each question, more with answers.
public struct DuplicateTexts: Sendable {
  let texts: [ComparedText]
  let maker: EvidenceMaker

  /// How many questions there are.
  public var count: Int { texts.count }

  /// Takes questions apart; what comes of it does not depend on the number of threads.
  ///
  /// - Parameters:
  ///   - texts: The questions.
  ///   - background: What a larger collection, to which they belong, says of words; nil: they are
  ///     all that there is.
  ///   - threads: How many work; nil: as many as the machine runs.
  public init(
    _ texts: [DuplicateText], background: WordBackground? = nil, threads: Int? = nil
  ) {
    let threads = texts.count < 64 ? 1 : min(max(threads ?? Threads.processorCount, 1), 64)
    let parts = Threads.run(threads) { number in
      let analyzer = QuestionAnalyzer()
      return texts[texts.count * number / threads..<texts.count * (number + 1) / threads]
        .map { ComparedText($0, analyzer) }
    }
    var compared = parts.flatMap { $0 }
    let answers = TermVectors(texts.map(\.answer))
    let documents = TermVectors(texts.map(\.everything))
    for index in compared.indices {
      compared[index].answer = answers.vectors[index]
      compared[index].document = documents.vectors[index]
    }
    self.texts = compared
    maker = EvidenceMaker(
      QuestionCorpus(
        compared.map(\.question), occurrences: answers.frequencies,
        background: background))
  }

  /// What of a pair the model is asked with.
  func features(_ a: Int, _ b: Int) -> PairEvidence { maker.features(texts[a], texts[b]) }

  /// What two questions, by their numbers, have in common and what keeps them apart.
  public func evidence(_ a: Int, _ b: Int) -> PairEvidence {
    maker.evidence(texts[a], texts[b])
  }

  /// Whether a question has words at all.
  public func hasWords(_ number: Int) -> Bool { !texts[number].question.words.isEmpty }

  /// The questions of which no earlier one is the same after normalization, ascending.
  public var representatives: [Int] { EqualTexts(self).representatives }

  /// A number for each question that depends on all that was given of it.
  func contentKey(_ number: Int) -> UInt64 { texts[number].contentKey }

  /// A number for each question that is equal for those that are the same after normalization.
  public func key(_ number: Int) -> UInt64 { texts[number].key }
}
