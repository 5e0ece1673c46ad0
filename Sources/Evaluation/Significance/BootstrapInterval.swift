/// A confidence interval from resampling the queries (Efron and Tibshirani, "An introduction to
/// the bootstrap", 1993).
public struct BootstrapInterval: Sendable, Hashable {
  /// How the ends are taken from the resampled statistics.
  public enum Method: String, Sendable, Hashable, CaseIterable {
    /// The quantiles at (1 − level) / 2 and (1 + level) / 2.
    case percentile
    /// Bias-corrected and accelerated (Efron 1987): the quantiles are moved by the bias of the
    /// resampled statistics and by the skewness of the sample.
    case biasCorrectedAccelerated = "bca"
  }

  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double
  /// The level, 0.95 for an interval of 95 %.
  public let level: Double
  /// How the ends were taken.
  public let method: Method

  /// The interval of a statistic with the value `observed`, from its values in the resamples
  /// (`replicates`) and with each query left out (`jackknife`). `nil` where an end is not finite.
  ///
  /// Quantiles interpolate linearly (type 7 of Hyndman and Fan 1996). Replicates within 1e-12 of
  /// the observed value in relation to the largest count half to either side. Where every
  /// replicate is on one side, every jackknife value the same, or the acceleration too large for
  /// the approximation, the percentiles stand.
  init?(
    observed: Double, replicates: [Double], jackknife: [Double], level: Double, method: Method
  ) {
    let sorted = replicates.sorted()
    guard let least = sorted.first, let most = sorted.last, observed.isFinite else { return nil }
    self.level = level
    self.method = method
    var levels = ((1 - level) / 2, (1 + level) / 2)
    if method == .biasCorrectedAccelerated {
      let scale = [abs(observed), abs(least), abs(most)].filter(\.isFinite).max() ?? 0
      let below = sorted.count { $0 < observed - 1e-12 * scale }
      let notAbove = sorted.count { $0 <= observed + 1e-12 * scale }
      let share = Double(below + notAbove) / Double(2 * sorted.count)
      if share > 0, share < 1, let acceleration = Self.acceleration(jackknife) {
        let bias = NormalDistribution.quantile(share)
        if let lower = Self.moved(levels.0, bias: bias, acceleration: acceleration),
          let upper = Self.moved(levels.1, bias: bias, acceleration: acceleration)
        {
          levels = (lower, upper)
        }
      }
    }
    low = Self.quantile(sorted, levels.0)
    high = Self.quantile(sorted, levels.1)
    guard low.isFinite, high.isFinite else { return nil }
  }

  /// A sixth of the skewness of the jackknife values' deviations (Efron and Tibshirani, 14.15);
  /// `nil` where they are all the same or not finite.
  private static func acceleration(_ jackknife: [Double]) -> Double? {
    let mean = FixedOrderSum.mean(jackknife)
    let deviations = jackknife.map { mean - $0 }
    let squares = FixedOrderSum.sum(deviations.map { $0 * $0 })
    let cubes = FixedOrderSum.sum(deviations.map { $0 * $0 * $0 })
    let value = cubes / (6 * squares * squares.squareRoot())
    return value.isFinite ? value : nil
  }

  /// `Φ(z₀ + (z₀ + z) / (1 − a (z₀ + z)))`, `z` the normal quantile at `level` (14.10).
  /// `nil` where the denominator is not positive: the approximation has broken down.
  private static func moved(_ level: Double, bias: Double, acceleration: Double) -> Double? {
    let shifted = bias + NormalDistribution.quantile(level)
    let below = 1 - acceleration * shifted
    return below > 0 ? NormalDistribution.cumulative(bias + shifted / below) : nil
  }

  /// The quantile of sorted values, interpolated linearly.
  private static func quantile(_ sorted: [Double], _ level: Double) -> Double {
    let place = level * Double(sorted.count - 1)
    let below = max(0, min(sorted.count - 1, Int(place.rounded(.down))))
    let above = min(below + 1, sorted.count - 1)
    let share = place - Double(below)
    // Also where both are infinite and their difference is not a number.
    if sorted[below] == sorted[above] || share <= 0 { return sorted[below] }
    return sorted[below] + share * (sorted[above] - sorted[below])
  }
}
