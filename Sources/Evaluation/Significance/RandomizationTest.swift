/// The paired randomization test on the mean difference, two-sided (Fisher 1935; Smucker, Allan
/// and Carterette, "A comparison of statistical significance tests for information retrieval
/// evaluation", CIKM 2007).
///
/// If the two systems were the same, each query's two figures could as well have come the other
/// way round: all `2^n` choices of signs of the differences are equally likely. The p-value is the
/// share of choices whose mean is at least as far from 0 as the observed one. Differences of 0 do
/// not matter (turning their sign changes nothing), so the choices over the `m` others give the
/// same share. With `m` up to the limit all are counted; above it `trials` random choices are, and
/// `p = (count + 1) / (trials + 1)`, which is never 0 (Davison and Hinkley 1997, 4.2).
///
/// Sums that differ by less than 1e-11 of Σ|dᵢ| count as equal: rounding must not decide ties.
public struct RandomizationTest: Sendable, Hashable {
  /// How the test is run.
  public struct Options: Sendable, Hashable {
    /// Up to this many non-zero differences every choice of signs is counted; 0 to 26.
    public var exactLimit: Int
    /// Random choices where there are more; 1 to 100,000,000.
    public var trials: Int
    /// The seed of the random choices.
    public var seed: UInt64

    /// Options; the defaults are exact up to 20 differences, else 100,000 choices from seed 1.
    public init(exactLimit: Int = 20, trials: Int = 100_000, seed: UInt64 = 1) {
      self.exactLimit = exactLimit
      self.trials = trials
      self.seed = seed
    }

    /// Throws where a setting is out of its range.
    func validate() throws(StatisticsError) {
      guard (0...26).contains(exactLimit) else {
        throw .invalidSetting(name: "exact limit", reason: "from 0 to 26 differences")
      }
      guard (1...100_000_000).contains(trials) else {
        throw .invalidSetting(name: "trials", reason: "from 1 to 100,000,000")
      }
    }
  }

  /// The two-sided p-value.
  public let probability: Double
  /// Whether every choice of signs was counted.
  public let isExact: Bool
  /// Choices of signs that `probability` rests on.
  public let choices: Int
  /// Queries on which the systems differ.
  public let nonZeroCount: Int
  /// The smallest p-value that this many differing queries can reach: `2 / 2^m`, 1 without any;
  /// for random choices at least `1 / (trials + 1)`.
  public let smallestReachable: Double

  /// Runs the test. Cost: `2^m` (exact) or `trials · m / 8` additions.
  ///
  /// - Throws: `StatisticsError.invalidSetting` where an option is out of its range.
  public init(
    _ differences: PairedDifferences, options: Options = Options()
  ) throws(StatisticsError) {
    try options.validate()
    let values = differences.values.filter { $0 != 0 }
    nonZeroCount = values.count
    isExact = values.count <= options.exactLimit
    guard !values.isEmpty else {
      (probability, choices, smallestReachable) = (1, 1, 1)
      return
    }
    let sums = SignedSums(values)
    let tolerance = 1e-11 * FixedOrderSum.sum(values.map { abs($0) })
    let threshold = abs(sums.observed) - tolerance
    // 2 / 2^m; beyond a thousand queries it is 0 as a number.
    let reachable = Double(sign: .plus, exponent: 1 - values.count, significand: 1)
    if isExact {
      // Turning every sign gives the same magnitude: the last sign stays, half the work.
      let free = values.count - 1
      let count = sums.countOfAllChoices(free: free, reaching: threshold)
      choices = 1 << values.count
      probability = Double(count) / Double(1 << free)
      smallestReachable = reachable
    } else {
      var generator = SplitMix64(seed: options.seed)
      let count = sums.countOfRandomChoices(
        trials: options.trials, reaching: threshold, using: &generator)
      choices = options.trials
      probability = Double(count + 1) / Double(options.trials + 1)
      smallestReachable = max(reachable, 1 / Double(options.trials + 1))
    }
  }
}
