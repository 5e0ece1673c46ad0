import Evaluation
import TestSupport
import Testing

@Suite struct TunerTests {
  private static let queries = (0..<20).map { "q\($0)" }

  private func space() throws -> ParameterSpace {
    try ParameterSpace([
      Parameter(name: "k1", values: [0.5, 0.9, 1.2, 2.0], default: 1.2),
      Parameter(name: "b", values: [0, 0.4, 0.75], default: 0.75),
    ])
  }

  /// Best at k1 = 0.9 and b = 0.4 for every query, with a part of its own for each.
  private func bowl(_ configuration: Configuration) throws -> QueryScores {
    let k1 = configuration["k1"]?.number ?? 0
    let b = configuration["b"]?.number ?? 0
    return try QueryScores(
      queries: Self.queries,
      values: Self.queries.indices.map {
        Double($0) / 100 - (k1 - 0.9) * (k1 - 0.9) - (b - 0.4) * (b - 0.4)
      })
  }

  @Test func gridAndCoordinateSearchFindTheBest() throws {
    for strategy in [TuningOptions.Strategy.grid, .coordinate(rounds: 5)] {
      var options = TuningOptions()
      options.strategy = strategy
      var runs: [String: Int] = [:]
      let result = try Tuner(space: space(), options: options).tune(queries: Self.queries) {
        runs[$0.description, default: 0] += 1
        return try bowl($0)
      }
      #expect(result.chosen.configuration.description == "k1=0.9, b=0.4")
      #expect(result.folds.allSatisfy { $0.chosen == result.chosen.configuration })
      #expect(runs.values.allSatisfy { $0 == 1 })
      #expect(runs.count == result.surface.count)
      #expect(agrees(result.heldOutMean, 0.095))
      #expect(agrees(result.chosen.mean, 0.095))
      #expect(result.defaults.mean < result.heldOutMean)
      if strategy == .grid {
        #expect(result.surface.count == 12)
        #expect(result.surface[0].configuration.values == [0.5, 0])
        #expect(result.surface[1].configuration.values == [0.5, 0.4])
      } else {
        #expect(result.surface.count < 12)
      }
    }
  }

  /// By a slow second way: choose on the other folds, look at this one.
  @Test func heldOutFiguresEqualAnOracle() throws {
    var generator = SeededGenerator(seed: 5)
    var table: [String: [Double]] = [:]
    let space = try space()
    let result = try Tuner(space: space).tune(queries: Self.queries) { configuration in
      let values = Self.queries.map { _ in Double.random(in: 0...1, using: &generator) }
      let scores = try QueryScores(queries: Self.queries, values: values)
      table[configuration.description] = scores.values
      return scores
    }
    #expect(Set(result.folds.flatMap(\.queries)) == Set(Self.queries))
    #expect(result.folds.map(\.queries.count) == [4, 4, 4, 4, 4])
    let sorted = result.heldOut.queries
    for fold in result.folds {
      let held = sorted.indices.filter { fold.queries.contains(sorted[$0]) }
      let rest = sorted.indices.filter { !fold.queries.contains(sorted[$0]) }
      func mean(_ values: [Double]?, _ places: [Int]) -> Double {
        places.reduce(0) { $0 + (values?[$1] ?? 0) } / Double(places.count)
      }
      let best = table.max { mean($0.value, rest) < mean($1.value, rest) }
      #expect(fold.chosen.description == best?.key)
      #expect(agrees(fold.trainingMean, mean(best?.value, rest)))
      #expect(agrees(fold.heldOutMean, mean(best?.value, held)))
      for place in held { #expect(result.heldOut.values[place] == best?.value[place]) }
    }
    #expect(result.heldOutMean < result.chosen.mean)
  }

  @Test func tiesGoToTheDefaultThenToTheFirst() throws {
    let flat = try Tuner(space: space()).tune(queries: Self.queries) { _ in
      try QueryScores(queries: Self.queries, values: Self.queries.map { _ in 0.5 })
    }
    #expect(flat.chosen.configuration == (try space().defaultConfiguration))
    // Equal but for rounding: k1 0.9 and 2.0 are both one step away.
    let two = try Tuner(space: space()).tune(queries: Self.queries) { configuration in
      let value = configuration["k1"] == 2.0 ? 0.3 : configuration["k1"] == 0.9 ? 0.1 + 0.2 : 0
      return try QueryScores(queries: Self.queries, values: Self.queries.map { _ in value })
    }
    #expect(two.chosen.configuration.description == "k1=0.9, b=0.75")
  }

  @Test func testQueriesAreRefusedBeforeAnythingRuns() throws {
    var options = TuningOptions()
    options.testQueries = ["q3", "t1"]
    var runs = 0
    func tune(_ options: TuningOptions, _ queries: [String]) throws {
      _ = try Tuner(space: space(), options: options).tune(queries: queries) {
        runs += 1
        return try bowl($0)
      }
    }
    #expect(throws: StatisticsError.testQuery(id: "q3")) { try tune(options, Self.queries) }
    options.testQueries = ["t1"]
    options.groupOfQuery = ["t1": "a", "q5": "a"]
    #expect(throws: StatisticsError.self) { try tune(options, Self.queries) }
    #expect(runs == 0)
    // A system that answers queries it was not asked.
    #expect(throws: StatisticsError.self) {
      try tune(TuningOptions(), Array(Self.queries.prefix(9)))
    }
    #expect(runs == 1)
  }

  @Test func groupsStayTogetherAndFoldsDoNotDependOnTheOrder() throws {
    var options = TuningOptions()
    options.folds = 4
    for place in Self.queries.indices where place < 15 {
      options.groupOfQuery["q\(place)"] = "g\(place / 3)"
    }
    let tuner = try Tuner(space: space(), options: options)
    let result = try tuner.tune(queries: Self.queries) { try bowl($0) }
    for group in 0..<5 {
      let members = (0..<3).map { "q\(group * 3 + $0)" }
      #expect(result.folds.count { fold in members.contains { fold.queries.contains($0) } } == 1)
    }
    #expect(result.folds.allSatisfy { (4...6).contains($0.queries.count) })
    #expect(try tuner.tune(queries: Self.queries.reversed()) { try bowl($0) } == result)
    options.seed = 2
    let other = try Tuner(space: space(), options: options).tune(queries: Self.queries) {
      try bowl($0)
    }
    #expect(other.folds.map(\.queries) != result.folds.map(\.queries))
  }

  @Test func badInputIsATypedError() throws {
    #expect(throws: StatisticsError.self) { try ParameterSpace([]) }
    #expect(throws: StatisticsError.self) { try Parameter(name: "a", values: [], default: 1) }
    #expect(throws: StatisticsError.self) { try Parameter(name: "a", values: [1], default: 2) }
    #expect(throws: StatisticsError.self) { try Parameter(name: "a", values: [1, 1], default: 1) }
    #expect(throws: StatisticsError.self) {
      try Parameter(name: "a", values: [.number(.nan)], default: .number(.nan))
    }
    let a = try Parameter(name: "a", values: ["x", "y"], default: "x")
    #expect(throws: StatisticsError.duplicate(id: "a")) { try ParameterSpace([a, a]) }
    for change: (inout TuningOptions) -> Void in [
      { $0.folds = 1 }, { $0.limit = 0 }, { $0.limit = 11 },
      { $0.strategy = .coordinate(rounds: 0) },
    ] {
      var options = TuningOptions()
      change(&options)
      #expect(throws: StatisticsError.self) { try Tuner(space: space(), options: options) }
    }
    let tuner = try Tuner(space: space())
    for queries in [[], ["q1"], ["q1", "q1", "q2", "q3", "q4", "q5"]] {
      #expect(throws: StatisticsError.self) { try tuner.tune(queries: queries) { try bowl($0) } }
    }
    var wide: [Parameter] = []
    for place in 0..<70 {
      wide.append(try Parameter(name: "p\(place)", values: [0, 1], default: 0))
    }
    #expect(try ParameterSpace(wide).count == Int.max)
    #expect(throws: StatisticsError.self) { try Tuner(space: ParameterSpace(wide)) }
  }

  @Test func errorsOfTheSystemComeThrough() throws {
    struct Broken: Error {}
    #expect(throws: Broken.self) {
      try Tuner(space: space()).tune(queries: Self.queries) { _ throws -> QueryScores in
        throw Broken()
      }
    }
  }
}
