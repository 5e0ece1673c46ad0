/// Scores runs against judgments.
///
///     let evaluator = Evaluator(measures: [try Measure("nDCG@10"), try Measure("AP")])
///     let table = try evaluator.evaluate(Run.read("run.txt"), Judgments.read("qrels.txt"))
public struct Evaluator: Sendable {
  /// The measures, none twice.
  public let measures: [Measure]
  /// What is done where a run or judgments leave a choice.
  public var policy: ScoringPolicy
  /// Documents that are taken out before scoring.
  public var exclusions: Exclusions

  /// An evaluator; a measure that is given twice counts once.
  public init(
    measures: [Measure], policy: ScoringPolicy = ScoringPolicy(),
    exclusions: Exclusions = Exclusions()
  ) {
    var seen: Set<Measure> = []
    self.measures = measures.filter { seen.insert($0).inserted }
    self.policy = policy
    self.exclusions = exclusions
  }

  /// Scores a run. Queries are those of the judgments, in their order; queries of the run that
  /// nobody judged are left out and listed. `types` gives queries a type, for means by type.
  ///
  /// Linear in the number of results and judgments, with a sort for each query whose results do
  /// not stand by score. The same input gives the same numbers, bit for bit.
  ///
  /// - Throws: `EvaluationError` where no query is left to score, where the run has queries and
  ///   none of them was judged, or where a grade is higher than a measure is made for.
  public func evaluate(
    _ run: Run, _ judgments: Judgments, types: [String: String] = [:]
  ) throws(EvaluationError) -> ScoreTable {
    try checkGrades(of: judgments)
    var judge = RankingJudge(
      ties: policy.ties, judgments: judgments, run: run, exclusions: exclusions)
    var table = ScoreTable.Builder(measures: measures, policy: policy)
    for (place, id) in judgments.queries.enumerated() {
      let inRun = run.documents.places[id]
      let excluded = exclusions.documents.flatMap { pairs in
        pairs.places[id].map { pairs.documents(at: $0) }
      }
      let ranking = judge.ranking(
        of: RankingJudge.Query(
          id: id, judged: judgments.documents.documents(at: place),
          results: inRun.map { run.documents.documents(at: $0) } ?? [], excluded: excluded ?? []))
      table.add(id, type: types[id], isAnswered: inRun != nil, ranking)
    }
    for id in run.queries where judgments.documents.places[id] == nil { table.unjudged.append(id) }
    table.removed = judge.removed
    guard run.queries.isEmpty || table.unjudged.count < run.queries.count else {
      let ids = [run.queries.first, judgments.queries.first].map { EvaluationError.brief($0 ?? "") }
      throw .nothingToScore(
        reason: "no query of \(run.file) is judged in \(judgments.file); "
          + "their ids must be the same (one has '\(ids[0])', the other '\(ids[1])')")
    }
    return try table.finish()
  }

  private func checkGrades(of judgments: Judgments) throws(EvaluationError) {
    let limits = measures.compactMap { measure in measure.highestGrade.map { (measure, $0) } }
    guard let (measure, limit) = limits.min(by: { $0.1 < $1.1 }) else { return }
    let documents = judgments.documents
    guard let entry = documents.entries.first(where: { Int($0.grade) > limit }) else { return }
    throw .measure(
      name: measure.name,
      reason: "is for grades up to \(limit), and \(judgments.file):"
        + "\(documents.bytes.line(at: Int(entry.start))) has \(entry.grade); "
        + "scale the grades or leave the measure out")
  }
}
