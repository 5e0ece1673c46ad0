/// What a comparison allows to say.
public enum ComparisonVerdict: Sendable, Hashable, CustomStringConvertible {
  /// The system is above the baseline, and chance is an unlikely explanation.
  case better
  /// The system is below the baseline, and chance is an unlikely explanation.
  case worse
  /// Chance explains what was seen. This is not evidence that the two are equal.
  case notShown
  /// Even if every differing query agreed, so few could not reach the level in a randomization
  /// test. Then a t-test says nothing either: so few show no normal distribution.
  case cannotBeTested(queries: Int)

  /// A few words for a table.
  public var description: String {
    switch self {
    case .better: return "better"
    case .worse: return "worse"
    case .notShown: return "not shown to differ"
    case .cannotBeTested(let queries):
      return "cannot be tested with \(queries) \(queries == 1 ? "query" : "queries")"
    }
  }
}
