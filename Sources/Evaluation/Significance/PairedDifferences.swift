/// What changed, query by query, from a baseline to a system: `system − baseline`.
///
/// A difference that rounding can explain (at most 1e-12 of the larger of the two figures) is 0:
/// two ways to add up the same figure are no difference between systems.
public struct PairedDifferences: Sendable, Hashable {
  /// The baseline's figures.
  public let baseline: QueryScores
  /// The system's figures, on the same queries.
  public let system: QueryScores
  /// `system − baseline`, in the order of the queries' ids.
  public let values: [Double]

  /// The differences of two systems on the same queries.
  ///
  /// - Throws: `StatisticsError.differentQueries` where their queries are not the same.
  public init(baseline: QueryScores, system: QueryScores) throws(StatisticsError) {
    try system.requireSameQueries(as: baseline)
    self.baseline = baseline
    self.system = system
    values = zip(baseline.values, system.values).map { before, after in
      let difference = after - before
      return abs(difference) <= 1e-12 * max(abs(before), abs(after)) ? 0 : difference
    }
  }

  /// Queries on which the two are not equal.
  public var nonZeroCount: Int { values.count { $0 != 0 } }
  /// The mean difference over all queries.
  public var mean: Double { FixedOrderSum.mean(values) }

  /// The standard deviation with n − 1 below; `nil` with fewer than two queries.
  public var standardDeviation: Double? {
    guard values.count > 1 else { return nil }
    let mean = self.mean
    let squares = values.map { ($0 - mean) * ($0 - mean) }
    let sum = FixedOrderSum.sum(squares)
    // All the same difference: what is left is rounding of the mean, not spread.
    let largest = values.reduce(0) { max($0, abs($1)) }
    if values.allSatisfy({ abs($0 - mean) <= 1e-12 * largest }) { return 0 }
    return (sum / Double(values.count - 1)).squareRoot()
  }

  /// The changes, the largest in magnitude first, those of equal magnitude by id; ties left out.
  public func mostChanged(limit: Int = 10) -> [QueryChange] {
    let order = values.indices.filter { values[$0] != 0 }.sorted {
      let first = abs(values[$0])
      let second = abs(values[$1])
      return first == second ? $0 < $1 : first > second
    }
    return order.prefix(max(0, limit)).map { change(at: $0) }
  }

  /// All changes in the order of the queries' ids.
  public var changes: [QueryChange] { values.indices.map { change(at: $0) } }

  private func change(at index: Int) -> QueryChange {
    QueryChange(
      query: baseline.queries[index], baseline: baseline.values[index],
      system: system.values[index], difference: values[index])
  }
}
