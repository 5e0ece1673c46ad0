import IndexStorage

/// Questions taken apart, to be compared in pairs. Immutable, so threads may share it.
///
/// It takes some kilobytes for each different question, more with answers.
public struct DuplicateTexts: Sendable {
  /// The different texts, each taken apart once.
  private let texts: [ComparedText]
  /// For each question the text that it has.
  private let textOfNumber: [Int]
  private let maker: EvidenceMaker

  /// How many questions there are.
  public var count: Int { textOfNumber.count }

  /// Takes questions apart; what comes of it does not depend on the number of threads.
  ///
  /// - Parameters:
  ///   - questions: The questions. Of those that are given several times, with all their parts, one
  ///     is taken apart.
  ///   - background: What a larger collection, to which they belong, says of words; nil: they are
  ///     all that there is.
  ///   - threads: How many work; nil: as many as the machine runs.
  public init(
    _ questions: [DuplicateText], background: WordBackground? = nil, threads: Int? = nil
  ) {
    // By bytes: equality of strings is that of Unicode, which knows several spellings of "é".
    var numbers: [[UInt8]: Int] = [:]
    var distinct: [DuplicateText] = []
    textOfNumber = questions.map { question in
      let content = question.content
      if let known = numbers[content] { return known }
      numbers[content] = distinct.count
      distinct.append(question)
      return distinct.count - 1
    }
    let threads = distinct.count < 64 ? 1 : min(max(threads ?? Threads.processorCount, 1), 64)
    var compared = Self.compared(distinct, threads: threads)
    let answers = TermVectors(distinct.map(\.answer))
    let documents = TermVectors(distinct.map(\.everything))
    for index in compared.indices {
      compared[index].answer = answers.vectors[index]
      compared[index].document = documents.vectors[index]
    }
    texts = compared
    maker = EvidenceMaker(
      QuestionCorpus(
        compared.map(\.question), acronyms: compared.lazy.flatMap(\.acronyms),
        occurrences: answers.frequencies, background: background))
  }

  private static func compared(_ texts: [DuplicateText], threads: Int) -> [ComparedText] {
    Threads.run(threads) { number in
      let analyzer = QuestionAnalyzer()
      return texts[texts.count * number / threads..<texts.count * (number + 1) / threads]
        .map { ComparedText($0, analyzer) }
    }.flatMap { $0 }
  }

  private func text(_ number: Int) -> ComparedText { texts[textOfNumber[number]] }

  /// The number of the text that a question has.
  func textNumber(_ number: Int) -> Int { textOfNumber[number] }

  /// Whether two questions were given with equal parts.
  func areEqual(_ a: Int, _ b: Int) -> Bool { textOfNumber[a] == textOfNumber[b] }

  /// What of a pair the model is asked with.
  func features(_ a: Int, _ b: Int) -> PairEvidence { maker.features(text(a), text(b)) }

  /// What two questions, by their numbers, have in common and what keeps them apart.
  public func evidence(_ a: Int, _ b: Int) -> PairEvidence {
    maker.evidence(text(a), text(b))
  }

  /// Whether a question has words at all.
  public func hasWords(_ number: Int) -> Bool { !text(number).question.words.isEmpty }

  /// Whether a question points at something that was not given with it, as "this code" without any:
  /// equal words do not make two of them one question.
  func pointsNowhere(_ number: Int) -> Bool {
    text(number).pointsToAnswer && text(number).answerBeginning.isEmpty
  }

  /// One of all questions that are the same after normalization, for each such set, ascending;
  /// which one depends on their contents and not on their order.
  public var representatives: [Int] { EqualTexts(self).representatives }

  /// A number for each question that depends on all that was given of it.
  func contentKey(_ number: Int) -> UInt64 { text(number).contentKey }

  /// A number for each question that is equal for those that are the same after normalization.
  public func key(_ number: Int) -> UInt64 { text(number).key }
}
