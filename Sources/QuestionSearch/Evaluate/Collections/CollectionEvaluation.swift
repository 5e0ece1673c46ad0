import Evaluation

/// What came of running systems on a collection.
public struct CollectionEvaluation: Sendable {
  /// One system's results and figures.
  public struct Result: Sendable {
    /// The system's name.
    public let name: String
    /// What it is: analyzer and model with parameters.
    public let details: String
    /// Its results.
    public let run: Run
    /// Its figures, by query and measure.
    public let scores: ScoreTable
  }

  /// How a collection is evaluated.
  public struct Options: Sendable {
    /// Which queries.
    public var part = QueryPart.all
    /// The measures; those of the collection if there are none here. The first decides comparisons.
    public var measures: [Measure] = []
    /// What is done where runs or judgments leave a choice.
    public var policy = ScoringPolicy()
    /// Judgments of documents that the collection does not have.
    public var absent = Judgments.AbsentDocuments.refused
    /// Results a query at the most.
    public var depth = 1000
    /// How systems are compared.
    public var comparison = ComparisonOptions()

    /// All queries under the policy of `trec_eval -c`.
    public init() {}
  }

  /// The collection.
  public let collection: EvaluationCollection
  /// How it was evaluated.
  public let options: Options
  /// The measures, the deciding one first.
  public let measures: [Measure]
  /// What scored the runs.
  private let evaluator: Evaluator
  /// The systems in the order of the description, then those that were added.
  public let results: [Result]
  /// The systems beside the baseline, by the first measure; nil where there is one system.
  public let comparisons: ComparisonFamily?
  /// Hashes of all files that took part, by name.
  public let inputs: [String: String]
  /// Judgments of documents that are not there, where they are counted.
  public let absentJudgments: Int

  /// Runs the systems of a collection, and more.
  ///
  /// - Parameter systems: ways of ranking of the caller's own, beside those that the collection
  ///   names.
  /// - Throws: `QuestionSearchError`, `EvaluationError` or `StatisticsError` with file and line,
  ///   and what a system throws.
  public init(
    _ collection: EvaluationCollection, options: Options = Options(),
    adding systems: [RankingSystem] = []
  ) throws {
    self.collection = collection
    self.options = options
    let evaluator = Evaluator(
      measures: try options.measures.isEmpty ? collection.measures() : options.measures,
      policy: options.policy, exclusions: collection.exclusions)
    self.evaluator = evaluator
    // A measure that is named twice counts once.
    measures = evaluator.measures
    var indexes = CollectionIndexes(collection)
    var all: [RankingSystem] = []
    for system in collection.description.systems { all.append(try indexes.system(system)) }
    all += systems
    absentJudgments =
      try indexes.documentNames().map {
        try collection.judgments.check(documents: $0, absent: options.absent)
      } ?? 0
    let queries = collection.queries(of: options.part)
    let judgments = try collection.judgments(of: options.part)
    let types = collection.types
    results = try all.map { system in
      let run = try system.run(queries, depth: options.depth)
      return Result(
        name: system.name, details: system.details, run: run,
        scores: try evaluator.evaluate(run, judgments, types: types))
    }
    inputs = collection.inputs.merging(indexes.inputs) { first, _ in first }
    comparisons = try Self.compare(
      results, baseline: collection.baseline, measure: measures.first, options.comparison)
  }

  private static func compare(
    _ results: [Result], baseline: String?, measure: Measure?, _ options: ComparisonOptions
  ) throws -> ComparisonFamily? {
    guard results.count > 1, let measure else { return nil }
    let systems = try results.map { result in
      SystemScores(
        name: result.name,
        measures: [
          measure.name: try QueryScores(
            queries: result.scores.queries, values: result.scores.values(ofMeasure: 0))
        ])
    }
    guard let first = systems.first(where: { $0.name == baseline }) ?? systems.first else {
      return nil
    }
    return try ComparisonFamily.against(
      baseline: first, systems: systems.filter { $0.name != first.name },
      measures: [measure.name], options: options)
  }

  /// A query's results as they were scored: excluded ones left out, in the order of scores.
  public func ranking(of query: String, by result: Result) -> [RankedResult] {
    evaluator.ranking(of: query, in: result.run, collection.judgments)
  }

  /// The results of the system of that name.
  public func result(named name: String) -> Result? { results.first { $0.name == name } }
}
