import Evaluation
import QuestionBanks

/// How well search finds what the bank is known to have: quality without judgments.
public struct SelfEvaluation: Sendable {
  /// One kind of query.
  public struct Row: Sendable {
    /// How the queries were made.
    public let kind: KnownItemKind
    /// How many there are.
    public let queryCount: Int
    /// For each measure its mean and the ends of its 95 % bootstrap interval.
    public let figures: [(measure: String, mean: Double, low: Double, high: Double)]
    /// Queries that did not find their entry among the first ten, at most five.
    public let missed: [KnownItemQuery]
  }

  /// The measures of the table.
  public static let measures = ["Success@1", "Success@5", "Success@10", "RR@10"]

  /// A row for each kind of which the bank gives queries.
  public let rows: [Row]
  /// Kinds of which it gives none.
  public let absent: [KnownItemKind]
  /// What chose the queries.
  public let seed: UInt64

  /// Makes queries from an index's entries and looks them up in it.
  ///
  /// - Parameters:
  ///   - limit: queries a kind at the most.
  ///   - seed: chooses entries and changes; the same gives the same figures.
  public init(
    _ index: QuestionIndex, ranking: Ranking = .questions, limit: Int = 200, seed: UInt64 = 1
  ) throws {
    var entries: [Entry] = []
    try index.forEachEntry { entries.append($0) }
    let generator = KnownItemGenerator(entries, seed: seed)
    let measures = try Self.measures.map { try Measure($0) }
    var rows: [Row] = []
    var absent: [KnownItemKind] = []
    for kind in KnownItemKind.allCases {
      let queries = generator.queries(kind, limit: limit)
      guard !queries.isEmpty else {
        absent.append(kind)
        continue
      }
      rows.append(try Self.row(kind, queries, index, ranking, measures))
    }
    self.rows = rows
    self.absent = absent
    self.seed = seed
  }

  private static func row(
    _ kind: KnownItemKind, _ queries: [KnownItemQuery], _ index: QuestionIndex,
    _ ranking: Ranking, _ measures: [Measure]
  ) throws -> Row {
    let system = RankingSystem(name: "self") { query, depth in
      try index.ranking(query.text, ranking: ranking, depth: depth)
    }
    let deepest = 10 + (queries.map(\.excluded.count).max() ?? 0)
    let run = try system.run(
      queries.map { TopicQuery(id: $0.id, text: $0.text) }, depth: deepest)
    let judgments = try Judgments(
      queries.map { ($0.id, $0.relevant.map { (document: $0, grade: 1) }) })
    let exclusions = try Exclusions(queries.map { ($0.id, $0.excluded) })
    let table = try Evaluator(measures: measures, exclusions: exclusions)
      .evaluate(run, judgments)
    let found = table.values(ofMeasure: measures.count - 2)
    let missed = zip(queries, found).filter { $0.1 == 0 }.map(\.0)
    return Row(
      kind: kind, queryCount: queries.count,
      figures: try measures.indices.map { try figure(table, measure: $0) },
      missed: Array(missed.prefix(5)))
  }

  private static func figure(
    _ table: ScoreTable, measure: Int
  ) throws -> (measure: String, mean: Double, low: Double, high: Double) {
    let values = table.values(ofMeasure: measure)
    let zero = try QueryScores(
      queries: table.queries, values: values.map { _ in 0 })
    let differences = try PairedDifferences(
      baseline: zero, system: try QueryScores(queries: table.queries, values: values))
    let interval = try EffectSize(differences).meanInterval
    let mean = table.mean(ofMeasure: measure)
    return (table.measures[measure].name, mean, interval?.low ?? mean, interval?.high ?? mean)
  }
}
