import Testing

/// No text of a bank, an index or an argument drives a terminal.
@Suite struct ControlCharacterTests {
  /// Calls that show everything there is of the folder `hostile`, its index being there.
  private static func calls(id: String) -> [[String]] {
    let calls = [
      ["evil", "--limit", "1000"], ["evil", "--limit", "1000", "--explain"],
      ["related", id, "--limit", "1000"], ["related", "evil"], ["show", id], ["stats"],
      ["read", "hostile"], ["read", "hostile", "--bank", "b" + HostileBank.sequence],
    ]
    return calls + calls.filter { $0[0] != "run" }.map { $0 + ["--jsonl"] }
  }

  @Test func controlCharactersOfBanksAreNeverWritten() throws {
    let sandbox = try Sandbox()
    try HostileBank.write(HostileBank.controls, to: sandbox)
    #expect(try sandbox.run(["index", "hostile"]).expect(0).rawControls.isEmpty)
    let entries = try sandbox.run(["read", "hostile", "--jsonl"]).objects()
    #expect(entries.count > HostileBank.controls.count / 2)
    let id = try #require(entries.first?["id"] as? String)
    for call in Self.calls(id: id) {
      let run = try sandbox.run(call).expect(0)
      #expect(run.rawControls.isEmpty, "\(call)")
    }
    for entry in entries {
      guard let id = entry["id"] as? String else { continue }
      #expect(try sandbox.run(["show", id]).expect(0).rawControls.isEmpty)
    }
  }

  @Test func directionOverridesOfBanksAreNotShownToPeople() throws {
    let sandbox = try Sandbox()
    try HostileBank.write(HostileBank.overrides, to: sandbox)
    try sandbox.run(["index", "hostile"]).expect(0)
    let entries = try sandbox.run(["read", "hostile", "--jsonl"]).objects()
    let id = try #require(entries.first?["id"] as? String)
    for call in Self.calls(id: id) where !call.contains("--jsonl") {
      #expect(try sandbox.run(call).expect(0).rawOverrides.isEmpty, "\(call)")
    }
  }

  @Test func jsonKeepsWhatTheBankHas() throws {
    let sandbox = try Sandbox()
    try HostileBank.write(HostileBank.controls, to: sandbox)
    let run = try sandbox.run(["read", "hostile", "--jsonl"]).expect(0)
    let files = Set(try run.objects().compactMap { $0["file"] as? String })
    #expect(files == ["hostile/all.md", "hostile/na\u{1B}[31m\u{9B}\u{7F}me.md"])
  }

  @Test func argumentsAreSaidBackWithoutControlCharacters() throws {
    let sandbox = try Sandbox.withBanks()
    let evil = HostileBank.sequence + "\u{202E}"
    let calls = [
      ["zebra\(evil)"], ["show", evil], ["related", "zebra\(evil)"], ["read", evil],
      ["index", evil], ["--index", evil, "ring"], ["--model", evil, "ring"],
      ["--color", evil, "ring"], ["--limit", evil, "ring"], ["--x\(evil)", "ring"],
      ["index", "banks", "--analyzer", evil], ["index", "banks", "--index", "banks/\(evil)/x"],
      ["run", "--queries", evil, "--output", "x"], ["stats", "--y\(evil)"],
      ["index", "banks", "--bank", evil, "--index", evil],
    ]
    for call in calls {
      let run = try sandbox.run(call)
      #expect((0...2).contains(run.code), "\(call)")
      #expect(run.rawControls.isEmpty && run.rawOverrides.isEmpty, "\(call)")
    }
  }

  @Test func variablesAreSaidBackWithoutControlCharacters() throws {
    let run = try Sandbox().run(["ring"], variables: ["QSEARCH_INDEX": HostileBank.sequence])
    run.expect(2)
    #expect(run.rawControls.isEmpty)
  }
}
