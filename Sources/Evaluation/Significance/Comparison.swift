/// One system against one baseline by one measure.
public struct Comparison: Sendable, Hashable {
  /// The baseline's name.
  public let baseline: String
  /// The system's name.
  public let system: String
  /// The measure's name; a higher figure is a better one.
  public let measure: String
  /// The figures and differences of every query.
  public let differences: PairedDifferences
  /// On how many queries the system is above or below.
  public let winsTiesLosses: WinsTiesLosses
  /// How much the system differs, with intervals.
  public let effect: EffectSize
  /// The randomization test.
  public let randomization: RandomizationTest
  /// The t-test, where it is defined.
  public let tTest: PairedTTest?
  /// The p-value of the test asked for, corrected for the family.
  public internal(set) var adjustedProbability: Double
  /// The smallest value that `adjustedProbability` could have had with this many differing
  /// queries, the family's other p-values being what they are.
  public internal(set) var smallestReachable: Double
  /// What can be said.
  public internal(set) var verdict: ComparisonVerdict

  /// Queries compared.
  public var queryCount: Int { differences.values.count }

  /// Compares two systems alone: a family of one.
  ///
  /// - Throws: `StatisticsError` where their queries are not the same or an option is out of range.
  public init(
    baseline: String, _ before: QueryScores, system: String, _ after: QueryScores,
    measure: String, options: ComparisonOptions = ComparisonOptions()
  ) throws(StatisticsError) {
    try options.validate()
    self.baseline = baseline
    self.system = system
    self.measure = measure
    differences = try PairedDifferences(baseline: before, system: after)
    winsTiesLosses = WinsTiesLosses(differences, tolerance: options.tieTolerance)
    effect = try EffectSize(differences, options: options.effect)
    randomization = try RandomizationTest(differences, options: options.randomization)
    tTest = PairedTTest(differences)
    adjustedProbability = 1
    smallestReachable = randomization.smallestReachable
    verdict = .notShown
    adjustedProbability = probability(of: options.test)
    verdict = judged(alpha: options.alpha)
  }

  /// The p-value of `test` before any correction.
  public func probability(of test: ComparisonOptions.Test) -> Double {
    test == .randomization ? randomization.probability : tTest?.probability ?? 1
  }

  /// The verdict that the adjusted figures give.
  func judged(alpha: Double) -> ComparisonVerdict {
    if smallestReachable > alpha { return .cannotBeTested(queries: queryCount) }
    guard adjustedProbability <= alpha else { return .notShown }
    return effect.mean > 0 ? .better : .worse
  }
}
