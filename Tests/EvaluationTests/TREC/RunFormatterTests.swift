import Evaluation
import TestSupport
import Testing

@Suite struct RunFormatterTests {
  @Test func linesHaveSixColumns() {
    let lines = RunFormatter(tag: "my run").lines(
      query: "q1", results: [("a", 2.5), ("b", 1)])
    #expect(lines == "q1 Q0 a 1 2.5 my_run\nq1 Q0 b 2 1.0 my_run\n")
  }

  @Test func scoresFallStrictlyAsFloatsHoweverCloseTheyAre() throws {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<200 {
      var score = Double.random(in: -1...30, using: &generator)
      let results = (0..<50).map { number in
        if Bool.random(using: &generator) {
          score -= Double.random(in: 0..<1e-7, using: &generator)
        }
        return (document: "d\(number)", score: score)
      }
      let lines = RunFormatter(tag: "t").lines(query: "q", results: results)
      let scores = try lines.split(separator: "\n").map {
        try #require(Float($0.split(separator: " ")[4]))
      }
      #expect(scores.count == results.count)
      for (left, right) in zip(scores, scores.dropFirst()) { #expect(left > right) }
    }
  }

  @Test func noResultsGiveNoLines() {
    #expect(RunFormatter(tag: "t").lines(query: "q", results: []).isEmpty)
  }
}
