import Foundation
import Testing

/// Which index answers, and how its files are shown.
@Suite struct LocationTests {
  @Test func theNearestIndexUpwardAnswers() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.makeFolder("a/b/c")
    let run = try sandbox.run(["ring buffer"], in: "a/b/c").expect(0)
    #expect(run.errors.isEmpty && run.output.contains("When is a **ring** **buffer** full?"))
    // A nearer one comes first, and is where 'index' writes.
    try sandbox.write(
      "# Near\n\n## What is near a ring buffer?\n\nThis.\n\n## What is not?\n\nThat.\n",
      to: "a/near.md")
    try sandbox.makeFolder("a/.qsearch")
    try sandbox.run(["index", "../near.md"], in: "a/b").expect(0)
    let near = try sandbox.run(["ring buffer"], in: "a/b/c").expect(0)
    #expect(near.output.contains("What is near") && !near.output.contains("full"))
    #expect(
      try sandbox.run(["ring buffer"]).expect(0).output == run.output.replacing("../", with: ""))
  }

  @Test func indexWritesIntoTheNearestFolder() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.makeFolder("a/b")
    try sandbox.run(["index", "../../banks/storage.md", "--replace"], in: "a/b").expect(0)
    #expect(!sandbox.has("a/b/.qsearch"))
    #expect(try sandbox.run(["stats", "--jsonl"]).objects().first?["entries"] as? Int == 4)
  }

  @Test(arguments: ["", "banks", "a/b", "a b/ü"])
  func filesAreShownFromTheCurrentFolder(_ folder: String) throws {
    let sandbox = try Sandbox.withBanks()
    if !folder.isEmpty { try sandbox.makeFolder(folder) }
    for arguments in [["ring", "--jsonl"], ["related", "ring", "--jsonl"]] {
      let hits = try sandbox.run(arguments, in: folder).expect(0).objects()
      for hit in hits {
        let file = try #require(hit["file"] as? String)
        let line = try #require(hit["line"] as? Int)
        let url = URL(fileURLWithPath: sandbox.path(folder)).appendingPathComponent(file)
        let text = try String(contentsOf: url, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[line - 1].contains(try #require(hit["text"] as? String)))
        #expect(!file.hasPrefix("/"))
      }
    }
  }

  @Test func anIndexMovesWithItsBanks() throws {
    let sandbox = try Sandbox()
    try sandbox.writeBanks(to: "old/banks")
    try sandbox.run(["index", "banks"], in: "old").expect(0)
    let before = try sandbox.run(["ring buffer"], in: "old").expect(0)
    try FileManager.default.moveItem(atPath: sandbox.path("old"), toPath: sandbox.path("new"))
    #expect(try sandbox.run(["ring buffer"], in: "new").expect(0).output == before.output)
  }

  @Test func theOptionComesBeforeTheVariableBeforeTheFolder() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.run(["index", "banks/storage.md", "--index", "one"]).expect(0)
    try sandbox.run(["index", "banks/search-basics.md", "--index", "two"]).expect(0)
    func banks(_ arguments: [String], _ variables: [String: String?]) throws -> [String] {
      let run = try sandbox.run(["stats", "--jsonl"] + arguments, variables: variables).expect(0)
      let banks = try run.objects().first?["banks"] as? [[String: Any]] ?? []
      return banks.compactMap { $0["name"] as? String }
    }
    #expect(try banks([], [:]) == ["search-basics", "storage"])
    #expect(try banks([], ["QSEARCH_INDEX": "one"]) == ["storage"])
    #expect(try banks(["--index", "two"], ["QSEARCH_INDEX": "one"]) == ["search-basics"])
    #expect(try banks(["--index=two/"], [:]) == ["search-basics"])
    #expect(try banks([], ["QSEARCH_INDEX": ""]) == ["search-basics", "storage"])
    try sandbox.run(["ring"], variables: ["QSEARCH_INDEX": "gone"]).expectError("gone")
  }

  @Test func theVariableIsWhereIndexWrites() throws {
    let sandbox = try Sandbox.withBanks(isIndexed: false)
    let variables = ["QSEARCH_INDEX": "deep/er/index"]
    try sandbox.run(["index", "banks"], variables: variables).expect(0)
    #expect(!sandbox.has(".qsearch"))
    #expect(try sandbox.run(["ring"], variables: variables).expect(0).output.contains("banks/"))
  }

  @Test func aFileNamedAsTheFolderIsPassedOver() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.write("no folder", to: "a/.qsearch")
    try sandbox.run(["ring buffer"], in: "a").expect(0)
  }

  @Test func indexingAFolderPassesOverItsOwnIndex() throws {
    let sandbox = try Sandbox.withBanks(isIndexed: false)
    try sandbox.run(["index", "."]).expect(0)
    let first = try sandbox.contents(".qsearch").filter { $0.key != "lock" }.mapValues(\.bytes)
    let again = try sandbox.run(["index", "."]).expect(0)
    #expect(again.errorLines.count == 1)
    let second = try sandbox.contents(".qsearch").filter { $0.key != "lock" }.mapValues(\.bytes)
    #expect(first == second)
  }
}
