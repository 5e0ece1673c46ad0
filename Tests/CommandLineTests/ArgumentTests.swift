import Testing

/// How words and options are read.
@Suite struct ArgumentTests {
  @Test func wordsWithoutACommandAreOneQuery() throws {
    let sandbox = try Sandbox.withBanks()
    let quoted = try sandbox.run(["positional encoding"]).expect(0)
    for arguments in [
      ["positional", "encoding"], ["search", "positional", "encoding"],
      ["search", "--", "positional", "encoding"], ["--", "positional encoding"],
    ] { #expect(try sandbox.run(arguments).output == quoted.output) }
  }

  @Test func wordsThatNameCommandsAreSearchedForBehindDashes() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      """
      # Numbers

      ## What do stats show about a run?

      How it went.

      ## What does help mean in a shell?

      A page of text.

      """, to: "numbers.md")
    try sandbox.run(["index", "numbers.md"]).expect(0)
    #expect(try sandbox.run(["search", "--", "stats"]).expect(0).output.contains("**stats**"))
    #expect(try sandbox.run(["--", "stats"]).expect(0).output.contains("**stats**"))
    #expect(try sandbox.run(["search", "stats"]).expect(0).output.contains("**stats**"))
    #expect(try sandbox.run(["--", "help"]).expect(0).output.contains("**help**"))
  }

  @Test func optionsStandAnywhereAndTakeValuesBothWays() throws {
    let sandbox = try Sandbox.withBanks()
    let expected = try sandbox.run(["search", "--limit", "1", "file"]).expect(0)
    #expect(expected.output.contains("1. ") && !expected.output.contains("2. "))
    for arguments in [
      ["--limit=1", "file"], ["file", "--limit=1"], ["file", "--limit", "1"],
      ["--limit", "1", "search", "file"], ["search", "file", "--limit=5", "--limit=1"],
    ] { #expect(try sandbox.run(arguments).expect(0).output == expected.output) }
  }

  @Test(arguments: ["0", "x", "", "-1", "10001", "99999999999999999999999", "1.5", "٣"])
  func wrongLimitsAreUsageErrors(_ limit: String) throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.run(["--limit", limit, "file"]).expectError("--limit", "'\(limit)'", "1 to 10000")
    try sandbox.run(["--limit=\(limit)", "file"]).expectError("--limit")
  }

  @Test func unknownOptionsSuggestTheNearest() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.run(["--limt", "3", "file"]).expectError("'--limt'", "'--limit'")
    try sandbox.run(["file", "--colr=always"]).expectError("'--colr'", "'--color'")
    try sandbox.run(["read", "banks", "--json"]).expectError("'--json'", "'--jsonl'")
    try sandbox.run(["stats", "--indx", "x"]).expectError("'--indx'", "'--index'")
    try sandbox.run(["--frobnicate", "file"]).expectError("'--frobnicate'", "search --help", "--")
    try sandbox.run(["stats", "--limit", "3"]).expectError("'--limit'", "stats --help")
    try sandbox.run(["file", "--limit"]).expectError("--limit N")
    try sandbox.run(["file", "--jsonl=yes"]).expectError("--jsonl takes no value")
  }

  @Test func modelsAreNamedOrRefused() throws {
    let sandbox = try Sandbox.withBanks()
    for model in ["bm25f", "bm25", "bm25:k1=0.9,b=0.4", "tfidf", "tfidf:lnc.ltc", "tfidf:lucene"] {
      let run = try sandbox.run(["--model", model, "ring buffer", "--jsonl"]).expect(0)
      #expect(try run.objects().first?["text"] as? String == "When is a ring buffer full?")
    }
    for model in ["bm26", "", "bm25:k1=nan", "bm25:k1=-1", "bm25:b=2", "tfidf:xyz.abc"] {
      try sandbox.run(["--model", model, "ring"]).expectError("model '\(model)'")
    }
  }

  @Test func extremeParametersStillGiveJSON() throws {
    let sandbox = try Sandbox.withBanks()
    for model in ["bm25:k1=1e6", "bm25:k1=1e-320", "bm25:k1=0,b=0", "bm25f:k1=1e6"] {
      let run = try sandbox.run(["--model", model, "file", "--jsonl", "--explain"]).expect(0)
      #expect(try run.objects().allSatisfy { $0["score"] is Double })
    }
  }

  @Test func helpIsForEveryCommandAndListedOnItsPage() throws {
    let sandbox = try Sandbox()
    let overview = try sandbox.run(["--help"]).expect(0)
    for command in ["search", "related", "show", "index", "stats", "read", "run"] {
      #expect(overview.output.contains("\n  \(command) "))
      let page = try sandbox.run([command, "--help"]).expect(0)
      #expect(page.output.hasPrefix("qsearch \(command): "))
      #expect(page.output.contains("exit codes:\n  0  "))
      #expect(page.output.contains("  2  "))
      #expect(try sandbox.run(["help", command]).output == page.output)
      #expect(try sandbox.run([command, "--limit", "x", "-h"]).output == page.output)
    }
  }
}
