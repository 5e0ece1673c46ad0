import Evaluation

/// A way of ranking documents for a query: any closure is one.
public struct RankingSystem: Sendable {
  /// A query and the number of results at the most in; documents with scores out, the best first.
  public typealias Ranking =
    @Sendable (TopicQuery, Int) throws -> [(document: String, score: Double)]

  /// The name in tables.
  public let name: String
  /// What it is, for reports: a model with its parameters.
  public let details: String
  /// Ranks.
  public let rank: Ranking
  /// A run that was made elsewhere: its scores are taken as they stand, ties among them.
  private let stored: Run?

  /// A system.
  public init(name: String, details: String = "", rank: @escaping Ranking) {
    self.name = name
    self.details = details
    self.rank = rank
    stored = nil
  }

  /// A run that was made elsewhere.
  public init(name: String, details: String = "", run: Run) {
    self.name = name
    self.details = details
    stored = run
    rank = { query, depth in
      (run.results(of: query.id) ?? []).prefix(depth).map { ($0.document, Double($0.score)) }
    }
  }

  /// Its results for queries, as a run. Scores fall strictly as 32-bit floats, in the system's own
  /// order, as they do in the run that `qsearch run` writes. A run that was made elsewhere is given
  /// back as it is, with all its queries.
  public func run(_ queries: [TopicQuery], depth: Int = 1000) throws -> Run {
    if let stored { return stored }
    var rankings: [(query: String, results: [(document: String, score: Double)])] = []
    rankings.reserveCapacity(queries.count)
    for query in queries {
      var previous = Float.infinity
      var results = try rank(query, depth)
      for index in results.indices {
        previous = min(Float(results[index].score), previous.nextDown)
        results[index].score = Double(previous)
      }
      rankings.append((query.id, results))
    }
    return try Run(rankings, name: name)
  }
}
