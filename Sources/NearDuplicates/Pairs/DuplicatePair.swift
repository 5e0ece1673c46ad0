/// Two questions, how they are to each other, and why.
public struct DuplicatePair: Sendable {
  /// The smaller of the questions' numbers.
  public let first: Int
  /// The larger of the questions' numbers.
  public let second: Int
  /// How they are to each other.
  public let duplicateClass: DuplicateClass
  /// The probability that they are the same question, from 0 to 1.
  public let probability: Double
  /// What they have in common and what keeps them apart, as measured.
  public let evidence: PairEvidence

  /// Whether the questions count as one.
  public var isDuplicate: Bool {
    switch duplicateClass {
    case .exact, .near, .same: true
    case .contrast, .related: false
    }
  }

  /// Why, in words: the strongest reason first.
  public var reasons: [String] {
    var reasons: [String] = []
    if evidence.isExact { reasons.append("the same after normalization") }
    if evidence.isAlike { reasons += evidence.contrasts.map(\.description) }
    guard !evidence.isExact else { return reasons }
    if evidence[.sameWords] > 0 {
      reasons.append("the same words")
    } else if evidence[.overlap] > 0 {
      reasons.append("words in common: \(Self.percent(evidence[.overlap]))")
    }
    reasons += evidence.equivalents.map(\.description)
    if evidence[.answers] > 0 {
      let cosine = evidence[.answerCosine] * evidence[.answerCosine]
      reasons.append("answers alike: \(Self.percent(cosine))")
    } else if evidence[.answerCoverage] > 0 {
      reasons.append("words of the other's answer: \(Self.percent(evidence[.answerCoverage]))")
    }
    if evidence[.contextAdded] > 0 { reasons.append("one has a lead-in") }
    return reasons
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
