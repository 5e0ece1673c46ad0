/// The figures of the configurations that were run so far, and the search among them.
///
/// Each configuration is run once, for all queries; folds only choose among its figures.
struct TuningRun<Failure: Error> {
  /// The space searched.
  let space: ParameterSpace
  /// The queries, ascending by bytes.
  let queries: [String]
  /// The largest number of configurations that may be run.
  let limit: Int
  /// Runs a configuration.
  let system: (Configuration) throws(Failure) -> QueryScores
  /// The figures by configuration.
  private(set) var figures: [[Int]: [Double]] = [:]

  /// A run without any figures.
  init(
    space: ParameterSpace, queries: [String], limit: Int,
    system: @escaping (Configuration) throws(Failure) -> QueryScores
  ) {
    self.space = space
    self.queries = queries
    self.limit = limit
    self.system = system
  }

  /// The figures of a configuration, run if it was not yet.
  mutating func values(_ indices: [Int]) throws -> [Double] {
    if let known = figures[indices] { return known }
    guard figures.count < limit else {
      throw StatisticsError.tooManyConfigurations(count: figures.count + 1, limit: limit)
    }
    let scores = try system(space.configuration(indices))
    guard scores.queries == queries else {
      let sides = StatisticsError.unlike(scores.queries, wanted: queries)
      throw StatisticsError.differentQueries(missing: sides.missing, unexpected: sides.unexpected)
    }
    figures[indices] = scores.values
    return scores.values
  }

  /// The best of `candidates` by the mean over the queries at `places`. Means within 1e-12 of the
  /// best count as equal: of those the nearest to the default, then the first in order.
  mutating func best(
    of candidates: [[Int]], at places: [Int]
  ) throws -> (indices: [Int], mean: Double) {
    var means: [Double] = []
    for candidate in candidates {
      let values = try values(candidate)
      means.append(FixedOrderSum.mean(places.map { values[$0] }))
    }
    let top = means.max() ?? 0
    let least = top - 1e-12 * max(1e-300, abs(top))
    var best: (place: Int, distance: Int)?
    for (place, mean) in means.enumerated() where mean >= least {
      let distance = space.configuration(candidates[place]).distanceFromDefault
      if best == nil || distance < (best?.distance ?? 0) { best = (place, distance) }
    }
    let place = best?.place ?? 0
    return (candidates[place], means[place])
  }

  /// Searches by the mean over the queries at `places`.
  mutating func search(
    _ strategy: TuningOptions.Strategy, at places: [Int]
  ) throws -> (indices: [Int], mean: Double) {
    switch strategy {
    case .grid: return try best(of: space.allIndices(), at: places)
    case .coordinate(let rounds):
      var current = space.defaultConfiguration.indices
      var mean = try best(of: [current], at: places).mean
      for _ in 0..<rounds {
        let before = current
        for (parameter, description) in space.parameters.enumerated() {
          let candidates = description.values.indices.map { value in
            var changed = current
            changed[parameter] = value
            return changed
          }
          (current, mean) = try best(of: candidates, at: places)
        }
        if current == before { break }
      }
      return (current, mean)
    }
  }
}
