import Evaluation
import TestSupport
import Testing

/// Reading and writing judgments.
@Suite struct JudgmentsTests {
  private func parse(_ text: String) throws -> Judgments {
    try Judgments.parse(Array(text.utf8), file: "qrels")
  }

  @Test func linesAreReadAndWritten() throws {
    let text = "q1 0 a 1\nq1 0 b 0\nq2 0 a -1\n"
    let judgments = try parse(text)
    #expect(judgments.queries == ["q1", "q2"] && judgments.count == 3)
    #expect(judgments.grades(of: "q1")?.map(\.grade) == [1, 0])
    #expect(judgments.grades(of: "q3") == nil)
    #expect(judgments.trecText() == Array(text.utf8))
    let apart = try parse("q1 0 a +1\r\nq2 x a -1\n\nq1 0 b 00")
    #expect(apart.trecText() == Array(text.utf8))
  }

  @Test(arguments: [
    ("q 0 a\n", 1, "3 columns"), ("q 0 a 1 2\n", 1, "5 columns"),
    ("q 0 a 1\nq 0 b x\n", 2, "grade"),
    ("q 0 a 1.0\n", 1, "grade"), ("q 0 a 2147483648\n", 1, "grade"), ("q 0 a --1\n", 1, "grade"),
    ("q 0 a -\n", 1, "grade"), ("q 0 a 99999999999999999999999999\n", 1, "grade"),
    ("q 0 a 1\np 0 a 1\nq 0 a 1\n", 3, "twice"), ("q 0 a 1\u{0}\n", 1, "control"),
    ("q 0 a 1 \u{7}\n", 1, "control"),
  ])
  func wrongLinesAreNamed(text: String, line: Int, word: String) {
    let error = #expect(throws: EvaluationError.self) { try parse(text) }
    let message = error?.description ?? ""
    #expect(message.hasPrefix("qrels:\(line): ") && message.contains(word), "\(message)")
  }

  @Test func gradesReachTheEndsOfTheirRange() throws {
    let judgments = try parse("q 0 a 2147483647\nq 0 b -2147483648\n")
    #expect(judgments.grades(of: "q")?.map(\.grade) == [2_147_483_647, -2_147_483_648])
    let run = try Run([("q", [("a", 1), ("b", 2)])])
    let table = try Evaluator(measures: [try Measure("nDCG"), try Measure("AP(rel=0)")])
      .evaluate(run, judgments)
    #expect(abs(table.value(query: 0, measure: 0) - 0.6309297535714575) < 1e-12)
    #expect(table.value(query: 0, measure: 1) == 0.5)
  }

  @Test func absentDocumentsAreRefusedOrCounted() throws {
    let judgments = try parse("q 0 a 1\nq 0 b 0\np 0 c 1\np 0 b 1\n")
    #expect(try judgments.check(documents: ["a", "b", "c"]) == 0)
    #expect(try judgments.check(documents: ["a", "c"], absent: .counted) == 2)
    let error = #expect(throws: EvaluationError.self) {
      try judgments.check(documents: ["a", "c"])
    }
    #expect(error?.description.hasPrefix("qrels:2: document 'b'") == true)
  }

  @Test func otherBytesInIdsAreNamed() {
    let error = #expect(throws: EvaluationError.self) {
      try Judgments.parse([0xFF, 0x20, 0x30, 0x20, 0x61, 0x20, 0x31], file: "qrels")
    }
    #expect(error?.description.contains("UTF-8") == true)
    #expect(throws: EvaluationError.self) { try parse("") }
    #expect(throws: EvaluationError.self) { try parse(" \n\r\n") }
  }

  @Test func judgmentsInMemoryFollowTheSameRules() throws {
    let judgments = try Judgments([("q", [("a", 1), ("b", -1)])])
    #expect(judgments.trecText() == Array("q 0 a 1\nq 0 b -1\n".utf8))
    #expect(throws: EvaluationError.self) { try Judgments([("q", [("a", 1), ("a", 1)])]) }
    #expect(throws: EvaluationError.self) { try Judgments([("q", [("a", 1 << 40)])]) }
  }
}
