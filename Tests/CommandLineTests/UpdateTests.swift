import Foundation
import TestSupport
import Testing

/// `qsearch index` run again.
@Suite struct UpdateTests {
  /// A bank with those questions; `more` ends the first answer.
  private func bank(_ numbers: some Sequence<Int>, more: String = "") -> String {
    var text = "| Question | Answer |\n|---|---|\n"
    for (place, number) in numbers.enumerated() {
      text += "| What is thing \(number)? | It is \(number). \(place == 0 ? more : "") |\n"
    }
    return text
  }

  /// The index's files but its lock and what updates remember.
  private func files(_ sandbox: Sandbox, _ index: String = ".qsearch") throws -> [String: [UInt8]] {
    try sandbox.contents(index).filter {
      !["lock", "sources.state", "latent.state"].contains($0.key)
    }
    .mapValues(\.bytes)
  }

  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    for bank in ["a", "b", "c"] {
      let start = Int(bank.utf8.first ?? 0)
      try sandbox.write(self.bank(start * 10..<start * 10 + 5), to: "notes/\(bank).md")
    }
    try sandbox.run(["index", "notes"]).expect(0)
    return sandbox
  }

  @Test func onlyWhatChangedIsSaid() throws {
    let sandbox = try sandbox()
    let again = try sandbox.run(["index"]).expect(0)
    #expect(again.errors.contains("nothing changed; 15 questions"), "\(again.errors)")
    try sandbox.write(bank([970, 971, 972, 973, 5], more: "More."), to: "notes/a.md")
    let update = try sandbox.run(["index"]).expect(0)
    #expect(
      update.errors.contains("1 file changed: 1 added, 1 replaced, 1 removed; 15 questions"),
      "\(update.errors)")
    try sandbox.shell("rm notes/b.md").expect(0)
    try sandbox.write(bank([6]), to: "notes/d.md")
    let second = try sandbox.run(["index"]).expect(0)
    #expect(
      second.errors.contains("2 files changed: 1 added, 0 replaced, 5 removed; 11 questions"),
      "\(second.errors)")
    #expect(try sandbox.run(["What is thing 5?"]).expect(0).output.contains("notes/a.md"))
    #expect(!(try sandbox.run(["thing 980"]).output.contains("notes/b.md")))
    try sandbox.run(["check"]).expect(0)
  }

  /// Times of files say nothing by themselves.
  @Test func touchedFilesAreComparedByTheirContent() throws {
    let sandbox = try sandbox()
    let before = try files(sandbox)
    try sandbox.shell("touch -t 200001010000 notes/*").expect(0)
    #expect(try sandbox.run(["index"]).expect(0).errors.contains("nothing changed"))
    // Same size and time, other content: only a time that was old enough is believed.
    try sandbox.shell("rm .qsearch/sources.state").expect(0)
    #expect(try sandbox.run(["index"]).expect(0).errors.contains("nothing changed"))
    #expect(try files(sandbox) == before)
    try sandbox.write([1, 2, 3], to: ".qsearch/sources.state")
    #expect(try sandbox.run(["index"]).expect(0).errors.contains("nothing changed"))
    #expect(try files(sandbox) == before)
  }

  @Test func aChangeRightAfterAnUpdateIsSeen() throws {
    let sandbox = try sandbox()
    for number in 0..<5 {
      // The same size, and the same time as far as a coarse file system tells.
      try sandbox.write(bank([600 + number]), to: "notes/d.md")
      try sandbox.shell("touch -d @\(Int(Date().timeIntervalSince1970)) notes/d.md").expect(0)
      try sandbox.run(["index", "-q"]).expect(0)
      #expect(try sandbox.run(["thing \(600 + number)"]).expect(0).output.contains("d.md"))
    }
  }

  @Test func updatesInAnyOrderGiveTheBytesOfARebuild() throws {
    var generator = SeededGenerator(seed: 51)
    for round in 0..<4 {
      let sandbox = try Sandbox()
      try sandbox.write(bank([0]), to: "notes/start.md")
      try sandbox.run(["index", "notes"]).expect(0)
      for _ in 0..<Int.random(in: 2...6, using: &generator) {
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let file =
            "notes/\("xyz".randomElement(using: &generator) ?? "x")/"
            + "\(Int.random(in: 0..<4, using: &generator)).md"
          // Few different questions, so that ids are renumbered.
          let numbers = (0..<Int.random(in: 0...6, using: &generator))
            .map { _ in Int.random(in: 0..<5, using: &generator) }
          try sandbox.write(bank(numbers), to: file)
          if Int.random(in: 0..<4, using: &generator) == 0 {
            try sandbox.shell("rm \(file)").expect(0)
          }
        }
        try sandbox.run(["index"]).expect(0)
        let whole = try sandbox.run(["index", "notes", "--replace", "--index", "whole"]).expect(0)
        #expect(whole.errors.contains("indexed"))
        for query in ["thing 1", "thing 2 3", "what is it"] {
          // Which of several copies of equal scores is shown is a matter of their order.
          let call = [query, "--jsonl", "--limit", "100", "--no-collapse"]
          let (left, right) = (
            try sandbox.run(call), try sandbox.run(call + ["--index", "whole"])
          )
          #expect(try hits(left) == hits(right), "round \(round)")
        }
      }
      try sandbox.run(["index", "--optimize"]).expect(0)
      #expect(try files(sandbox) == files(sandbox, "whole"), "round \(round)")
    }
  }

  /// Hits without ranks, for equal scores may stand in another order.
  private func hits(_ run: CommandRun) throws -> Set<String> {
    Set(
      try run.objects().map { hit in
        "\(hit["id"] ?? "") \(hit["score"] ?? "") \(hit["file"] ?? "") \(hit["line"] ?? "")"
      })
  }

  @Test func sourcesInAnyOrderGiveTheSameBytes() throws {
    let sandbox = try sandbox()
    try sandbox.write(bank([77]), to: "more/m.md")
    for (index, calls) in [
      [["notes", "more"]], [["more"], ["notes"]], [["notes/b.md"], ["more", "notes"]],
    ].enumerated() {
      for call in calls { try sandbox.run(["index", "--index", "i\(index)"] + call).expect(0) }
      try sandbox.run(["index", "--optimize", "--index", "i\(index)"]).expect(0)
    }
    #expect(try files(sandbox, "i0") == files(sandbox, "i1"))
    #expect(try files(sandbox, "i2").count == 2)
  }

  @Test func newPathsAreAddedAndReplaceForgetsTheOld() throws {
    let sandbox = try sandbox()
    try sandbox.write(bank([77]), to: "more/m.md")
    let added = try sandbox.run(["index", "more"]).expect(0)
    #expect(added.errors.contains("1 added") && added.errors.contains("16 questions"))
    #expect(try sandbox.run(["stats"]).expect(0).output.contains("notes"))
    let replaced = try sandbox.run(["index", "more", "--replace"]).expect(0)
    #expect(replaced.errors.contains("indexed 1 question of 1 file in"))
    #expect(!(try sandbox.run(["stats"]).expect(0).output.contains("notes")))
    try sandbox.run(["index", "nowhere"]).expectError("nowhere")
    #expect(try sandbox.run(["thing 77"]).expect(0).output.contains("more/m.md"))
  }

  @Test func anotherAnalyzerIsAnError() throws {
    let sandbox = try sandbox()
    try sandbox.run(["index", "--analyzer", "plain"]).expectError("english", "plain", "--replace")
    try sandbox.run(["index", "notes", "--analyzer", "plain", "--replace"]).expect(0)
    try sandbox.run(["index"]).expect(0)
    try sandbox.run(["index", "--analyzer", "plain"]).expect(0)
  }

  @Test func whatCannotBeReadKeepsItsQuestions() throws {
    let sandbox = try sandbox()
    try sandbox.write(bank([77]), to: "more/m.md")
    try sandbox.run(["index", "more"]).expect(0)
    try sandbox.write("a\0b\u{1}", to: "notes/a.md")
    let binary = try sandbox.run(["index"]).expect(0)
    #expect(binary.errors.contains("notes/a.md") && binary.errors.contains("5 removed"))
    guard geteuid() != 0 else { return }
    try sandbox.shell("chmod 000 notes/b.md more").expect(0)
    defer { _ = try? sandbox.shell("chmod 755 notes/b.md more") }
    let kept = try sandbox.run(["index"]).expect(0)
    #expect(
      kept.errors.contains("notes/b.md") && !kept.errors.contains("removed"), "\(kept.errors)")
  }

  @Test func standardInputStaysUntilItComesAgain() throws {
    let sandbox = try sandbox()
    try sandbox.run(["index", "-"], input: Array(bank([80]).utf8)).expect(0)
    try sandbox.run(["index"]).expect(0)
    let found = try sandbox.run(["thing 80", "--jsonl"]).expect(0).objects()
    #expect(found.contains { $0["bank"] as? String == "stdin" })
    let update = try sandbox.run(["index", "-"], input: Array(bank([81]).utf8)).expect(0)
    #expect(update.errors.contains("1 added, 0 replaced, 1 removed"))
  }

  @Test func damageIsFoundAndMended() throws {
    let sandbox = try sandbox()
    let whole = try sandbox.run(["check"]).expect(0)
    #expect(whole.output.contains("no damage in 2 files"))
    let expected = try files(sandbox)
    let segment = try #require(expected.keys.first { $0.hasSuffix(".qss") })
    let bytes = try #require(expected[segment])
    for place in stride(from: 0, to: bytes.count, by: 97) {
      try sandbox.write(ByteDamage.flip(bytes, bit: 8 * place), to: ".qsearch/" + segment)
      let run = try sandbox.run(["check"]).expect(1)
      #expect(run.output.contains(segment) && run.output.contains("1 of 2 files damaged"))
    }
    // The manifest still says what the sources are.
    let mended = try sandbox.run(["index"]).expect(0)
    #expect(mended.errors.contains("built anew: 15 questions"), "\(mended.errors)")
    #expect(try files(sandbox) == expected)
    try sandbox.shell("rm .qsearch/*.qss").expect(0)
    try sandbox.run(["check"]).expect(1)
    #expect(try sandbox.run(["index"]).expect(0).errors.contains("built anew: 15 questions"))
    #expect(try files(sandbox) == expected)
    try sandbox.run(["check", "--index", "nowhere"]).expectError("nowhere")
    try sandbox.run(["check", "--index", "notes"]).expectError("notes")
  }

  /// Killed at random moments: what was committed last is whole.
  @Test func killsLeaveTheOldOrTheNewIndex() throws {
    let sandbox = try sandbox()
    var generator = SeededGenerator(seed: 61)
    for round in 0..<12 {
      let before = try sandbox.run(["stats", "--jsonl"]).expect(0).output
      for bank in ["a", "d", "e"] {
        let start = 1000 * round + Int(bank.utf8.first ?? 0)
        try sandbox.write(self.bank(start..<start + 40), to: "notes/\(bank).md")
      }
      let delay = Double.random(in: 0.001...0.08, using: &generator)
      _ = try sandbox.shell(
        "\"$Q\" index -q & p=$!; sleep \(delay); kill -9 $p 2>/dev/null; wait $p 2>/dev/null; true")
      try sandbox.run(["check"]).expect(0)
      let after = try sandbox.run(["stats", "--jsonl"]).expect(0).output
      try sandbox.run(["index"]).expect(0)
      let done = try sandbox.run(["stats", "--jsonl"]).expect(0).output
      let entries = { (text: String) in text.split(separator: ",").first { $0.contains("entries") }
      }
      #expect([entries(before), entries(done)].contains(entries(after)), "round \(round)")
      #expect(try sandbox.names(".qsearch").allSatisfy { !$0.hasPrefix(".tmp") })
    }
    try sandbox.run(["index", "--optimize"]).expect(0)
    try sandbox.run(["index", "notes", "--index", "whole"]).expect(0)
    #expect(try files(sandbox) == files(sandbox, "whole"))
  }

  @Test func twoWritersAtOnceLeaveAWholeIndex() throws {
    let sandbox = try sandbox()
    for round in 0..<4 {
      try sandbox.write(bank(500 * round..<500 * round + 60), to: "notes/d.md")
      DispatchQueue.concurrentPerform(iterations: 3) { _ in
        guard let run = try? sandbox.run(["index"]) else {
          Issue.record("the program did not run")
          return
        }
        #expect(run.code == 0 || run.errors.contains("being written by"), "\(run.errors)")
      }
      try sandbox.run(["check"]).expect(0)
      try sandbox.run(["index"]).expect(0)
      #expect(try sandbox.run(["thing \(500 * round + 7)"]).expect(0).output.contains("d.md"))
    }
  }
}
