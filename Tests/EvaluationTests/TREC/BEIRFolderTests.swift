import Evaluation
import TestSupport
import Testing

/// Collections in the form of BEIR.
@Suite struct BEIRFolderTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"_id": "d1", "title": "Heaps", "text": "A tree \u00e9", "metadata": {}}"# + "\r\n\n"
        + #"{"_id": "d 2", "text": "x"}"# + "\n", to: "corpus.jsonl")
    try folder.write(#"{"_id": "q1", "text": "heap?"}"#, to: "queries.jsonl")
    try folder.write(
      "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td 2\t0\n", to: "qrels/test.tsv")
    try folder.write("q1\td1\t1\n", to: "qrels/dev.tsv")
    return folder
  }

  @Test func allPartsAreRead() throws {
    let folder = try folder()
    let beir = BEIRFolder(folder.path)
    #expect(try beir.parts() == ["dev", "test"])
    #expect(try beir.queries() == [TopicQuery(id: "q1", text: "heap?")])
    var documents: [BEIRDocument] = []
    try beir.forEachDocument { documents.append($0) }
    #expect(
      documents == [
        BEIRDocument(id: "d1", title: "Heaps", text: "A tree é"),
        BEIRDocument(id: "d 2", title: "", text: "x"),
      ])
    let judgments = try beir.judgments()
    #expect(judgments.grades(of: "q1")?.map(\.document) == ["d1", "d 2"])
    #expect(try beir.judgments("dev").count == 1)
    #expect(try judgments.check(documents: documents.map(\.id)) == 0)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let beir = BEIRFolder(try folder().path)
    let documents = [BEIRDocument(id: "a/b", title: "t\n", text: "\"x\" \u{1}")]
    let corpus = try BEIRFolder.corpusText(documents)
    #expect(try BEIRFolder.parseDocuments(corpus, file: "c") == documents)
    let queries = [TopicQuery(id: "q", text: "a\tb")]
    let lines = try BEIRFolder.queriesText(queries)
    #expect(try BEIRFolder.parseQueries(lines, file: "q") == queries)
    let folder = try folder()
    let test = try BEIRFolder(folder.path).judgments()
    #expect(try BEIRFolder.judgmentsText(test) == folder.read("qrels/test.tsv"))
    #expect(throws: EvaluationError.self) { try beir.judgments("train") }
    #expect(throws: EvaluationError.self) { try BEIRFolder("/none").parts() }
  }

  @Test(arguments: [
    ("{\"_id\": \"a\", \"text\": \"b\"}\n{\"_id\": \"a\", \"text\": \"b\"}\n", 2, "twice"),
    ("\n{\"text\": \"b\"}\n", 2, "JSON"), ("[]", 1, "JSON"),
    ("{\"_id\": \"\", \"text\": \"b\"}", 1, "empty"),
  ])
  func wrongLinesAreNamed(text: String, line: Int, word: String) {
    for parse in [
      { _ = try BEIRFolder.parseDocuments($0, file: "f") },
      { _ = try BEIRFolder.parseQueries($0, file: "f") },
    ] as [([UInt8]) throws -> Void] {
      let error = #expect(throws: EvaluationError.self) { try parse(Array(text.utf8)) }
      let message = error?.description ?? ""
      #expect(message.hasPrefix("f:\(line): ") && message.contains(word), "\(message)")
    }
  }

  @Test(arguments: [
    ("a\tb\t1\na\tb\t1\n", 2), ("a\tb\n", 1), ("h\th\th\na\tb\tx1\n", 2), ("a\t\t1\n", 1),
    ("a\tb\t1\t2\n", 1),
  ])
  func wrongJudgmentsAreNamed(text: String, line: Int) {
    let error = #expect(throws: EvaluationError.self) {
      try BEIRFolder.parseJudgments(Array(text.utf8), file: "f")
    }
    #expect(error?.description.hasPrefix("f:\(line): ") == true)
  }
}
