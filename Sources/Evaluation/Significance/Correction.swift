/// How p-values of a family of comparisons are corrected for their number. Adjusted values are to
/// be compared with alpha itself; they equal R's `p.adjust`.
public enum Correction: String, Sendable, Hashable, CaseIterable {
  /// As they are.
  case none
  /// Holm's step-down procedure (Holm 1979): bounds the chance of any false claim in the family.
  /// The `i`-th smallest of `m` is multiplied by `m − i + 1`, never below the one before it.
  case holm
  /// Benjamini and Hochberg (1995): bounds the expected share of false claims among the claims.
  /// The `i`-th smallest of `m` is multiplied by `m / i`, never above the one after it.
  case benjaminiHochberg = "benjamini-hochberg"

  /// The adjusted p-values, each at the place of its own.
  ///
  /// - Precondition: every value is from 0 to 1.
  public func adjusted(_ probabilities: [Double]) -> [Double] {
    precondition(probabilities.allSatisfy { $0 >= 0 && $0 <= 1 }, "a probability is from 0 to 1")
    let order = probabilities.indices.sorted {
      probabilities[$0] == probabilities[$1] ? $0 < $1 : probabilities[$0] < probabilities[$1]
    }
    let count = order.count
    var result = probabilities
    switch self {
    case .none: break
    case .holm:
      var largest = 0.0
      for (rank, index) in order.enumerated() {
        largest = max(largest, min(1, Double(count - rank) * probabilities[index]))
        result[index] = largest
      }
    case .benjaminiHochberg:
      var smallest = 1.0
      for (rank, index) in order.enumerated().reversed() {
        smallest = min(smallest, Double(count) / Double(rank + 1) * probabilities[index])
        result[index] = smallest
      }
    }
    return result
  }
}
