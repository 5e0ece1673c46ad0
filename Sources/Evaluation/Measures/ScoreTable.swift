/// The scores of a run: a value for each scored query and measure, and what there is to know beside
/// them.
public struct ScoreTable: Sendable {
  /// The measures: the columns.
  public let measures: [Measure]
  /// The policy under which the run was scored.
  public let policy: ScoringPolicy
  /// The ids of the scored queries, in the order of the judgments: the rows.
  public internal(set) var queries: [String] = []
  /// The type of each scored query, nil where it has none.
  public internal(set) var types: [String?] = []
  /// Judged queries that the run does not have.
  public internal(set) var missing: [String] = []
  /// Queries of the run that nobody judged. They are not scored.
  public internal(set) var unjudged: [String] = []
  /// Judged queries without a relevant document (a grade of 1 or more).
  public internal(set) var withoutRelevant: [String] = []
  /// Results that the exclusions took out of the run.
  public internal(set) var excludedResults = 0
  /// Judgments that the exclusions took out.
  public internal(set) var excludedJudgments = 0

  /// Values row by row.
  var values: [Double] = []
  /// For each measure with a cutoff k: results at ranks 1 to k, and those of them without judgment.
  var judgedCounts: [(results: Int, unjudged: Int)?]

  init(measures: [Measure], policy: ScoringPolicy) {
    self.measures = measures
    self.policy = policy
    judgedCounts = measures.map { $0.cutoff.map { _ in (0, 0) } }
  }

  /// The value of a query, by its place in `queries`, for a measure, by its place in `measures`.
  public func value(query: Int, measure: Int) -> Double {
    values[query * measures.count + measure]
  }

  /// The values of one measure, by its place in `measures`, for all queries in order.
  public func values(ofMeasure measure: Int) -> [Double] {
    queries.indices.map { value(query: $0, measure: measure) }
  }

  /// The mean of one measure, by its place in `measures`, over all scored queries.
  public func mean(ofMeasure measure: Int) -> Double {
    mean(ofMeasure: measure, over: Array(queries.indices))
  }

  /// The means by query type: types in alphabetical order, with the number of their queries and a
  /// mean for each measure. Queries without a type are in none.
  public func meansByType() -> [(type: String, queries: Int, means: [Double])] {
    var rows: [String: [Int]] = [:]
    for (row, type) in types.enumerated() {
      if let type { rows[type, default: []].append(row) }
    }
    return rows.sorted { $0.key < $1.key }.map { type, rows in
      (type, rows.count, measures.indices.map { mean(ofMeasure: $0, over: rows) })
    }
  }

  /// Beside a measure with a cutoff k: the share, of all results at ranks 1 to k of scored queries,
  /// that have no line in the judgments. Nil without a cutoff, or where there are no results.
  public func unjudgedShare(ofMeasure measure: Int) -> Double? {
    guard let counts = judgedCounts[measure], counts.results > 0 else { return nil }
    return Double(counts.unjudged) / Double(counts.results)
  }

  /// Sums in the order of the rows, so that the same input gives the same bits.
  private func mean(ofMeasure measure: Int, over rows: [Int]) -> Double {
    var sum = 0.0
    for row in rows { sum += value(query: row, measure: measure) }
    return sum / Double(max(rows.count, 1))
  }
}
