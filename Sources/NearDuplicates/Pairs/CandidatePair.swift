/// Two texts, by their numbers, that may be the same question.
public struct CandidatePair: Sendable, Hashable, Comparable {
  /// The smaller number.
  public let first: Int
  /// The larger number.
  public let second: Int

  /// A pair of different texts in either order.
  public init(_ a: Int, _ b: Int) {
    first = min(a, b)
    second = max(a, b)
  }

  /// By the first, then by the second number.
  public static func < (a: CandidatePair, b: CandidatePair) -> Bool {
    (a.first, a.second) < (b.first, b.second)
  }
}
