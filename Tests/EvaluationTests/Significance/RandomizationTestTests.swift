import Evaluation
import TestSupport
import Testing

@Suite struct RandomizationTestTests {
  private func differences(_ values: [Double]) throws -> PairedDifferences {
    let ids = values.indices.map { "q\($0)" }
    return try PairedDifferences(
      baseline: QueryScores(queries: ids, values: values.map { _ in 0 }),
      system: QueryScores(queries: ids, values: values))
  }

  /// By hand: of the eight choices for 1, 2, 3 the sums are ±6, ±4, ±2, 0, 0.
  @Test func threeQueriesByHand() throws {
    #expect(try RandomizationTest(differences([1, 2, 3])).probability == 2.0 / 8)
    #expect(try RandomizationTest(differences([1, -2, 3])).probability == 6.0 / 8)
    #expect(try RandomizationTest(differences([1, 2, -3])).probability == 1)
    #expect(try RandomizationTest(differences([1, 2, 3])).smallestReachable == 0.25)
    #expect(try RandomizationTest(differences([1, 2, 3])).choices == 8)
  }

  @Test func differencesOfZeroChangeNothing() throws {
    let few = try RandomizationTest(differences([0.3, -0.1, 0.2, 0.25]))
    let padded = try RandomizationTest(
      differences([0, 0.3, -0.1, 0, 0.2, 0.25] + Array(repeating: 0, count: 40)))
    #expect(few.probability == padded.probability)
    #expect(padded.isExact && padded.nonZeroCount == 4 && padded.smallestReachable == 0.125)
    let none = try RandomizationTest(differences([0, 0, 0]))
    #expect(none.probability == 1 && none.smallestReachable == 1)
  }

  /// 0.1 + 0.2 and 0.3 are not the same number; as sums of differences they must tie.
  @Test func roundingDecidesNoTie() throws {
    let test = try RandomizationTest(differences([0.1, 0.2, -0.3, 0.1, 0.2]))
    let scaled = try RandomizationTest(differences([1, 2, -3, 1, 2]))
    #expect(test.probability == scaled.probability)
    let wide = Array(repeating: 0.1, count: 20)
    #expect(try RandomizationTest(differences(wide)).probability == 2.0 / Double(1 << 20))
  }

  @Test func exactCountsEqualAnOracle() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<60 {
      let count = Int.random(in: 1...11, using: &generator)
      let values = (0..<count).map { _ in Int.random(in: -6...6, using: &generator) }
      let observed = abs(values.reduce(0, +))
      var reached = 0
      for choice in 0..<(1 << count) {
        let sum = values.enumerated().reduce(0) {
          $0 + (choice >> $1.offset & 1 == 1 ? $1.element : -$1.element)
        }
        if abs(sum) >= observed { reached += 1 }
      }
      let test = try RandomizationTest(differences(values.map { Double($0) / 7 }))
      #expect(test.probability == Double(reached) / Double(1 << count), "\(values)")
    }
  }

  @Test func randomChoicesComeNearTheExactCount() throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<10 {
      let values = (0..<14).map { _ in Double.random(in: -0.5...0.7, using: &generator) }
      let exact = try RandomizationTest(differences(values)).probability
      let random = try RandomizationTest(
        differences(values), options: .init(exactLimit: 0, trials: 20_000))
      #expect(!random.isExact && random.choices == 20_000)
      let error = (exact * (1 - exact) / 20_000).squareRoot()
      #expect(abs(random.probability - exact) < 5 * error + 1e-4)
    }
  }

  @Test func theSameSeedGivesTheSameFigureInAnyOrderOfQueries() throws {
    let ids = (0..<100).map { "q\($0)" }
    let values = ids.indices.map { Double($0 * 7919 % 101) / 101 - 0.45 }
    func test(_ order: [Int]) throws -> RandomizationTest {
      let queries = order.map { ids[$0] }
      return try RandomizationTest(
        PairedDifferences(
          baseline: QueryScores(queries: queries, values: order.map { _ in 0.5 }),
          system: QueryScores(queries: queries, values: order.map { values[$0] })),
        options: .init(trials: 3000))
    }
    #expect(try test(Array(ids.indices)) == test(Array(ids.indices.reversed())))
  }

  @Test func settingsOutOfRangeAreRefused() throws {
    let some = try differences([1, 2])
    for options: RandomizationTest.Options in [
      .init(exactLimit: -1), .init(exactLimit: 27), .init(trials: 0), .init(trials: 1 << 40),
    ] {
      #expect(throws: StatisticsError.self) { try RandomizationTest(some, options: options) }
    }
  }

  /// The published reference numbers of SplitMix64 from seed 0 begin with these.
  @Test func theGeneratorIsSplitMix64() {
    var generator = SplitMix64(seed: 0)
    #expect(generator.next() == 0xE220_A839_7B1D_CDAF)
    #expect(generator.next() == 0x6E78_9E6A_A1B9_65F4)
    var counts = [0, 0, 0]
    for _ in 0..<3000 { counts[generator.below(3)] += 1 }
    #expect(counts.allSatisfy { (900...1100).contains($0) })
  }
}
