/// How systems are compared.
public struct ComparisonOptions: Sendable, Hashable {
  /// The test that the verdict rests on.
  public enum Test: String, Sendable, Hashable, CaseIterable {
    /// `RandomizationTest`.
    case randomization
    /// `PairedTTest`; a comparison where it is not defined counts with p = 1.
    case t
  }

  /// Which comparisons are corrected together.
  public enum Scope: String, Sendable, Hashable, CaseIterable {
    /// All that are asked for at once, over systems and measures.
    case all
    /// Those of one measure.
    case eachMeasure = "each-measure"
  }

  /// The level: a claim is made where the adjusted p-value is at most this. Above 0, below 1.
  public var alpha = 0.05
  /// The test that the verdict rests on.
  public var test = Test.randomization
  /// How p-values are corrected.
  public var correction = Correction.holm
  /// Which comparisons are corrected together.
  public var scope = Scope.all
  /// The difference up to which two figures of a query are a tie; 0 is equal but for rounding.
  public var tieTolerance = 0.0
  /// How the randomization test is run.
  public var randomization = RandomizationTest.Options()
  /// How intervals are made.
  public var effect = EffectSize.Options()

  /// The defaults: Holm over all comparisons of randomization tests at 0.05.
  public init() {}

  /// Throws where a setting is out of its range.
  func validate() throws(StatisticsError) {
    guard alpha > 0, alpha < 1 else {
      throw .invalidSetting(name: "alpha", reason: "above 0 and below 1")
    }
    guard tieTolerance >= 0, tieTolerance.isFinite else {
      throw .invalidSetting(name: "tie tolerance", reason: "a number that is not negative")
    }
    try randomization.validate()
    try effect.validate()
  }
}
