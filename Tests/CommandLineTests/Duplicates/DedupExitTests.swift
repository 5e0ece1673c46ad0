import Testing

/// How `dedup` ends, and that no text of a bank drives a terminal.
@Suite struct DedupExitTests {
  @Test func noDuplicatesAreOneWithANote() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      Banks.table(
        "Why do cats purr?", "How are violins tuned?", "What is a keystone in an arch?",
        "When do tomatoes ripen?"), to: "unlike.md")
    for form in [[], ["--jsonl"], ["--clusters"], ["--clusters", "--jsonl"]] {
      let run = try sandbox.run(["dedup", "unlike.md"] + form).expect(1)
      #expect(run.output.isEmpty, "\(form)")
      #expect(run.errorLines.count == 1 && run.errors.contains("no duplicates among 4 questions"))
      let quiet = try sandbox.run(["dedup", "unlike.md", "-q"] + form).expect(1)
      #expect(quiet.errors.isEmpty)
    }
    let table = try sandbox.run(["dedup", "unlike.md", "--tsv"]).expect(1)
    #expect(table.lines.count == 1)
  }

  @Test func wrongUseIsTwoAndSaysWhatToWrite() throws {
    let sandbox = try Sandbox.withBanks()
    for threshold in ["0", "-1", "1.01", "nan", "inf", "", "x", "0,5"] {
      try sandbox.run(["dedup", "banks", "--threshold=\(threshold)"])
        .expectError("--threshold", "'\(threshold)'")
    }
    try sandbox.run(["dedup", "banks", "--tsv", "--jsonl"]).expectError("--tsv", "--jsonl")
    try sandbox.run(["dedup", "banks", "--tsv", "--clusters"]).expectError("--clusters", "--jsonl")
    try sandbox.run(["dedup", "--bank", "x"]).expectError("qsearch dedup PATH --bank NAME")
    try sandbox.run(["dedup", "--against", "x"]).expectError("qsearch dedup --against INDEX PATH")
    try sandbox.run(["dedup", "--against", "none", "banks"]).expectError("no index")
    try sandbox.run(["dedup", "--against"]).expectError("--against DIR")
    try sandbox.run(["dedup", "nowhere.md"]).expectError("nowhere.md")
    try sandbox.run(["dedup", "--index", "nowhere"]).expectError("nowhere")
    try sandbox.run(["dedup", "banks", "--cluster"]).expectError("'--cluster'", "'--clusters'")
    try sandbox.run(["dedup", "--certify", "nowhere.md"]).expectError("nowhere.md")
    try sandbox.write("Only a remark.\n", to: "remark.md")
    try sandbox.run(["dedup", "remark.md"]).expectError("no questions found")
  }

  @Test func theBankMayBeNamed() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Banks.table("Why do cats purr?", "why do cats purr"), to: "cats.md")
    let run = try sandbox.run(["dedup", "cats.md", "--bank", "felines", "--clusters"]).expect(0)
    #expect(run.output.contains(" · felines · "))
  }

  @Test func nothingOfABankDrivesATerminal() throws {
    let sandbox = try Sandbox()
    let evil = HostileBank.sequence + "\u{202E}<script>alert(1)</script>"
    let words = "What is evil\(evil) in the ring buffer of sound cards"
    let plain = String(repeating: "Ordinary words make this text and nothing else. ", count: 20)
    let text = """
      # Evil\(evil)

      ## \(words)?

      An answer\(evil). \(plain)

      ## \(words.uppercased())

      An answer\(evil). \(plain)

      ## \(words) 2 times?

      An answer\(evil). \(plain)

      ## \(words) 3 times?

      An answer\(evil). \(plain)


      """
    try sandbox.write(text, to: "hostile/na\u{1B}[31mme.md")
    for form in [
      [], ["--all-classes"], ["--clusters"], ["--tsv"], ["--all-classes", "--color=always"],
      ["--stats"], ["--bank", "b\(evil)", "--clusters"],
    ] {
      let run = try sandbox.run(["dedup", "hostile"] + form).expect(0)
      let controls = run.rawControls.subtracting(form.contains("--color=always") ? ["1b"] : [])
      #expect(controls.isEmpty && run.rawOverrides.isEmpty, "\(form): \(controls)")
      #expect(!run.output.contains("\u{1B}]0;") && !run.output.contains("\u{1B}[31mred"))
    }
    let json = try sandbox.run(["dedup", "hostile", "--jsonl"]).expect(0)
    #expect(json.rawControls.isEmpty)
    #expect(
      try json.objects().contains { ($0["text_a"] as? String)?.contains("\u{1B}[31m") == true })
    try sandbox.run(["index", "hostile", "--index", "ix", "-q"]).expect(0)
    let against = try sandbox.run(["dedup", "--against", "ix", "hostile", "--all-classes"])
    #expect(against.expect(0).rawControls.isEmpty && against.rawOverrides.isEmpty)
    for call in [
      ["dedup", evil], ["dedup", "--threshold", evil], ["dedup", "--against", evil, evil],
    ] {
      let run = try sandbox.run(call).expect(2)
      #expect(run.rawControls.isEmpty && run.rawOverrides.isEmpty, "\(call)")
    }
  }

  @Test func pairsAreShownSideBySideInAnyWidth() throws {
    let sandbox = try Sandbox()
    try sandbox.writeBanks(to: "banks", from: "duplicates")
    for columns in [1, 10, 40, 80, 300] as [UInt16] {
      guard let terminal = PseudoTerminal(columns: columns) else { return }
      try sandbox.run(["dedup", "banks"], output: terminal.slave).expect(0)
      #expect(terminal.text().contains("│"), "\(columns) columns")
    }
  }

  @Test func copiesAreOneResultUnlessAskedFor() throws {
    let sandbox = try Sandbox()
    try sandbox.writeBanks(to: "banks", from: "duplicates")
    try sandbox.run(["index", "banks", "-q"]).expect(0)
    let one = try sandbox.run(["standing wave", "--jsonl"]).expect(0).objects()
    #expect(one.count == 1)
    let copies = try #require(one[0]["copies"] as? [[String: Any]])
    #expect(copies.count == 1 && Set(copies[0].keys) == ["id", "bank", "file", "line"])
    let shown = try sandbox.run(["standing wave"]).expect(0)
    #expect(shown.output.contains("+1 more like this: banks/"))
    let all = try sandbox.run(["standing wave", "--jsonl", "--no-collapse"]).expect(0).objects()
    #expect(all.count == 2)
    #expect(all.allSatisfy { ($0["copies"] as? [Any])?.isEmpty == true })
    let id = try #require(one[0]["id"] as? String)
    let related = try sandbox.run(["related", id, "--jsonl", "--limit", "50"]).objects()
    #expect(!related.contains { ($0["text"] as? String)?.lowercased().contains("wave") == true })
    let more = try sandbox.run(["related", id, "--jsonl", "--no-collapse"]).expect(0).objects()
    #expect(more.contains { $0["id"] as? String == copies[0]["id"] as? String })
  }
}
