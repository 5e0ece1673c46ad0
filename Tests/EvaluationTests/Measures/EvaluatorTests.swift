import Evaluation
import Testing

/// Policies, lists and means by hand.
@Suite struct EvaluatorTests {
  private let qrels = "q1 0 a 1\nq1 0 b 0\nq2 0 c 2\nq3 0 d 0\nq3 0 e -1\nq4 0 f 1\n"
  private let run = """
    q1 Q0 b 1 2.0 t
    q1 Q0 a 2 2.0 t
    q1 Q0 x 3 1.0 t
    q2 Q0 y 1 9 t
    q2 Q0 c 2 8 t
    q3 Q0 d 1 1 t
    q9 Q0 a 1 1 t

    """

  private func table(
    _ measures: [String] = ["RR", "P@2"], policy: ScoringPolicy = ScoringPolicy(),
    exclusions: Exclusions = Exclusions(), run: String? = nil, types: [String: String] = [:]
  ) throws -> ScoreTable {
    let evaluator = Evaluator(
      measures: try measures.map { try Measure($0) }, policy: policy, exclusions: exclusions)
    return try evaluator.evaluate(
      Run.parse(Array((run ?? self.run).utf8), file: "run"),
      Judgments.parse(Array(qrels.utf8), file: "qrels"), types: types)
  }

  @Test func everyJudgedQueryCountsAndTheRestIsListed() throws {
    let table = try table()
    #expect(table.queries == ["q1", "q2", "q3", "q4"])
    #expect(table.values(ofMeasure: 0) == [0.5, 0.5, 0, 0])
    #expect(table.mean(ofMeasure: 0) == 0.25)
    #expect(table.missing == ["q4"])
    #expect(table.unjudged == ["q9"])
    #expect(table.withoutRelevant == ["q3"])
    #expect(table.unjudgedShare(ofMeasure: 0) == nil)
    #expect(table.unjudgedShare(ofMeasure: 1) == 1.0 / 5)
  }

  @Test func policiesChooseTheQueries() throws {
    let answered = try table(policy: ScoringPolicy(missing: .skip))
    #expect(answered.queries == ["q1", "q2", "q3"])
    #expect(answered.missing == ["q4"])
    let relevant = try table(policy: ScoringPolicy(missing: .skip, noRelevant: .skip))
    #expect(relevant.queries == ["q1", "q2"])
    #expect(relevant.mean(ofMeasure: 0) == 0.5)
    #expect(relevant.withoutRelevant == ["q3"])
  }

  @Test func tiesGoByNameDownwardOrToTheBestOrWorstCase() throws {
    #expect(try table(["RR"]).value(query: 0, measure: 0) == 0.5)
    #expect(try table(["RR"], policy: .init(ties: .best)).value(query: 0, measure: 0) == 1)
    #expect(try table(["RR"], policy: .init(ties: .worst)).value(query: 0, measure: 0) == 0.5)
    // Bytes decide, not letters: é stands behind z, and a longer name before its beginning.
    let names = "q1 Q0 a 1 1 t\nq1 Q0 é 2 1 t\nq1 Q0 ab 3 1 t\nq1 Q0 z 4 1 t\n"
    #expect(try table(["RR"], run: names).value(query: 0, measure: 0) == 1.0 / 4)
    // Scores that are the same as 32-bit floats are the same.
    let close = "q1 Q0 a 1 1.000000001 t\nq1 Q0 b 2 1 t\n"
    #expect(try table(["RR"], run: close).value(query: 0, measure: 0) == 0.5)
  }

  @Test func unjudgedResultsCanBeRemoved() throws {
    let table = try table(["RR", "P@2"], policy: ScoringPolicy(unjudged: .removed))
    #expect(table.value(query: 1, measure: 0) == 1)
    #expect(table.unjudgedShare(ofMeasure: 1) == 1.0 / 5)
  }

  @Test func excludedPairsAreTakenOutOfRunAndJudgments() throws {
    let pairs = try Exclusions.parse(Array("q1\tb\nq2 y\nq2\tc\n".utf8), file: "exclude.tsv")
    #expect(pairs.count == 3)
    let table = try table(["RR", "R@5"], exclusions: pairs)
    #expect(table.values(ofMeasure: 0) == [1, 0, 0, 0])
    #expect(table.excludedResults == 3)
    #expect(table.excludedJudgments == 2)
    #expect(table.withoutRelevant == ["q2", "q3"])
    let inMemory = try Exclusions([("q1", ["b"]), ("q2", ["y", "c"])])
    #expect(try self.table(["RR"], exclusions: inMemory).mean(ofMeasure: 0) == 0.25)
  }

  @Test func aQueryCanBeExcludedFromItsOwnResults() throws {
    let run = try Run([("a", [("a", 3), ("b", 2)]), ("b", [("c", 1), ("b", 0.5)])])
    let judgments = try Judgments([("a", [("b", 1)]), ("b", [("c", 1), ("b", 1)])])
    let evaluator = Evaluator(
      measures: [try Measure("RR"), try Measure("Rprec")],
      exclusions: Exclusions(queryItself: true))
    let table = try evaluator.evaluate(run, judgments)
    #expect(table.values(ofMeasure: 0) == [1, 1])
    #expect(table.values(ofMeasure: 1) == [1, 1])
    #expect(table.excludedResults == 2 && table.excludedJudgments == 1)
  }

  @Test func typesHaveTheirOwnMeans() throws {
    let table = try table(types: ["q1": "short", "q2": "long", "q4": "short"])
    let means = table.meansByType()
    #expect(means.map(\.type) == ["long", "short"])
    #expect(means.map(\.queries) == [1, 2])
    #expect(means.map { $0.means[0] } == [0.5, 0.25])
    #expect(table.types == ["short", "long", nil, "short"])
  }

  @Test func measuresGivenTwiceCountOnce() throws {
    #expect(try table(["RR", "MRR", "P@2", "P(rel=1)@2"]).measures.map(\.name) == ["RR", "P@2"])
  }

  @Test func nothingToScoreSaysWhy() throws {
    #expect(throws: EvaluationError.self) { try table(run: "zzz Q0 a 1 1 t\n") }
    let error = #expect(throws: EvaluationError.self) {
      try table(policy: .init(missing: .skip, noRelevant: .skip), run: "q3 Q0 a 1 1 t\n")
    }
    #expect(error?.description.contains("leaves out") == true)
    let empty = try Run([])
    let judgments = try Judgments([("q", [("a", 1)])])
    let zeros = try Evaluator(measures: [try Measure("AP")]).evaluate(empty, judgments)
    #expect(zeros.mean(ofMeasure: 0) == 0 && zeros.missing == ["q"])
  }

  @Test func gradesBeyondAMeasureAreNamed() throws {
    let judgments = try Judgments.parse(Array("q 0 a 1\nq 0 b 60\n".utf8), file: "qrels")
    let run = try Run([("q", [("b", 1)])])
    for name in ["ERR@5", "nDCG(dcg='exp-log2')"] {
      let error = #expect(throws: EvaluationError.self) {
        try Evaluator(measures: [try Measure(name)]).evaluate(run, judgments)
      }
      #expect(error?.description.contains("qrels:2") == true)
    }
    let any = try Evaluator(measures: [try Measure("nDCG")]).evaluate(run, judgments)
    #expect(any.mean(ofMeasure: 0) > 0.9)
  }
}
