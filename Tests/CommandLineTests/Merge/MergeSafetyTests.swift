import Foundation
import Testing

/// `merge --write`, `dedup --write` and `undo` where something is in the way: journals of somebody
/// else's, others who write at the same time, copies that say more than what stays.
@Suite struct MergeSafetyTests {
  private func text(_ sandbox: Sandbox, _ name: String) throws -> String {
    String(decoding: try sandbox.read(name), as: UTF8.self)
  }

  /// A bank that is one, with a question or two more.
  private func bank(_ items: String) -> String {
    "# Sea\n\n"
      + ["What is a tide pool?", "Who named the krill?", "What do whales eat in winter?"]
      .map { "## \($0) (\(items.count))\n\nIt is known to all \(items.count) of them.\n\n" }
      .joined()
      + items
  }

  // MARK: - Undo

  @Test(arguments: [
    #"{"path":"nothing","copy":"../../victim/secret","after":0}"#,
    #"{"path":"../victim/secret","after":0}"#, #"{"path":"link/secret","after":0}"#,
    #"{"path":"/etc/hostname","after":0}"#, #"{"path":"a/../../victim/secret","after":0}"#,
    #"{"path":"secret-link","after":0}"#,
  ])
  func aJournalReachesNothingOutside(_ file: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write("precious", to: "victim/secret")
    try sandbox.write("x", to: "repo/x")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path("repo/link"), withDestinationPath: "../victim")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path("repo/secret-link"), withDestinationPath: "../victim/secret")
    let journal = #"{"version":1,"files":[\#(file)]}"#
    try sandbox.write(journal, to: "repo/.qsearch-undo/journal.json")
    try sandbox.run(["undo", "repo"]).expect(2)
    #expect(try text(sandbox, "victim/secret") == "precious")
    #expect(sandbox.has("repo/.qsearch-undo/journal.json"))
  }

  @Test func whatWasKeptIsForItsOwnerAlone() throws {
    let sandbox = try Sandbox()
    try sandbox.write(bank("## Why is it deep?\n\nErosion.\n"), to: "a.md")
    try sandbox.run(["merge", "a.md", "--output", "out.md", "--write"]).expect(0)
    try sandbox.write(bank("## Why is it salt?\n\nRivers.\n"), to: "b.md")
    try sandbox.run(["merge", "out.md", "b.md", "--output", "out.md", "--write"]).expect(0)
    for name in try sandbox.names(".qsearch-undo") {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: sandbox.path(".qsearch-undo/" + name))
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func aLinkInPlaceOfTheJournalIsNotFollowed() throws {
    let sandbox = try Sandbox()
    try sandbox.write(bank(""), to: "a.md")
    try sandbox.write("mine", to: "other/journal.json")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path(".qsearch-undo"), withDestinationPath: "other")
    try sandbox.run(["merge", "a.md", "--output", "out.md", "--write"]).expectError("a link")
    #expect(try text(sandbox, "other/journal.json") == "mine" && !sandbox.has("out.md"))
  }

  /// What fails leaves everything as it was, and what can be undone.
  @Test func aFailureKeepsTheEarlierUndo() throws {
    let sandbox = try Sandbox()
    try sandbox.write(bank(""), to: "a.md")
    try sandbox.run(["merge", "a.md", "--output", "out.md", "--write"]).expect(0)
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.path("none.md"), withDestinationPath: "nowhere.md")
    try sandbox.run(["merge", "a.md", "--output", "none.md", "--write"]).expectError("none.md")
    try sandbox.run(["undo"]).expect(0)
    #expect(!sandbox.has("out.md"))
  }

  // MARK: - Others at the same time

  /// However they spell the names of the files, one copy of each question stays.
  @Test func twoAtOnceLeaveOneCopy() throws {
    let sandbox = try Sandbox()
    let many = (0..<40).map { "## What is item \($0) of row \($0 * 7)?\n\nNo \($0).\n\n" }
    for _ in 0..<2 {
      for name in ["a", "b"] {
        try sandbox.write("# S\n\n" + many.joined(), to: "x/\(name).md")
      }
      let (one, other) = (sandbox.path("x/a.md"), sandbox.path("x/b.md"))
      // Not `wait`: with the signals that are blocked here the shell waits for ever.
      try sandbox.shell(
        "cd x; rm -f done; (\"$Q\" dedup --write -q a.md b.md; : > done) & "
          + "\"$Q\" dedup --write -q \(other) \(one); while [ ! -f done ]; do sleep 0.02; done")
      let left = try text(sandbox, "x/a.md") + text(sandbox, "x/b.md")
      for number in stride(from: 0, to: 40, by: 5) {
        #expect(left.contains("What is item \(number) of row"))
      }
    }
  }

  @Test func mergesAtOnceLoseNothingSilently() throws {
    let sandbox = try Sandbox()
    try sandbox.write(bank(""), to: "a.md")
    try sandbox.run(["merge", "a.md", "--output", "all.md", "--write"]).expect(0)
    for number in 0..<4 {
      try sandbox.write(
        bank("## Why is sea \(number) green \(number)?\n\nAlgae.\n"), to: "b\(number).md")
    }
    try sandbox.shell(
      "for i in 0 1 2 3; do (\"$Q\" merge all.md b$i.md --output all.md --write -q > /dev/null "
        + "2>&1; echo $? > tmp$i; mv tmp$i code$i) & done; for i in 0 1 2 3; do "
        + "while [ ! -f code$i ]; do sleep 0.02; done; done")
    let merged = try text(sandbox, "all.md")
    for number in 0..<4 where try text(sandbox, "code\(number)").hasPrefix("0") {
      #expect(merged.contains("Why is sea \(number) green"))
    }
  }

  // MARK: - What copies say

  @Test(arguments: [
    ("[H] Why is it deep there?", "Erosion over ages.", "level"),
    ("Why is it deep there?", "Erosion. ![map](map.png)", "map.png"),
    ("Why is it deep there?", "Erosion, see https://reef.example/deep.", "reef.example"),
    ("Why is it deep there?", "Erosion over ages, and the tide of the moon besides.", "says more"),
  ])
  func nothingThatACopySaysIsLost(_ question: String, _ answer: String, _ reason: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      bank("## Why is it deep there?\n\nErosion over ages. Nobody has seen the bottom yet.\n"),
      to: "a.md")
    try sandbox.write(bank("## \(question)\n\n\(answer)\n\n"), to: "b.md")
    let before = try sandbox.read("b.md")
    try sandbox.run(["dedup", "--write", "a.md", "b.md"])
    let after = try text(sandbox, "b.md")
    #expect(after.contains(answer), "\(reason)")
    #expect(try sandbox.read("b.md").count <= before.count)
  }

  @Test func signsTellAnswersApart() throws {
    let sandbox = try Sandbox()
    for (name, answer) in [("a", "`x < y`"), ("b", "`x >= y`")] {
      try sandbox.write(bank("## Which test holds at sea level?\n\n\(answer)\n"), to: name + ".md")
    }
    try sandbox.run(["dedup", "--write", "a.md", "b.md"])
    #expect(try text(sandbox, "a.md").contains("`x < y`"))
    #expect(try text(sandbox, "b.md").contains("`x >= y`"))
  }

  @Test func aBankWithMoreThanQuestionsIsNotWrittenOver() throws {
    let sandbox = try Sandbox()
    let mine = "question,answer,year\nWhy is it deep?,Erosion.,1999\n"
    try sandbox.write(mine, to: "a.csv")
    try sandbox.run(["merge", "a.csv", "--output", "a.csv", "--write", "-q"]).expect(2)
    #expect(try text(sandbox, "a.csv") == mine)
    try sandbox.write(bank("Licence: do as you like with all of this.\n"), to: "n.md")
    try sandbox.run(["merge", "n.md", "--output", "n.md", "--write"])
    #expect(try text(sandbox, "n.md").contains("Licence"))
  }

  // MARK: - Decisions

  private func decide(_ verdict: String, _ sandbox: Sandbox) throws {
    let pair = try #require(
      try sandbox.run(["dedup", "a.md", "b.md", "--jsonl"]).expect(0).objects()
        .first { ($0["text_a"] as? String)?.contains("deep") == true })
    let (a, b) = (pair["a"] as? String ?? "", pair["b"] as? String ?? "")
    try sandbox.write(
      "\u{FEFF}id_a\tid_b\n# by me\n\(a)\t\(b)\t\(verdict)\t2026-01-31\t\n", to: "decisions.tsv")
  }

  private func withDeepPair() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(bank("## Why is it so deep there?\n\nErosion.\n"), to: "a.md")
    try sandbox.write(bank("## Why is it so deep  there\n\nErosion.\n\n"), to: "b.md")
    return sandbox
  }

  @Test func whatWasDecidedToBeTheSameGoes() throws {
    let sandbox = try withDeepPair()
    try decide("same", sandbox)
    try sandbox.run(["dedup", "--write", "a.md", "b.md"]).expect(0)
    let left = try text(sandbox, "a.md") + text(sandbox, "b.md")
    #expect(left.components(separatedBy: "so deep").count == 2)
  }

  @Test func whatWasDecidedToDifferStaysDecidedBehindAMerge() throws {
    let sandbox = try withDeepPair()
    try decide("different", sandbox)
    try sandbox.run(["merge", "a.md", "b.md", "--output", "all.md", "--write"]).expect(0)
    #expect(try text(sandbox, "all.md").components(separatedBy: "### Why is it so deep").count == 3)
    let pairs = try sandbox.run(["dedup", "all.md", "--jsonl"]).objects()
    #expect(!pairs.contains { ($0["text_a"] as? String)?.contains("deep") == true })
  }
}
