import Foundation
import Testing

/// `qsearch eval`: collections, locks, known items, pairs.
@Suite struct EvalCommandTests {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox.withBanks()
    let id = try Banks.id(of: "How does fsync protect a commit?", in: sandbox)
    try sandbox.write(
      """
      {"name": "own", "documents": "../banks",
       "systems": [{"name": "bm25f", "model": "bm25f"}, {"name": "tfidf", "model": "tfidf"}],
       "measures": ["RR"]}
      """, to: "own/collection.json")
    try sandbox.write("q1\tfsync commit\n", to: "own/queries.tsv")
    try sandbox.write("q1 0 \(id) 1\n", to: "own/qrels.txt")
    return sandbox
  }

  @Test func aCollectionIsATable() throws {
    let run = try sandbox().run(["eval", "own"])
    run.expect(0)
    #expect(run.lines.contains { $0.hasPrefix("bm25f ") && $0.contains("1.0000") })
    #expect(run.output.contains("cannot be tested with 1 query"))
  }

  @Test func figuresAreJSONLines() throws {
    let run = try sandbox().run(["eval", "own", "--jsonl"])
    run.expect(0)
    for line in run.lines {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["schema_version"] as? Int == 1 && object["value"] is Double)
    }
  }

  @Test func aLockHoldsUntilAFigureFalls() throws {
    let sandbox = try sandbox()
    try sandbox.run(["eval", "own", "--lock", "lock.json"]).expect(0)
    let bytes = try sandbox.read("lock.json")
    try sandbox.run(["eval", "own", "--lock", "lock.json"]).expect(0)
    #expect(try sandbox.read("lock.json") == bytes)
    try sandbox.run(["eval", "--check", "lock.json"]).expect(0)
    let id = try Banks.id(of: "How does fsync protect a commit?", in: sandbox)
    let entries = try sandbox.run(["read", "banks", "--jsonl"]).objects()
    let other = try #require(entries.compactMap { $0["id"] as? String }.first { $0 != id })
    try sandbox.write("q1 0 \(other) 1\n", to: "own/qrels.txt")
    let run = try sandbox.run(["eval", "--check", "lock.json"])
    run.expect(1)
    #expect(run.output.contains("qrels.txt has changed") && run.output.contains("FELL"))
    try sandbox.run(["eval", "--check", "none.json"]).expectError("none.json")
  }

  @Test func aReportIsOneFile() throws {
    let sandbox = try sandbox()
    try sandbox.run(["eval", "own", "--report", "out.html"]).expect(0)
    let page = String(decoding: try sandbox.read("out.html"), as: UTF8.self)
    #expect(page.hasPrefix("<!doctype html>") && page.contains("<svg"))
  }

  @Test func parametersAreTunedByFolds() throws {
    let sandbox = try sandbox()
    let id = try Banks.id(of: "How does fsync protect a commit?", in: sandbox)
    try sandbox.write(
      (1...6).map { "q\($0)\tfsync commit\n" }.joined(), to: "own/queries.tsv")
    try sandbox.write((1...6).map { "q\($0) 0 \(id) 1\n" }.joined(), to: "own/qrels.txt")
    let run = try sandbox.run(
      ["eval", "own", "--tune", "k1=1.2|0.6", "--folds", "3", "--system", "bm25f"])
    run.expect(0)
    #expect(run.output.contains("chosen on all: k1=1.2"))
    try sandbox.run(["eval", "own", "--tune", "k1"]).expectError("k1=0.6|0.9")
    try sandbox.run(["eval", "own", "--tune", "k1=1|2", "--system", "none"]).expectError("none")
  }

  @Test func ownQuestionsAreFoundAgain() throws {
    let sandbox = try sandbox()
    try sandbox.run(["index", "banks"]).expect(0)
    let run = try sandbox.run(["eval", "--self", "--limit", "5"])
    run.expect(0)
    #expect(run.output.contains("words-dropped"))
    #expect(try sandbox.run(["eval", "--self", "--limit", "5"]).output == run.output)
  }

  @Test func pairsAreMeasured() throws {
    let sandbox = try sandbox()
    try sandbox.write(
      "id_a\tid_b\tlabel\tscore\na\tb\t1\t0.9\nc\td\t0\t0.8\ne\tf\t1\t0.7\n", to: "pairs.tsv")
    let run = try sandbox.run(["eval", "--pairs", "pairs.tsv"])
    run.expect(0)
    // (1 + 2/3) / 2
    #expect(run.lines.contains { $0.hasPrefix("AP ") && $0.hasSuffix("0.8333") })
    #expect(run.lines.contains { $0.hasPrefix("R at P 0.95 ") && $0.hasSuffix("0.5000") })
    try sandbox.run(["eval", "--pairs", "pairs.tsv", "--report", "page.html"]).expect(0)
    let page = String(decoding: try sandbox.read("page.html"), as: UTF8.self)
    #expect(page.contains("Calibration") && page.components(separatedBy: "<svg").count == 3)
    try sandbox.run(["eval", "--pairs", "pairs.tsv", "--report", "pairs.tsv"])
      .expectError("--report")
    try sandbox.write("id_a\tid_b\tlabel\na\tb\t1\n", to: "pairs.tsv")
    try sandbox.run(["eval", "--pairs", "pairs.tsv"]).expectError("pairs.tsv")
  }

  @Test(arguments: [
    ["own", "--exclude", "none"], ["own", "--threshold", "1"], ["own", "--folds", "2"],
    ["own", "--tune", "k1=1|2", "--lock", "l"], ["--self", "--report", "r"],
    ["--check", "lock.json", "--jsonl"], ["own", "--per-query"],
  ])
  func optionsThatNothingWouldComeOfAreRefused(_ words: [String]) throws {
    let sandbox = try sandbox()
    try sandbox.run(["eval"] + words).expectError("--")
    #expect(try !sandbox.names().contains { ["r", "l"].contains($0) })
  }

  @Test func aSystemsNameIsSanitized() throws {
    let sandbox = try sandbox()
    try sandbox.write(
      """
      {"name": "own", "documents": "../banks",
       "systems": [{"name": "a\\u001b[31m", "model": "bm25f"}, {"name": "b", "model": "bm25"}]}
      """, to: "own/collection.json")
    let run = try sandbox.run(["eval", "own"])
    run.expect(0)
    #expect(!run.outputBytes.contains(0x1B))
  }

  @Test func nothingToDoIsUsage() throws {
    try sandbox().run(["eval"]).expectError("--self")
    try sandbox().run(["eval", "none"]).expectError("none")
  }
}
