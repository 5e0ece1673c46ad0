import Evaluation
import TestSupport
import Testing

/// Random runs against the plain oracle.
@Suite struct EvaluatorPropertyTests {
  /// Runs with ties, missing, empty and unjudged queries, unjudged documents and negative grades.
  static func oracle(_ generator: inout SeededGenerator) -> ScoringOracle {
    let names = (0..<40).map { number in
      number % 3 == 0 ? "d\(number)" : number % 3 == 1 ? "document-\(number)" : "é\(number)"
    }
    var oracle = ScoringOracle(judgments: [], run: [])
    for number in 0..<Int.random(in: 1...8, using: &generator) {
      let query = "q\(number)"
      if Int.random(in: 0..<10, using: &generator) < 9 {
        let lowest = Int.random(in: -2...0, using: &generator)
        let pool = names.shuffled(using: &generator).prefix(.random(in: 1...30, using: &generator))
        oracle.judgments.append(
          (query, pool.map { ($0, .random(in: lowest...3, using: &generator)) }))
      }
      if Int.random(in: 0..<10, using: &generator) < 8 {
        let found = names.shuffled(using: &generator).prefix(.random(in: 1...40, using: &generator))
        oracle.run.append(
          (
            query,
            found.map {
              let step = Double(Int.random(in: 0..<6, using: &generator))
              // Some scores differ in digits that a 32-bit float does not have.
              return ($0, 20 - step + (Bool.random(using: &generator) ? 1e-9 : 0))
            }
          ))
      }
    }
    return oracle
  }

  private func tables(_ oracle: ScoringOracle, _ names: [String], _ policy: ScoringPolicy) throws
    -> ScoreTable?
  {
    let judged = Set(oracle.judgments.map(\.query))
    guard !judged.isEmpty,
      oracle.run.isEmpty || oracle.run.contains(where: { judged.contains($0.query) })
    else { return nil }
    let judgments = try Judgments(
      oracle.judgments.map { ($0.query, $0.grades.map { (document: $0.0, grade: $0.1) }) })
    let run = try Run(
      oracle.run.map { ($0.query, $0.results.map { (document: $0.0, score: $0.1) }) })
    return try Evaluator(measures: names.map { try Measure($0) }, policy: policy)
      .evaluate(run, judgments)
  }

  @Test(arguments: [UInt64](1...150))
  func valuesAreThoseOfTheOracle(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let oracle = Self.oracle(&generator)
    for judgedOnly in [false, true] {
      for (level, depth) in [(1, 5), (2, 3), (1, 100), (3, 10)] {
        let rel = "(rel=\(level))"
        let names = [
          "P\(rel)@\(depth)", "R\(rel)@\(depth)", "Success\(rel)@\(depth)", "RR\(rel)@\(depth)",
          "AP\(rel)@\(depth)", "Rprec\(rel)", "Bpref\(rel)", "nDCG@\(depth)",
        ]
        let policy = ScoringPolicy(unjudged: judgedOnly ? .removed : .nonrelevant)
        guard let table = try tables(oracle, names, policy) else { return }
        #expect(table.queries == oracle.judgments.map(\.query))
        for (row, query) in table.queries.enumerated() {
          for (column, name) in names.enumerated() {
            let stem = String(name.prefix { $0 != "(" && $0 != "@" })
            let expected = oracle.value(
              stem, query, level: level, depth: depth, judgedOnly: judgedOnly)
            let value = table.value(query: row, measure: column)
            #expect(abs(value - expected) < 1e-12, "\(name) of \(query): \(value), \(expected)")
          }
        }
      }
    }
  }

  @Test(arguments: [UInt64](200...240))
  func tiesLieBetweenTheirBestAndWorstCase(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let oracle = Self.oracle(&generator)
    let names = ["AP", "nDCG@5", "P@3", "RR", "Bpref", "R(rel=2)@4", "nDCG", "RBP"]
    guard let trec = try tables(oracle, names, ScoringPolicy()),
      let best = try tables(oracle, names, ScoringPolicy(ties: .best)),
      let worst = try tables(oracle, names, ScoringPolicy(ties: .worst))
    else { return }
    for row in trec.queries.indices {
      for column in names.indices {
        let value = trec.value(query: row, measure: column)
        #expect(value <= best.value(query: row, measure: column) + 1e-12)
        #expect(value >= worst.value(query: row, measure: column) - 1e-12)
      }
    }
  }

  @Test func sameInputGivesSameNumbers() throws {
    var generator = SeededGenerator(seed: 9)
    let oracle = Self.oracle(&generator)
    let names = ["AP", "nDCG@5", "Judged@5"]
    let first = try #require(try tables(oracle, names, ScoringPolicy()))
    let second = try #require(try tables(oracle, names, ScoringPolicy()))
    #expect(
      names.indices.allSatisfy { first.values(ofMeasure: $0) == second.values(ofMeasure: $0) })
    for (row, query) in first.queries.enumerated() {
      let expected = oracle.value("Judged", query, level: 1, depth: 5, judgedOnly: false)
      #expect(first.value(query: row, measure: 2) == expected)
    }
  }
}
