import Evaluation
import Testing

/// TREC topics.
@Suite struct TopicTests {
  private func parse(_ text: String) throws -> [TopicQuery] {
    try TopicQuery.parse(Array(text.utf8), file: "topics")
  }

  @Test func theTitleIsTheQuery() throws {
    let text = """

      <top>

      <num> Number: 301
      <title> Topic:  ring buffers
        and queues < 5

      <desc> Description:
      What fills <b>a queue</b>?

      <narr> Narrative:
      Nothing.
      </top>

      <top><num>302</num><title>heaps</title><type>short</type></top>
      """
    #expect(
      try parse(text) == [
        TopicQuery(id: "301", text: "ring buffers and queues < 5"),
        TopicQuery(id: "302", text: "heaps", type: "short"),
      ])
  }

  @Test(arguments: [
    ("<top>\n<num> 1\n<title> a\n", 1), ("<top>\n<num> 1\n<title> a\n<top>\n", 4),
    ("<top>\n<title> a\n</top>", 1), ("<top>\n<num> 1\n</top>", 1), ("<top></top>\n</top>", 1),
    ("<top><num>1<title>a</top>\n</top>", 2),
    ("<top><num>1<title>a</top>\n<top><num>1<title>b</top>", 2),
    ("<top><num>1 2<title>a</top>", 1),
  ])
  func wrongTopicsAreNamed(text: String, line: Int) {
    let error = #expect(throws: EvaluationError.self) { try parse(text) }
    #expect(error?.description.hasPrefix("topics:\(line): ") == true, "\(error?.description ?? "")")
  }
}
