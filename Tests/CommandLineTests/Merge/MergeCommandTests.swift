import Foundation
import Testing

/// `qsearch merge`, `blame`, `undo`, and `dedup` where it writes: files change when asked, whole,
/// and come back.
@Suite struct MergeCommandTests {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.writeBanks(to: "banks", from: "duplicates")
    return sandbox
  }

  private func text(_ sandbox: Sandbox, _ name: String) throws -> String {
    String(decoding: try sandbox.read(name), as: UTF8.self)
  }

  private static let banks = ["banks/exam.md", "banks/physics.md"]

  @Test func withoutWriteOnlyThePlanIsShown() throws {
    let sandbox = try sandbox()
    let run = try sandbox.run(["merge"] + Self.banks + ["--output", "out.md"]).expect(0)
    #expect(run.lines.first?.hasPrefix("in  ") == true)
    #expect(run.output.contains("join exact") && run.errors.contains("nothing was written"))
    #expect(!sandbox.has("out.md") && !sandbox.has(".qsearch-undo"))
  }

  @Test(arguments: ["out.md", "out.csv", "out.jsonl"])
  func theOutcomeIsABankThatStaysAsItIs(_ out: String) throws {
    let sandbox = try sandbox()
    try sandbox.run(["merge"] + Self.banks + ["--output", out, "--write"]).expect(0)
    let first = try sandbox.read(out)
    for words in [[out], [out] + Self.banks, Self.banks.reversed() + [out]] {
      let again = try sandbox.run(["merge"] + words + ["--output", out, "--write"]).expect(0)
      #expect(again.errors.contains("unchanged"))
      #expect(try sandbox.read(out) == first)
    }
    try sandbox.run(["merge"] + Self.banks.reversed() + ["--output", "r" + out, "--write"]).expect(
      0)
    #expect(try sandbox.read("r" + out) == first)
    let blame = try sandbox.run(["blame", out]).expect(0)
    #expect(blame.output.contains("banks/physics.md:") && blame.output.contains("merge 1"))
    let lines = try sandbox.run(["blame", out, "--jsonl"]).expect(0).objects()
    let sources = lines.compactMap { $0["sources"] as? [[String: Any]] }
    let count = try sandbox.run(["read", "--jsonl"] + Self.banks).expect(0).lines.count
    #expect(sources.reduce(0) { $0 + $1.count } == count)
  }

  /// What is asked for is done before it is told: `| head` reads a part of it.
  @Test func whoStopsReadingStopsNoWriting() throws {
    let sandbox = try sandbox()
    try sandbox.write(
      "# P\n\n" + String(repeating: "- What is a tide pool?\n", count: 3000), to: "p.md")
    let program = try #require(CommandRun.program)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "'\(program)' merge p.md --output out.md --write -q | head -1"]
    process.currentDirectoryURL = URL(fileURLWithPath: sandbox.path(""))
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(sandbox.has("out.md"))
  }

  @Test func theAccountNamesEveryQuestion() throws {
    let sandbox = try sandbox()
    let run = try sandbox.run(["merge", "--account"] + Self.banks).expect(0)
    let count = try sandbox.run(["read", "--jsonl"] + Self.banks).expect(0).lines.count
    #expect(run.lines.count == count + 2)
    #expect(run.lines.last?.hasPrefix("# \(count) in = ") == true)
    #expect(run.lines.contains { $0.contains("\tjoined (exact)\t") })
  }

  @Test func whatIsNoneOfTheBanksIsNotReplaced() throws {
    let sandbox = try sandbox()
    try sandbox.write("mine", to: "out.md")
    try sandbox.run(["merge"] + Self.banks + ["--output", "out.md", "--write"])
      .expectError("none of the banks")
    #expect(try text(sandbox, "out.md") == "mine")
    try sandbox.run(["merge"] + Self.banks + ["--output", "out.txt"]).expectError(".jsonl")
    try sandbox.run(["merge"] + Self.banks + ["--write"]).expectError("--output")
    try sandbox.run(["merge", "--protect", "none"] + Self.banks).expectError("exam, physics")
    try sandbox.run(["merge"]).expectError("which banks")
    let target = ["--output", "nowhere/out.md", "--write"]
    try sandbox.run(["merge"] + Self.banks + target).expectError("nowhere")
    #expect(!sandbox.has("nowhere"))
  }

  @Test func undoBringsBackEveryByte() throws {
    let sandbox = try Sandbox()
    let items = ["What is a tide pool?", "Who named the krill?", "What do whales eat?"]
    let bank = items.map { "## \($0)\n\nIt is known to all.\n" }.joined(separator: "\n")
    try sandbox.write("# A\n\n" + bank, to: "banks/exam.md")
    try sandbox.write("# B\r\n\r\n## Why is it deep?\n\n" + bank + "\ttail", to: "banks/physics.md")
    let before = try Self.banks.map { try sandbox.read($0) }
    let run = try sandbox.run(["dedup", "--write"] + Self.banks).expect(0)
    #expect(run.output.contains(" goes: "))
    #expect(try Self.banks.map { try sandbox.read($0) } != before)
    // No question is gone for good, and no other was touched.
    let left = try sandbox.run(["dedup"] + Self.banks + ["--jsonl"])
    #expect(try left.objects().allSatisfy { $0["class"] as? String != "exact" })
    try sandbox.run(["undo"]).expect(0)
    #expect(try Self.banks.map { try sandbox.read($0) } == before)
    try sandbox.run(["undo"]).expectError("nothing to undo")
  }

  @Test func undoTouchesNothingThatWasChangedSince() throws {
    let sandbox = try sandbox()
    try sandbox.run(["merge"] + Self.banks + ["--output", "out.md", "--write"]).expect(0)
    let changed = try text(sandbox, "out.md") + "\nMine.\n"
    try sandbox.write(changed, to: "out.md")
    try sandbox.run(["undo"]).expectError("changed since")
    #expect(try text(sandbox, "out.md") == changed)
  }

  /// Both names lead to one file: taking a copy out of one would take the last out of the other.
  @Test func theLastCopyStays() throws {
    let sandbox = try sandbox()
    try FileManager.default.linkItem(
      atPath: sandbox.path("banks/exam.md"), toPath: sandbox.path("banks/linked.md"))
    let before = try sandbox.read("banks/exam.md")
    let run = try sandbox.run(["dedup", "--write", "banks/exam.md", "banks/linked.md"])
    #expect(!run.output.contains(" goes: ") || run.output.contains("lead to one file"))
    #expect(try sandbox.read("banks/exam.md").count == before.count)
  }

  @Test func decisionsAreNotAskedAgain() throws {
    let sandbox = try sandbox()
    let pairs = try sandbox.run(["dedup", "banks", "--jsonl"]).expect(0).objects()
    let pair = try #require(pairs.first)
    let (a, b) = (pair["a"] as? String ?? "", pair["b"] as? String ?? "")
    try sandbox.write("\(a)\t\(b)\tdifferent\t2026-01-02\tseen\n", to: "decisions.tsv")
    let left = try sandbox.run(["dedup", "banks", "--jsonl"]).objects()
    #expect(left.count == pairs.count - 1)
    let merged = try sandbox.run(["merge", "banks", "--account"]).expect(0)
    #expect(merged.lines.contains { $0.hasPrefix(a) && $0.contains("\tkept\t") })
    try sandbox.write("what\n", to: "decisions.tsv")
    try sandbox.run(["dedup", "banks"]).expectError("decisions.tsv:1")
  }
}
