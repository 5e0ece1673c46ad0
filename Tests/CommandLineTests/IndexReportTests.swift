import Foundation
import IndexStorage
import TestSupport
import Testing

/// What `index`, `check` and `stats` say of the folder, and what they leave in it.
@Suite struct IndexReportTests {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("- What is a tree?\n- What is a heap?\n", to: "notes/one.md")
    try sandbox.run(["index", "notes"]).expect(0)
    return sandbox
  }

  private func segment(_ sandbox: Sandbox) throws -> String {
    try #require(try sandbox.names(".qsearch").first { $0.hasSuffix(".qss") })
  }

  @Test func leftoversGoWithTheNextCall() throws {
    let sandbox = try sandbox()
    let segment = try segment(sandbox)
    let bytes = try sandbox.read(".qsearch/" + segment)
    let leftovers = [
      ".tmp-77-\(segment)", ".tmp-77-sources.state", ".tmp-77-manifest.qsm",
      "00112233445566ff.qss",
    ]
    for name in leftovers { try sandbox.write(bytes, to: ".qsearch/" + name) }
    let check = try sandbox.run(["check"]).expect(0)
    #expect(check.output.contains(".tmp-77-\(segment): no part of the index"))
    #expect(try sandbox.run(["index"]).expect(0).errors.contains("nothing changed"))
    #expect(try Set(sandbox.names(".qsearch")).isDisjoint(with: leftovers))
  }

  @Test func whatIsNoDamageIsAnErrorOfCheck() throws {
    let sandbox = try sandbox()
    let segment = try ".qsearch/" + segment(sandbox)
    for (file, version) in [(segment, 99), (segment, 1), (".qsearch/manifest.qsm", 99)] {
      let whole = try sandbox.read(file)
      var bytes = whole
      bytes[8] = UInt8(version)
      try sandbox.write(ByteDamage.signed(bytes), to: file)
      try sandbox.run(["check"]).expectError(file, "format \(version)")
      try sandbox.write(whole, to: file)
    }
    try sandbox.shell("mv \(segment) away; ln -s x \(segment); ln -s $PWD/\(segment) .qsearch/x")
      .expect(0)
    try sandbox.run(["check"]).expectError(segment, "links")
    guard geteuid() != 0 else { return }
    try sandbox.shell("rm \(segment); mv away \(segment); chmod 000 \(segment)").expect(0)
    try sandbox.run(["check"]).expectError(segment, "ermission denied")
    try sandbox.shell("chmod 000 .qsearch").expect(0)
    defer { _ = try? sandbox.shell("chmod 700 .qsearch") }
    for call in [["check"], ["index"], ["stats"], ["tree"]] {
      try sandbox.run(call).expectError("ermission denied")
    }
  }

  /// A file of the index whose place something else has is damage, and is mended.
  @Test func otherKindsOfFilesInPlaceOfASegmentAreDamage() throws {
    for script in ["rm $S; mkfifo $S", "rm $S; mkdir $S", ": >$S"] {
      let sandbox = try sandbox()
      let segment = try ".qsearch/" + segment(sandbox)
      try sandbox.shell(script, variables: ["S": segment]).expect(0)
      #expect(try sandbox.run(["check"]).expect(1).output.contains("index --replace"))
      try sandbox.run(["tree"]).expectError(segment, "index --replace")
    }
  }

  @Test func whatHasTheLocksNameIsSaid() throws {
    for script in [
      "echo garbage >$L", "rm -f $L; mkfifo $L", "rm -f $L; ln -s ../notes/one.md $L",
      "rm -f $L; mkdir $L",
    ] {
      let sandbox = try sandbox()
      try sandbox.shell(script, variables: ["L": ".qsearch/lock"]).expect(0)
      for call in [["index"], ["index", "--replace"]] {
        try sandbox.run(call).expectError(".qsearch/lock", "move it away")
      }
      let check = try sandbox.run(["check"]).expect(1)
      #expect(check.output.contains(".qsearch/lock") && check.output.contains("move it away"))
      try sandbox.shell("mv .qsearch/lock away").expect(0)
      try sandbox.run(["index"]).expect(0)
    }
  }

  @Test func aFullDiskIsNoMatterOfPermissions() {
    for (number, words) in [(ENOSPC, "make room"), (EDQUOT, "make room"), (EACCES, "permissions")] {
      let error = StorageError.system(
        path: "index", operation: "write", reason: String(cString: strerror(number)))
      #expect(error.description.contains(words), "\(error)")
    }
  }

  @Test func filesKeepTheirPermissions() throws {
    let sandbox = try sandbox()
    try sandbox.shell("chmod 600 .qsearch/*").expect(0)
    try sandbox.write("- What is a tree?\n- What is a leaf?\n", to: "notes/two.md")
    try sandbox.run(["index"]).expect(0)
    try sandbox.run(["index", "--optimize"]).expect(0)
    let modes = try sandbox.shell("stat -c %a .qsearch/* || stat -f %Lp .qsearch/*").expect(0)
    #expect(Set(modes.lines) == ["600"], "\(modes.output)")
  }

  @Test func nothingIsLeftOfAnIndexThatCameToNothing() throws {
    let sandbox = try sandbox()
    try sandbox.makeFolder("empty")
    try sandbox.makeFolder("there")
    try sandbox.run(["index", "empty", "--index", "pa/pb/pc"]).expectError("no questions")
    try sandbox.run(["index", "empty", "--index", "there/new"]).expectError("no questions")
    #expect(!sandbox.has("pa") && sandbox.has("there") && !sandbox.has("there/new"))
  }

  @Test func oneBankNamesOneBank() throws {
    try sandbox().run(["index", "notes", "--bank", "a", "--bank", "b"]).expectError("--bank")
  }

  @Test func oneSegmentIsOne() throws {
    let sandbox = try sandbox()
    #expect(try sandbox.run(["check"]).expect(0).output.contains("1 segment, "))
    try sandbox.write("- What is a tree?\n- What is a leaf?\n", to: "notes/two.md")
    try sandbox.run(["index"]).expect(0)
    #expect(try sandbox.run(["check"]).expect(0).output.contains("2 segments, "))
  }

  @Test func aLongNameStandsOutAlone() throws {
    let sandbox = try sandbox()
    try sandbox.run(["index", "notes", "--bank", String(repeating: "b", count: 250)]).expect(0)
    let lines = try sandbox.run(["stats"]).expect(0).lines
    #expect(lines.filter { $0.count > 80 }.count == 1, "\(lines)")
  }

  @Test func statsTellBanksSegmentsAndDeletions() throws {
    let sandbox = try sandbox()
    func stats() throws -> [String: Any] {
      try #require(try sandbox.run(["stats", "--jsonl"]).expect(0).objects().first)
    }
    func hashes() throws -> [String: String] {
      let banks = try #require(try stats()["banks"] as? [[String: Any]])
      return Dictionary(
        uniqueKeysWithValues: banks.map {
          ($0["name"] as? String ?? "", $0["hash"] as? String ?? "")
        }
      )
    }
    #expect(try stats()["segments"] as? Int == 1 && stats()["deleted"] as? Int == 0)
    let before = try hashes()
    #expect(before["one"]?.count == 16)
    // Enough that a third of the segment is not deleted by what follows.
    let many = (0..<8).map { "- What is thing \($0)?\n" }.joined()
    try sandbox.write(many, to: "notes/two.md")
    try sandbox.write("- What is a tree?\n- What is a pile?\n", to: "notes/one.md")
    try sandbox.run(["index"]).expect(0)
    #expect(try stats()["segments"] as? Int == 1, "a segment without documents is dropped")
    try sandbox.write("- What is a tree?\n- What is a heap?\n", to: "notes/one.md")
    try sandbox.run(["index"]).expect(0)
    #expect(try stats()["segments"] as? Int == 2 && stats()["deleted"] as? Int == 2)
    let after = try hashes()
    #expect(after["one"] == before["one"] && after["two"] != nil)
    let text = try sandbox.run(["stats"]).expect(0).output
    #expect(text.contains("segments") && text.contains(after["two"] ?? "none"))
    // Places are no part of it.
    try sandbox.write("\n\n- What is a tree?\n- What is a heap?\n", to: "notes/one.md")
    try sandbox.run(["index", "--optimize"]).expect(0)
    #expect(try hashes() == after)
    #expect(try stats()["segments"] as? Int == 1 && stats()["deleted"] as? Int == 0)
  }
}
