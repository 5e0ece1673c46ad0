extension ScoreTable {
  /// Fills a score table query by query.
  struct Builder {
    private var table: ScoreTable
    /// Queries of the run that nobody judged.
    var unjudged: [String] = []
    /// Results and judgments that the exclusions took out.
    var removed = (results: 0, judgments: 0)

    init(measures: [Measure], policy: ScoringPolicy) {
      table = ScoreTable(measures: measures, policy: policy)
    }

    /// Scores a judged query, or leaves it out where the policy says so.
    mutating func add(_ id: String, type: String?, isAnswered: Bool, _ ranking: JudgedRanking) {
      let hasRelevant = ranking.relevant(1) > 0
      if !isAnswered { table.missing.append(id) }
      if !hasRelevant { table.withoutRelevant.append(id) }
      guard isAnswered || table.policy.missing == .zero,
        hasRelevant || table.policy.noRelevant == .count
      else { return }
      table.queries.append(id)
      table.types.append(type)
      let scored = table.policy.unjudged == .removed ? ranking.condensed : ranking
      for (index, measure) in table.measures.enumerated() {
        table.values.append(measure.value(of: scored))
        guard let cutoff = measure.cutoff, let counts = table.judgedCounts[index] else { continue }
        let depth = min(cutoff, ranking.retrieved)
        let judged = ranking.hits.prefix { $0.rank <= depth }.count
        table.judgedCounts[index] = (counts.results + depth, counts.unjudged + depth - judged)
      }
    }

    /// The filled table.
    func finish() throws(EvaluationError) -> ScoreTable {
      guard !table.queries.isEmpty else {
        throw .nothingToScore(
          reason: "the policy leaves out every judged query: \(table.missing.count) not answered, "
            + "\(table.withoutRelevant.count) without relevant documents")
      }
      var table = table
      table.unjudged = unjudged
      table.excludedResults = removed.results
      table.excludedJudgments = removed.judgments
      return table
    }
  }
}
