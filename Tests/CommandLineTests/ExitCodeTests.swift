import Testing

/// 0 found or done, 1 nothing found, 2 error or usage.
@Suite struct ExitCodeTests {
  @Test func foundIsZero() throws {
    let sandbox = try Sandbox.withBanks()
    for arguments in [
      ["ring buffer"], ["search", "ring"], ["related", "ring buffer"], ["stats"],
      ["read", "banks"], ["--version"], ["--help"], ["help"], ["help", "stats"], ["-h"],
    ] {
      let run = try sandbox.run(arguments).expect(0)
      #expect(!run.output.isEmpty, "\(arguments)")
      #expect(run.errors.isEmpty, "\(arguments): \(run.errors)")
    }
  }

  @Test func nothingFoundIsOneWithANote() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.write("Only a remark about nothing in particular.\n", to: "remark.md")
    for arguments in [["zebra"], ["related", "zebra"], ["read", "remark.md"]] {
      let run = try sandbox.run(arguments).expect(1)
      #expect(run.output.isEmpty)
      #expect(run.errorLines.count == 1)
      let quiet = try sandbox.run(arguments + ["-q"]).expect(1)
      #expect(quiet.output.isEmpty && quiet.errors.isEmpty)
    }
  }

  @Test func usageErrorsAreTwoAndSayWhatToWrite() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.run([""]).expectError("empty", "qsearch \"")
    try sandbox.run(["search"]).expectError("empty")
    try sandbox.run(["search", " \t "]).expectError("empty")
    try sandbox.run(["related"]).expectError("qsearch related ID")
    try sandbox.run(["related", " "]).expectError("qsearch related ID")
    try sandbox.run(["show"]).expectError("qsearch show ID")
    try sandbox.run(["index", "--index", "new"]).expectError("qsearch index PATH")
    try sandbox.run(["read"]).expectError("qsearch read PATH")
    try sandbox.run(["run"]).expectError("qsearch run --queries Q.tsv --output RUN")
    try sandbox.run(["index", "banks", "--analyzer", "none"]).expectError("english", "plain")
    let bare = try sandbox.run([]).expect(2)
    #expect(bare.output.isEmpty)
    #expect(bare.errors.contains("qsearch --help"))
  }

  @Test func unknownEntryIsAnErrorThatNamesIt() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.run(["show", "nobody"]).expectError("'nobody'", "--jsonl")
  }

  @Test func entriesBeforeAnUnknownOneAreShown() throws {
    let sandbox = try Sandbox.withBanks()
    let id = try Banks.id(of: "When is a ring buffer full?", in: sandbox)
    let run = try sandbox.run(["show", id, "nobody"]).expect(2)
    #expect(run.output.contains("ring buffer"))
    #expect(run.errorLines.count == 1)
  }
}
