import Evaluation
import TestSupport
import Testing

@Suite struct TopicQueryTests {
  private func parse(_ text: String) throws -> [TopicQuery] {
    try TopicQuery.parse(Array(text.utf8), file: "q.tsv")
  }

  @Test func linesAreRead() throws {
    let expected = [
      TopicQuery(id: "1", text: "what is a heap?"),
      TopicQuery(id: "q-2", text: "naïve  bayes", type: "type"),
    ]
    #expect(try parse("1\twhat is a heap?\nq-2\tnaïve  bayes\ttype\n") == expected)
    let dos = "\u{FEFF}1\twhat is a heap?\r\n\r\n\t \nq-2\tnaïve  bayes\ttype\tmore"
    #expect(try parse(dos) == expected)
  }

  @Test(arguments: [
    ("1\tx\n2 y\n", 2), ("\tx\n", 1), ("a b\tx\n", 1), ("1\tx\n\n1\ty\n", 3),
  ])
  func malformedLinesAreNamed(text: String, line: Int) {
    let error = #expect(throws: EvaluationError.self) { try parse(text) }
    #expect(error?.description.hasPrefix("q.tsv:\(line): ") == true)
  }

  @Test func otherBytesAndEmptyFilesAreNamed() {
    #expect(throws: EvaluationError.self) {
      try TopicQuery.parse([0x31, 0x09, 0xFF, 0x0A], file: "q")
    }
    #expect(throws: EvaluationError.self) { try parse("") }
    #expect(throws: EvaluationError.self) { try parse("\n\n") }
  }

  @Test func anyBytesGiveQueriesOrOneError() {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<2000 {
      let alphabet: [UInt8] = [0x09, 0x0A, 0x0D, 0x20, 0x31, 0x61, 0xC3, 0xA9, 0xFF, 0]
      let bytes = (0..<20).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      _ = try? TopicQuery.parse(bytes, file: "q")
    }
  }
}
