/// Why scores, pairs or parameters cannot be compared, measured or tuned. `description` is one
/// line: what, where, what to do.
public enum StatisticsError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is nothing to compute from.
  case empty(what: String)
  /// Ids and values are not equally many.
  case countMismatch(ids: Int, values: Int)
  /// An id stands twice where it must stand once.
  case duplicate(id: String)
  /// A value is not a number, infinite, or outside its range.
  case outOfRange(id: String, value: String, expected: String)
  /// Two systems were scored on different queries; up to five of each side are named.
  case differentQueries(missing: [String], unexpected: [String])
  /// Two clusterings are of different items; up to five of each side are named.
  case differentItems(missing: [String], unexpected: [String])
  /// A system has no scores for a measure.
  case missingMeasure(system: String, measure: String)
  /// A setting is outside what can be computed.
  case invalidSetting(name: String, reason: String)
  /// A query of the test part reached the tuning.
  case testQuery(id: String)
  /// A parameter space has more configurations than may be run.
  case tooManyConfigurations(count: Int, limit: Int)

  /// One line: what, where, what to do next.
  public var description: String {
    switch self {
    case .empty(let what): return "no \(what); give at least one"
    case .countMismatch(let ids, let values):
      return "\(ids) ids but \(values) values; give one value an id"
    case .duplicate(let id): return "'\(id)' stands there twice; keep one"
    case .outOfRange(let id, let value, let expected):
      return "'\(id)' has the value \(value); expected \(expected)"
    case .differentQueries(let missing, let unexpected):
      return "the systems were scored on different queries "
        + Self.sides(missing, unexpected) + "; score both on the same ones"
    case .differentItems(let missing, let unexpected):
      return "the clusterings are of different items " + Self.sides(missing, unexpected)
        + "; give each item a cluster in both, alone if need be"
    case .missingMeasure(let system, let measure):
      return "'\(system)' has no scores of \(measure); score every system by every measure"
    case .invalidSetting(let name, let reason): return "\(name): \(reason)"
    case .testQuery(let id):
      return "query '\(id)' belongs to the test part; tune on the development queries only"
    case .tooManyConfigurations(let count, let limit):
      return "\(count) configurations, more than the limit of \(limit);"
        + " give fewer values or use coordinate search"
    }
  }

  /// Up to five ids that are wanted but not given, and given but not wanted, for an error.
  static func unlike(
    _ given: [String], wanted: [String]
  ) -> (missing: [String], unexpected: [String]) {
    let (has, wants) = (Set(given), Set(wanted))
    return (
      Array(wanted.filter { !has.contains($0) }.prefix(5)),
      Array(given.filter { !wants.contains($0) }.prefix(5))
    )
  }

  private static func sides(_ missing: [String], _ unexpected: [String]) -> String {
    var parts: [String] = []
    if !missing.isEmpty { parts.append("missing: \(missing.joined(separator: ", "))") }
    if !unexpected.isEmpty { parts.append("unexpected: \(unexpected.joined(separator: ", "))") }
    return "(\(parts.joined(separator: "; ")))"
  }
}
