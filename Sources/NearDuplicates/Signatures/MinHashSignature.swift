/// The MinHash signature of one set.
public struct MinHashSignature: Sendable, Hashable {
  /// The least value of each hash function.
  public let values: [UInt32]

  /// A signature of values that were kept.
  public init(values: [UInt32]) { self.values = values }

  /// An estimate of the Jaccard similarity J: the share of equal values. Its standard error for k
  /// values is √(J(1 − J)/k). Both must be of the same ``MinHash``.
  public func estimatedSimilarity(to other: MinHashSignature) -> Double {
    precondition(values.count == other.values.count, "signatures of the same length")
    guard !values.isEmpty else { return 0 }
    var equal = 0
    for (a, b) in zip(values, other.values) where a == b { equal += 1 }
    return Double(equal) / Double(values.count)
  }
}
