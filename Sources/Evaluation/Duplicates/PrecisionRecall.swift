/// Precision, recall, and their harmonic mean.
public struct PrecisionRecall: Sendable, Hashable {
  /// The share of what was found that is right; 1 where nothing was found.
  public let precision: Double
  /// The share of what is right that was found; 1 where there was nothing to find.
  public let recall: Double

  /// Both figures.
  public init(precision: Double, recall: Double) {
    self.precision = precision
    self.recall = recall
  }

  /// `F₁ = 2 P R / (P + R)`; 0 where both are 0.
  public var f1: Double { f(beta: 1) }

  /// `F_β = (1 + β²) P R / (β² P + R)` (van Rijsbergen 1979); 0 where both are 0.
  public func f(beta: Double) -> Double {
    let square = beta * beta
    let below = square * precision + recall
    return below > 0 ? (1 + square) * precision * recall / below : 0
  }
}
