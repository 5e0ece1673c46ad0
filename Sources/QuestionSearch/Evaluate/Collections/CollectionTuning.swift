import Evaluation
import TextAnalysis

/// Tunes a system's parameters on the development part of a collection.
public struct CollectionTuning: Sendable {
  /// The system.
  public let systemName: String
  /// What decides.
  public let measure: Measure
  /// The mean of the system with the parameters that the collection gives it: what a gain is over.
  public let configuredMean: Double
  /// Folds, held-out figures and the whole surface.
  public let result: TuningResult

  /// Tunes.
  ///
  /// - Parameters:
  ///   - system: the name of one that has a model; the baseline if nothing is said.
  ///   - grid: parameters and their values, `k1=0.6|0.9|1.2,b=0.4|0.75`; of configurations that are
  ///     as good, the one nearest to the first values is chosen.
  ///   - measure: what decides; the collection's first if nothing is said.
  ///   - isCoordinate: one parameter after another, twice around, instead of the whole grid.
  /// - Throws: `EvaluationError`, `StatisticsError` or `QuestionSearchError` with what is wrong.
  public init(
    _ collection: EvaluationCollection, system: String? = nil, grid: String,
    measure: Measure? = nil, policy: ScoringPolicy = ScoringPolicy(), folds: Int = 5,
    isCoordinate: Bool = false
  ) throws {
    let name = system ?? collection.baseline ?? ""
    guard let described = collection.description.systems.first(where: { $0.name == name }),
      let model = described.model
    else {
      throw EvaluationError.unreadable(
        file: collection.file(CollectionFiles.descriptionName),
        reason: "there is no system '\(name)' with a model to tune")
    }
    let measures = try collection.measures()
    guard let measure = measure ?? measures.first else {
      throw EvaluationError.nothingToScore(reason: "no measure is named")
    }
    systemName = name
    self.measure = measure
    var options = TuningOptions()
    options.folds = folds
    options.strategy = isCoordinate ? .coordinate(rounds: 2) : .grid
    options.testQueries = collection.testQueryIDs
    let tuner = try Tuner(space: try Self.space(grid), options: options)
    let judgments = try collection.judgments(of: .development)
    let evaluator = Evaluator(
      measures: [measure], policy: policy, exclusions: collection.exclusions)
    let queries = collection.queries(of: .development)
    var indexes = CollectionIndexes(collection)
    let analyzer = described.analyzer ?? collection.description.analyzer ?? Analyzer.english.name
    // One index serves every configuration.
    let configured = try evaluator.evaluate(
      try indexes.system(described).run(queries), judgments)
    configuredMean = configured.mean(ofMeasure: 0)
    let indexed = indexes
    result = try tuner.tune(queries: configured.queries) {
      configuration in
      var indexes = indexed
      let ranking = try indexes.system(
        named: name, model: Self.name(of: model, with: configuration), analyzer: analyzer)
      let table = try evaluator.evaluate(try ranking.run(queries), judgments)
      return try QueryScores(queries: table.queries, values: table.values(ofMeasure: 0))
    }
  }

  /// The model's name with the configuration's parameters behind its own.
  private static func name(of model: String, with configuration: Configuration) -> String {
    let parameters = configuration.parameters.map(\.name)
      .map { "\($0)=\(configuration[$0]?.description ?? "")" }.joined(separator: ",")
    return model + (model.utf8.contains(UInt8(ascii: ":")) ? "," : ":") + parameters
  }

  /// Reads `k1=0.6|0.9,b=0.4|0.75`.
  private static func space(_ grid: String) throws -> ParameterSpace {
    var parameters: [Parameter] = []
    for part in grid.split(separator: ",") {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      let values = sides.count == 2 ? sides[1].split(separator: "|").map(String.init) : []
      let numbers = values.compactMap(Double.init)
      guard sides.count == 2, !numbers.isEmpty, numbers.count == values.count else {
        throw StatisticsError.invalidSetting(
          name: "grid", reason: "write parameters and values as 'k1=0.6|0.9|1.2,b=0.4|0.75'")
      }
      parameters.append(
        try Parameter(
          name: String(sides[0]), values: numbers.map { .number($0) }, default: .number(numbers[0]))
      )
    }
    return try ParameterSpace(parameters)
  }
}
