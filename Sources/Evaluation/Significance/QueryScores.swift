/// The figures of one system by one measure, a query each, in the order of the queries' ids by
/// bytes (so that no figure derived from them depends on the order in which they were given).
public struct QueryScores: Sendable, Hashable {
  /// Ids of the queries, ascending by bytes, each once.
  public let queries: [String]
  /// The figure of the query at the same place.
  public let values: [Double]

  /// The largest magnitude that is accepted: squares and sums of it stay finite.
  public static let largestMagnitude = 1e100

  /// Scores of `queries`, one value each.
  ///
  /// - Throws: `StatisticsError` without queries, with an id twice, with more ids than values or
  ///   the reverse, and for a value that is not finite or beyond `largestMagnitude`.
  public init(queries: [String], values: [Double]) throws(StatisticsError) {
    guard queries.count == values.count else {
      throw .countMismatch(ids: queries.count, values: values.count)
    }
    guard !queries.isEmpty else { throw .empty(what: "queries") }
    for (query, value) in zip(queries, values) where !(abs(value) <= Self.largestMagnitude) {
      throw .outOfRange(
        id: query, value: "\(value)", expected: "a number of at most 1e100 in magnitude")
    }
    let order = queries.indices.sorted { ByteOrder.precedes(queries[$0], queries[$1]) }
    self.queries = order.map { queries[$0] }
    self.values = order.map { values[$0] }
    var seen: Set<String> = []
    for query in self.queries where !seen.insert(query).inserted { throw .duplicate(id: query) }
  }

  /// Scores of pairs of a query and its value.
  ///
  /// - Throws: as `init(queries:values:)`.
  public init(_ pairs: [(query: String, value: Double)]) throws(StatisticsError) {
    try self.init(queries: pairs.map(\.query), values: pairs.map(\.value))
  }

  /// The mean over the queries.
  public var mean: Double { FixedOrderSum.mean(values) }

  /// Throws where `other` has not the same queries.
  func requireSameQueries(as other: QueryScores) throws(StatisticsError) {
    guard queries != other.queries else { return }
    let sides = StatisticsError.unlike(queries, wanted: other.queries)
    throw .differentQueries(missing: sides.missing, unexpected: sides.unexpected)
  }
}
