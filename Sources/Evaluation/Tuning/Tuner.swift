/// Chooses parameters by cross-validation over queries (Stone 1974): for each fold those that are
/// best on the other folds, tried on the fold itself.
///
/// A system is a closure: a configuration in, a figure for each query out. It runs once for each
/// configuration.
public struct Tuner: Sendable, Hashable {
  /// The parameters and their values.
  public let space: ParameterSpace
  /// How they are tuned.
  public let options: TuningOptions

  /// A tuner.
  ///
  /// - Throws: `StatisticsError` with fewer than two folds, no rounds, or a grid beyond the limit.
  public init(
    space: ParameterSpace, options: TuningOptions = TuningOptions()
  ) throws(StatisticsError) {
    guard options.folds >= 2 else {
      throw .invalidSetting(name: "folds", reason: "at least 2")
    }
    guard options.limit > 0 else {
      throw .invalidSetting(name: "limit", reason: "at least 1 configuration")
    }
    switch options.strategy {
    case .grid:
      guard space.count <= options.limit else {
        throw .tooManyConfigurations(count: space.count, limit: options.limit)
      }
    case .coordinate(let rounds):
      guard rounds > 0 else { throw .invalidSetting(name: "rounds", reason: "at least 1") }
    }
    self.space = space
    self.options = options
  }

  /// Tunes on `queries`.
  ///
  /// Queries go to folds by a hash of the seed and their (or their group's) id, so that folds are
  /// nearly equal and the same on every machine, in whatever order the queries are given.
  ///
  /// - Throws: `StatisticsError.testQuery` before anything is run where a query is of the test
  ///   part; `StatisticsError` where its group has test queries, a query stands twice, there are
  ///   fewer groups than folds, or a configuration's figures are not of these queries; what
  ///   `system` throws.
  public func tune<Failure: Error>(
    queries: [String], system: @escaping (Configuration) throws(Failure) -> QueryScores
  ) throws -> TuningResult {
    let queries = queries.sorted(by: ByteOrder.precedes)
    for query in queries where options.testQueries.contains(query) {
      throw StatisticsError.testQuery(id: query)
    }
    let testGroups = Set(options.testQueries.compactMap { options.groupOfQuery[$0] })
    for query in queries {
      if let group = options.groupOfQuery[query], testGroups.contains(group) {
        throw StatisticsError.invalidSetting(
          name: "query '\(query)'",
          reason: "its group '\(group)' also has test queries; split by whole groups")
      }
    }
    var seen: Set<String> = []
    for query in queries where !seen.insert(query).inserted {
      throw StatisticsError.duplicate(id: query)
    }
    let folds = try places(of: queries)
    var run = TuningRun(space: space, queries: queries, limit: options.limit, system: system)
    let all = Array(queries.indices)
    let defaults = try run.values(space.defaultConfiguration.indices)
    let overall = try run.search(options.strategy, at: all)
    var results: [TuningResult.Fold] = []
    var heldOut = [Double](repeating: 0, count: queries.count)
    for fold in folds {
      let held = Set(fold)
      let training = all.filter { !held.contains($0) }
      let chosen = try run.search(options.strategy, at: training)
      let values = try run.values(chosen.indices)
      for place in fold { heldOut[place] = values[place] }
      results.append(
        TuningResult.Fold(
          queries: fold.map { queries[$0] }, chosen: space.configuration(chosen.indices),
          trainingMean: chosen.mean, heldOutMean: FixedOrderSum.mean(fold.map { values[$0] }),
          defaultMean: FixedOrderSum.mean(fold.map { defaults[$0] })))
    }
    let surface = run.figures.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
      TuningResult.Point(
        configuration: space.configuration($0.key), mean: FixedOrderSum.mean($0.value))
    }
    return TuningResult(
      folds: results, heldOut: try QueryScores(queries: queries, values: heldOut),
      defaults: try QueryScores(queries: queries, values: defaults),
      chosen: TuningResult.Point(
        configuration: space.configuration(overall.indices), mean: overall.mean),
      surface: surface)
  }

  /// The places of the queries of each fold, ascending.
  private func places(of queries: [String]) throws(StatisticsError) -> [[Int]] {
    guard !queries.isEmpty else { throw .empty(what: "queries") }
    // A lone query's key cannot be that of a named group.
    var groups: [String: [String]] = [:]
    for query in queries {
      let key = options.groupOfQuery[query].map { "g" + $0 } ?? "q" + query
      groups[key, default: []].append(query)
    }
    guard groups.count >= options.folds else {
      throw .invalidSetting(
        name: "folds",
        reason: "\(options.folds) folds need as many queries or groups; there are \(groups.count)")
    }
    let keyed = groups.map { (key: $0.key, queries: $0.value) }
    let shuffled = StableHash.shuffled(keyed, seed: options.seed) { $0.key }
    let foldOfQuery = GroupedFolds.assign(shuffled.map(\.queries), folds: options.folds)
    return (0..<options.folds).map { fold in
      queries.indices.filter { foldOfQuery[queries[$0]] == fold }
    }
  }
}
