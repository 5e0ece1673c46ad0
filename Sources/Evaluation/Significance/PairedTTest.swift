/// The paired t-test, two-sided (Student 1908): `t = mean / (s / √n)` with `n − 1` degrees of
/// freedom.
///
/// It supposes that the mean difference is nearly normal, which the randomization test does not.
public struct PairedTTest: Sendable, Hashable {
  /// `t`, with the sign of the mean difference.
  public let statistic: Double
  /// `n − 1`.
  public let degreesOfFreedom: Int
  /// The two-sided p-value.
  public let probability: Double

  /// The test of `differences`; `nil` with fewer than two queries, or where every query differs
  /// by the same: without spread the statistic is not defined.
  public init?(_ differences: PairedDifferences) {
    guard let deviation = differences.standardDeviation, deviation > 0 else { return nil }
    let count = differences.values.count
    statistic = differences.mean / (deviation / Double(count).squareRoot())
    degreesOfFreedom = count - 1
    guard !statistic.isNaN else { return nil }
    probability = StudentDistribution.twoSidedProbability(
      statistic: statistic, degreesOfFreedom: degreesOfFreedom)
  }
}
