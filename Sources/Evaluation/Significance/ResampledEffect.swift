/// Means and standardized means of resamples of a list of differences.
struct ResampledEffect {
  /// Deviations from the mean: sums of their squares lose no digits.
  private let centered: [Double]
  private let mean: Double

  /// The effect of `values`, whose mean is `mean`. At least two values.
  init(values: [Double], mean: Double) {
    centered = values.map { $0 - mean }
    self.mean = mean
  }

  /// The mean and mean over deviation of a sample of `count` with these sums of deviations.
  private func statistics(
    sum: Double, squares: Double, count: Double
  ) -> (mean: Double, ratio: Double) {
    let sampleMean = mean + sum / count
    let spread = squares - sum * sum / count
    // One value drawn every time: what is left is rounding.
    guard count > 1, spread > 1e-12 * squares else {
      return (sampleMean, sampleMean == 0 ? 0 : sampleMean * .infinity)
    }
    return (sampleMean, sampleMean / (spread / (count - 1)).squareRoot())
  }

  /// Both statistics of `count` resamples with replacement.
  func replicates(count: Int, seed: UInt64) -> (means: [Double], ratios: [Double]) {
    var generator = SplitMix64(seed: seed)
    var means: [Double] = []
    var ratios: [Double] = []
    means.reserveCapacity(count)
    ratios.reserveCapacity(count)
    centered.withUnsafeBufferPointer { values in
      for _ in 0..<count {
        var sum = 0.0
        var squares = 0.0
        for _ in 0..<values.count {
          let value = values[generator.below(values.count)]
          sum += value
          squares += value * value
        }
        let result = statistics(sum: sum, squares: squares, count: Double(values.count))
        means.append(result.mean)
        ratios.append(result.ratio)
      }
    }
    return (means, ratios)
  }

  /// Both statistics with each value left out in turn.
  func jackknife() -> (means: [Double], ratios: [Double]) {
    let sum = FixedOrderSum.sum(centered)
    let squares = FixedOrderSum.sum(centered.map { $0 * $0 })
    let results = centered.map {
      statistics(sum: sum - $0, squares: squares - $0 * $0, count: Double(centered.count - 1))
    }
    return (results.map(\.mean), results.map(\.ratio))
  }
}
