import Foundation
import Testing

/// Standard output has results, standard error everything else, and neither may be there at all.
@Suite struct StreamTests {
  @Test func notesGoToStandardErrorAndQuietSilencesThem() throws {
    let sandbox = try Sandbox.withBanks()
    let noisy = try sandbox.run(["file", "--limit", "1"]).expect(0)
    #expect(noisy.errors.contains("--limit shows more"))
    #expect(!noisy.output.contains("--limit"))
    for flag in ["-q", "--quiet"] {
      let quiet = try sandbox.run(["file", "--limit", "1", flag]).expect(0)
      #expect(quiet.output == noisy.output && quiet.errors.isEmpty)
    }
    #expect(try sandbox.run(["index", "banks", "-q"]).expect(0).errors.isEmpty)
    #expect(try sandbox.run(["index", "banks"]).expect(0).output.isEmpty)
  }

  @Test func errorsAreSaidEvenWhenQuiet() throws {
    try Sandbox().run(["read", "nowhere", "-q"]).expectError("nowhere")
  }

  @Test func noColorOrCursorMovesReachFiles() throws {
    let sandbox = try Sandbox.withBanks()
    for arguments in [["file"], ["stats"], ["read", "banks"], ["file", "--explain"], ["--help"]] {
      let run = try sandbox.run(arguments).expect(0)
      #expect(run.rawControls.isEmpty)
    }
  }

  @Test func aReaderThatLeavesEarlyIsNoError() throws {
    let sandbox = try Sandbox()
    try LargeBank.write(to: sandbox)
    for call in [
      "read large.md --jsonl", "read large.md", "search thing --limit 3000 --no-collapse",
    ] {
      let script = """
        if test ! -d .qsearch; then "$Q" -q index large.md; fi
        { "$Q" \(call) 2>errors; echo $? >code; } | head -1
        cat errors >&2; exit "$(cat code)"
        """
      let run = try sandbox.shell(script).expect(0)
      #expect(run.lines.count == 1)
      #expect(run.errors.isEmpty)
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsOneLineAndTwo() throws {
    let sandbox = try Sandbox.withBanks()
    try LargeBank.write(to: sandbox)
    for call in [
      "-q ring", "stats", "--help", "--version", "read large.md --jsonl", "-q --jsonl ring",
    ] { try sandbox.shell("exec \"$Q\" \(call) >/dev/full").expectError("standard output") }
  }

  @Test func aClosedStandardOutputIsAnErrorAndNoFileGetsTheResults() throws {
    let sandbox = try Sandbox.withBanks()
    let before = try sandbox.contents("")
    for call in ["-q ring", "stats", "--help", "read banks", "-q ring --jsonl", "-q zebra ring"] {
      try sandbox.shell("exec \"$Q\" \(call) >&-").expectError("standard output")
    }
    #expect(try sandbox.contents("") == before)
  }

  @Test func aClosedStandardOutputHarmsNoIndexOnFirstUse() throws {
    let sandbox = try Sandbox()
    // The default bank's index is written in this very call.
    try sandbox.shell("exec \"$Q\" -q positional encoding >&-").expectError("standard output")
    try sandbox.shell("exec \"$Q\" -q positional encoding <&- >&-").expectError("standard output")
    let run = try sandbox.run(["-q", "positional encoding"]).expect(0)
    #expect(run.errors.isEmpty)
    let other = try Sandbox().run(["-q", "positional encoding"]).expect(0)
    #expect(run.output == other.output)
  }

  @Test func anIndexIsBuiltWithoutAnyStream() throws {
    let sandbox = try Sandbox.withBanks(isIndexed: false)
    try sandbox.shell("exec \"$Q\" index banks <&- >&- 2>&-").expect(0)
    try sandbox.run(["ring buffer"]).expect(0)
  }

  @Test func aClosedStandardErrorIsNoError() throws {
    let sandbox = try Sandbox.withBanks()
    let run = try sandbox.shell("exec \"$Q\" file --limit 1 2>&-").expect(0)
    #expect(run.output == (try sandbox.run(["file", "--limit", "1"]).output))
    #expect(try sandbox.shell("exec \"$Q\" read nowhere 2>&-").expect(2).output.isEmpty)
  }

  @Test func largeOutputIsWhole() throws {
    let sandbox = try Sandbox()
    try LargeBank.write(to: sandbox)
    let run = try sandbox.run(["read", "large.md", "--jsonl"]).expect(0)
    #expect(try run.objects().count == LargeBank.count)
    let piped = try sandbox.shell("\"$Q\" read large.md --jsonl | (sleep 0.2; cat)").expect(0)
    // A failed comparison of so many bytes would be shown byte by byte, for minutes.
    let isWhole = piped.outputBytes == run.outputBytes
    #expect(isWhole)
  }
}
