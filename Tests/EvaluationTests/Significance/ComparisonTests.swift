import Evaluation
import TestSupport
import Testing

@Suite struct ComparisonTests {
  private static let quick: ComparisonOptions = {
    var options = ComparisonOptions()
    options.effect.resamples = 200
    options.randomization.trials = 1000
    return options
  }()

  private func scores(_ values: [Double]) throws -> QueryScores {
    try QueryScores(queries: values.indices.map { "q\($0)" }, values: values)
  }

  private func system(_ name: String, _ values: [Double]) throws -> SystemScores {
    SystemScores(name: name, measures: ["AP": try scores(values)])
  }

  private func compare(_ before: [Double], _ after: [Double]) throws -> Comparison {
    try Comparison(
      baseline: "old", scores(before), system: "new", scores(after), measure: "AP",
      options: Self.quick)
  }

  @Test func theVerdictNeverClaimsEquality() throws {
    let zeros = Array(repeating: 0.0, count: 8)
    #expect(try compare(zeros, zeros.map { _ in 0.5 }).verdict == .better)
    #expect(try compare(zeros.map { _ in 0.5 }, zeros).verdict == .worse)
    #expect(
      try compare(zeros, [0.1, -0.1, 0.2, -0.2, 0.1, -0.1, 0.3, -0.2]).verdict == .notShown)
    // Five agreeing queries reach 2 / 2^5 = 0.0625, above 0.05.
    let five = try compare(Array(zeros.prefix(5)), [1, 1, 1, 1, 1])
    #expect(five.verdict == .cannotBeTested(queries: 5))
    #expect(five.verdict.description == "cannot be tested with 5 queries")
    #expect(five.smallestReachable == 0.0625)
    // Eight queries of which four differ, and one query.
    let four = try compare(zeros, [1, 1, 1, 1, 0, 0, 0, 0])
    #expect(four.verdict == .cannotBeTested(queries: 8))
    #expect(try compare([0], [1]).verdict == .cannotBeTested(queries: 1))
    #expect(try compare(zeros, zeros).verdict == .cannotBeTested(queries: 8))
  }

  /// The t-test of five nearly equal gains is far below 0.05; alone and in a family the few
  /// queries are named all the same.
  @Test func fewQueriesAreNamedUnderTheTTestToo() throws {
    var options = Self.quick
    options.test = .t
    let base = try system("base", [0, 0, 0, 0, 0])
    let new = try system("new", [0.5, 0.51, 0.49, 0.5, 0.52])
    let family = try ComparisonFamily.against(
      baseline: base, systems: [new], measures: ["AP"], options: options)
    #expect(family.comparisons[0].adjustedProbability < 1e-5)
    #expect(family.comparisons[0].verdict == .cannotBeTested(queries: 5))
    let alone = try Comparison(
      baseline: "base", scores([0, 0, 0, 0, 0]), system: "new",
      scores([0.5, 0.51, 0.49, 0.5, 0.52]), measure: "AP", options: options)
    #expect(alone.verdict == .cannotBeTested(queries: 5))
    let six = try ComparisonFamily.against(
      baseline: system("base", [0, 0, 0, 0, 0, 0]),
      systems: [system("new", [0.5, 0.51, 0.49, 0.5, 0.52, 0.4])], measures: ["AP"],
      options: options)
    #expect(six.comparisons[0].verdict == .better)
  }

  @Test func figuresOfOneQueryAndOfEqualOnesAreDefinedOrAbsent() throws {
    let one = try compare([0.2], [0.7])
    #expect(one.tTest == nil && one.effect.meanInterval == nil && one.effect.standardized == nil)
    #expect(agrees(one.effect.mean, 0.5))
    let constant = try compare([0.1, 0.2, 0.3, 0.4], [0.3, 0.4, 0.5, 0.6])
    #expect(constant.tTest == nil && constant.effect.standardized == nil)
    #expect(agrees(constant.effect.meanInterval?.low, 0.2))
    #expect(agrees(constant.effect.meanInterval?.high, 0.2))
    // Half of the resamples of two queries have no spread: no interval of the ratio.
    let two = try compare([0, 0], [0.1, 0.3])
    #expect(two.effect.standardized != nil && two.effect.standardizedInterval == nil)
  }

  @Test func changesAreOrderedAndCounted() throws {
    let comparison = try compare([0.5, 0.5, 0.5, 0.5, 0.5], [0.9, 0.1, 0.5, 0.6, 0.1 + 0.4])
    let changes = comparison.differences.mostChanged(limit: 2)
    #expect(changes.map(\.query) == ["q0", "q1"])
    #expect(comparison.differences.mostChanged().map(\.query) == ["q0", "q1", "q3"])
    #expect(comparison.differences.mostChanged(limit: 0).isEmpty)
    let counts = comparison.winsTiesLosses
    #expect(counts.wins == 2 && counts.ties == 2 && counts.losses == 1)
    let coarse = WinsTiesLosses(comparison.differences, tolerance: 0.2)
    #expect(coarse.wins == 1 && coarse.ties == 3 && coarse.losses == 1)
  }

  @Test func aFamilyIsCorrectedTogether() throws {
    let base = try system("base", Array(repeating: 0, count: 7))
    let ones = try system("ones", Array(repeating: 1, count: 7))
    let mixed = try system("mixed", [1, -1, 1, -1, 1, -1, 1])
    let more = try system("more", Array(repeating: 2, count: 7))
    var options = Self.quick
    let family = try ComparisonFamily.against(
      baseline: base, systems: [ones, mixed, more], measures: ["AP"], options: options)
    // 2 / 2^7 = 0.015625 twice and 1: Holm gives 3 · 0.015625 for both.
    #expect(family.comparisons.map(\.adjustedProbability) == [0.046875, 1, 0.046875])
    #expect(family.comparisons.map(\.verdict) == [.better, .notShown, .better])
    #expect(family.statement == "Holm over the 3 comparisons")
    options.correction = .none
    let plain = try ComparisonFamily.allPairs(
      of: [base, ones, mixed, more], measures: ["AP"], options: options)
    #expect(plain.comparisons.count == 6)
    #expect(plain.comparisons.map { "\($0.baseline) \($0.system)" }.first == "base ones")
    // All six under Holm: even the smallest reachable p would not do.
    options.correction = .holm
    let all = try ComparisonFamily.allPairs(
      of: [base, mixed, try system("other", [1, -1, 1, -1, -1, -1, 2]), try system("a", [0, 1])]
        .dropLast() + [try system("swing", [-1, 1, -1, 1, -1, 1, 2])],
      measures: ["AP"], options: options)
    #expect(all.comparisons.allSatisfy { $0.verdict == .cannotBeTested(queries: 7) })
  }

  @Test func measuresCanBeFamiliesOfTheirOwn() throws {
    let zero = try scores(Array(repeating: 0, count: 7))
    let one = try scores(Array(repeating: 1, count: 7))
    let base = SystemScores(name: "base", measures: ["AP": zero, "RR": zero])
    let new = SystemScores(name: "new", measures: ["AP": one, "RR": one])
    var options = Self.quick
    let together = try ComparisonFamily.against(
      baseline: base, systems: [new], measures: ["AP", "RR"], options: options)
    #expect(together.comparisons.map(\.adjustedProbability) == [0.03125, 0.03125])
    options.scope = .eachMeasure
    let apart = try ComparisonFamily.against(
      baseline: base, systems: [new], measures: ["AP", "RR"], options: options)
    #expect(apart.comparisons.map(\.adjustedProbability) == [0.015625, 0.015625])
    #expect(apart.familySize == 1 && together.familySize == 2)
  }

  @Test func badInputIsATypedError() throws {
    #expect(throws: StatisticsError.self) { try scores([0.1, .nan]) }
    #expect(throws: StatisticsError.self) { try scores([.infinity]) }
    #expect(throws: StatisticsError.self) { try scores([1e101]) }
    #expect(throws: StatisticsError.empty(what: "queries")) { try scores([]) }
    #expect(throws: StatisticsError.countMismatch(ids: 2, values: 1)) {
      try QueryScores(queries: ["a", "b"], values: [1])
    }
    #expect(throws: StatisticsError.duplicate(id: "a")) {
      try QueryScores(queries: ["a", "b", "a"], values: [1, 2, 3])
    }
    let a = try QueryScores(queries: ["a", "b"], values: [1, 2])
    let b = try QueryScores(queries: ["c", "b"], values: [1, 2])
    #expect(throws: StatisticsError.differentQueries(missing: ["a"], unexpected: ["c"])) {
      try PairedDifferences(baseline: a, system: b)
    }
    let base = try system("base", [1, 2])
    let other = try system("other", [1, 2])
    #expect(throws: StatisticsError.missingMeasure(system: "base", measure: "RR")) {
      try ComparisonFamily.against(baseline: base, systems: [other], measures: ["RR"])
    }
    #expect(throws: StatisticsError.duplicate(id: "base")) {
      try ComparisonFamily.against(baseline: base, systems: [base], measures: ["AP"])
    }
    #expect(throws: StatisticsError.self) {
      try ComparisonFamily.allPairs(of: [base], measures: ["AP"])
    }
    for change: (inout ComparisonOptions) -> Void in [
      { $0.alpha = 0 }, { $0.alpha = .nan }, { $0.tieTolerance = -1 }, { $0.effect.level = 1 },
      { $0.effect.resamples = 1 },
    ] {
      var options = Self.quick
      change(&options)
      #expect(throws: StatisticsError.self) {
        try Comparison(baseline: "a", a, system: "b", a, measure: "AP", options: options)
      }
    }
  }

  @Test func extremeFiguresGiveNumbersOrNothing() throws {
    for values in [[1e100, -1e100, 1e100], [1e-300, -2e-300, 3e-300], [1e100, 1e-300, 0]] {
      let comparison = try compare([0, 0, 0], values)
      #expect(comparison.effect.mean.isFinite)
      if let t = comparison.tTest { #expect((0...1).contains(t.probability)) }
      if let interval = comparison.effect.meanInterval { #expect(interval.low <= interval.high) }
    }
  }
}
