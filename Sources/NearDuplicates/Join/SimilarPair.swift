/// Two texts and how similar they are.
public struct SimilarPair: Sendable, Hashable {
  /// The smaller of the texts' numbers.
  public let first: Int
  /// The larger of the texts' numbers.
  public let second: Int
  /// The exact similarity, above 0 and at most 1.
  public let similarity: Double

  /// A pair of different texts in either order.
  public init(_ a: Int, _ b: Int, similarity: Double) {
    first = min(a, b)
    second = max(a, b)
    self.similarity = similarity
  }

  static func precedes(_ a: SimilarPair, _ b: SimilarPair) -> Bool {
    (a.first, a.second) < (b.first, b.second)
  }
}
