/// How much a system differs from the baseline, with intervals from resampled queries.
///
/// The default method is BCa. Both statistics are skewed when few queries move much, and the
/// second is a ratio, which is biased; percentiles cover too little there. It costs one more pass.
public struct EffectSize: Sendable, Hashable {
  /// How intervals are made.
  public struct Options: Sendable, Hashable {
    /// The level, above 0 and below 1.
    public var level: Double
    /// Resamples, 100 to 1,000,000.
    public var resamples: Int
    /// How the ends are taken.
    public var method: BootstrapInterval.Method
    /// The seed of the resamples.
    public var seed: UInt64

    /// Options; the defaults are 95 %, 10,000 resamples, BCa, seed 1.
    public init(
      level: Double = 0.95, resamples: Int = 10_000,
      method: BootstrapInterval.Method = .biasCorrectedAccelerated, seed: UInt64 = 1
    ) {
      self.level = level
      self.resamples = resamples
      self.method = method
      self.seed = seed
    }

    /// Throws where a setting is out of its range.
    func validate() throws(StatisticsError) {
      guard level > 0, level < 1 else {
        throw .invalidSetting(name: "level", reason: "above 0 and below 1")
      }
      guard (100...1_000_000).contains(resamples) else {
        throw .invalidSetting(name: "resamples", reason: "from 100 to 1,000,000")
      }
    }
  }

  /// The mean difference, `system − baseline`.
  public let mean: Double
  /// Its interval; `nil` with fewer than two queries.
  public let meanInterval: BootstrapInterval?
  /// Cohen's d_z: the mean difference over the standard deviation of the differences (Cohen 1988,
  /// 2.3); `nil` where that is 0 or not defined.
  public let standardized: Double?
  /// Its interval; `nil` with fewer than two queries, or where so many resamples have no spread
  /// that an end is infinite.
  public let standardizedInterval: BootstrapInterval?

  /// The effect of `differences`. Cost: resamples × queries.
  ///
  /// - Throws: `StatisticsError.invalidSetting` where an option is out of its range.
  public init(
    _ differences: PairedDifferences, options: Options = Options()
  ) throws(StatisticsError) {
    try options.validate()
    mean = differences.mean
    guard let deviation = differences.standardDeviation else {
      (meanInterval, standardized, standardizedInterval) = (nil, nil, nil)
      return
    }
    standardized = deviation > 0 ? mean / deviation : nil
    let sample = ResampledEffect(values: differences.values, mean: mean)
    let (means, ratios) = sample.replicates(count: options.resamples, seed: options.seed)
    let left = sample.jackknife()
    meanInterval = BootstrapInterval(
      observed: mean, replicates: means, jackknife: left.means, level: options.level,
      method: options.method)
    standardizedInterval = standardized.flatMap {
      BootstrapInterval(
        observed: $0, replicates: ratios, jackknife: left.ratios, level: options.level,
        method: options.method)
    }
  }
}
