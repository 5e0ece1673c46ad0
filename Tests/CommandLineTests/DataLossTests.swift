import Foundation
import TestSupport
import Testing

/// What an index has and no file has stays, whatever becomes of the index's own files; and so do
/// files that are not the index's.
@Suite struct DataLossTests {
  /// Two sources and a bank from standard input.
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("- What is a tree?\n- What is a heap?\n", to: "notes/one.md")
    try sandbox.write("- What is a graph?\n- What is a list?\n", to: "other/two.md")
    try sandbox.run(["index", "notes", "other"]).expect(0)
    try sandbox.run(
      ["index", "-", "--bank", "piped"], input: Array(Banks.table("What is precious?").utf8)
    ).expect(0)
    try sandbox.run(["index", "--optimize"]).expect(0)
    return sandbox
  }

  private func hasPrecious(_ sandbox: Sandbox) throws -> Bool {
    try sandbox.run(["precious", "--jsonl"]).output.contains("What is precious?")
  }

  /// Flips a bit of a page that holds none of the stored entries.
  private func damage(_ sandbox: Sandbox, at share: Double) throws {
    let segment = try #require(try sandbox.names(".qsearch").first { $0.hasSuffix(".qss") })
    let bytes = try sandbox.read(".qsearch/" + segment)
    try sandbox.write(
      ByteDamage.flip(bytes, bit: 8 * Int(Double(bytes.count) * share)), to: ".qsearch/" + segment)
  }

  private func cutSegment(_ sandbox: Sandbox) throws {
    try sandbox.shell("truncate -s -1 .qsearch/*.qss").expect(0)
  }

  @Test func whatCannotBeReadAgainIsNotDropped() throws {
    let sandbox = try sandbox()
    try cutSegment(sandbox)
    let before = try sandbox.contents(".qsearch").filter { $0.key != "lock" }
    for call in [["index"], ["index", "notes"], ["index", "--replace"], ["index", "--optimize"]] {
      try sandbox.run(call).expectError("cut off", "- (bank piped)", "--forget")
      #expect(try sandbox.contents(".qsearch").filter { $0.key != "lock" } == before)
    }
    // It may come again, or be let go.
    let again = try sandbox.run(
      ["index", "-", "--bank", "piped"], input: Array(Banks.table("What is precious?").utf8)
    ).expect(0)
    #expect(again.errors.contains("built anew: 5 questions"), "\(again.errors)")
    #expect(try hasPrecious(sandbox))
    try cutSegment(sandbox)
    let forgotten = try sandbox.run(["index", "--forget", "-"]).expect(0)
    #expect(forgotten.errors.contains("built anew: 4 questions"), "\(forgotten.errors)")
    try sandbox.run(["check"]).expect(0)
  }

  @Test func aSourceThatIsAwayIsNotDroppedByARepair() throws {
    let sandbox = try sandbox()
    try cutSegment(sandbox)
    try sandbox.shell("mv other away").expect(0)
    try sandbox.run(["index"]).expectError("cut off", "other", "piped")
    try sandbox.shell("mv away other").expect(0)
    try sandbox.run(["index", "--forget", "-"]).expect(0)
    #expect(try sandbox.run(["graph"]).expect(0).output.contains("other/two.md"))
  }

  @Test func whatIsLeftOfADamagedIndexIsTaken() throws {
    let sandbox = try Sandbox()
    // Enough that postings, names and stored entries have pages of their own.
    let many = (0..<900).map { "- What is thing \($0) of number \($0 * 7919 % 1000)?\n" }.joined()
    try sandbox.write(many, to: "notes/many.md")
    try sandbox.run(["index", "notes"]).expect(0)
    try sandbox.run(
      ["index", "-", "--bank", "piped"], input: Array(Banks.table("What is precious?").utf8)
    ).expect(0)
    try sandbox.run(["index", "--optimize"]).expect(0)
    let whole = try sandbox.contents(".qsearch")
    var rebuilt = 0
    for share in stride(from: 0.02, to: 0.95, by: 0.08) {
      for file in try sandbox.names(".qsearch") where whole[file] == nil {
        try FileManager.default.removeItem(atPath: sandbox.path(".qsearch/" + file))
      }
      for (file, state) in whole { try sandbox.write(state.bytes, to: ".qsearch/" + file) }
      try damage(sandbox, at: share)
      try sandbox.run(["check"]).expect(1)
      let run = try sandbox.run(["index"])
      guard run.code == 0 else {
        run.expectError("damaged", "piped", "--forget")
        continue
      }
      rebuilt += 1
      #expect(run.errors.contains("built anew: 901 questions"), "\(run.errors)")
      #expect(try hasPrecious(sandbox))
      try sandbox.run(["check"]).expect(0)
    }
    #expect(rebuilt > 3)
  }

  @Test func aDamagedManifestForgetsNoSource() throws {
    let sandbox = try sandbox()
    try sandbox.shell("truncate -s -1 .qsearch/manifest.qsm").expect(0)
    let before = try sandbox.contents(".qsearch").filter { $0.key != "lock" }
    for call in [["index"], ["index", "notes"], ["index", "--replace"]] {
      try sandbox.run(call)
        .expectError("manifest.qsm", "notes/one.md", "other/two.md", "piped", "PATH --replace")
      #expect(try sandbox.contents(".qsearch").filter { $0.key != "lock" } == before)
    }
    try sandbox.run(["index", "notes", "other", "--replace"]).expect(0)
    try sandbox.run(["check"]).expect(0)
  }

  @Test func filesWithOurNamesAreNotOurs() throws {
    for name in ["manifest.qsm", "sources.state", "0123456789abcdef.qss", ".tmp-1-manifest.qsm"] {
      let sandbox = try Sandbox()
      try sandbox.write(Banks.table("What is a tree?"), to: "notes/one.md")
      try sandbox.write("mine\n", to: "folder/\(name)")
      for call in [["index", "notes"], ["index", "notes", "--replace"]] {
        try sandbox.run(call + ["--index", "folder"]).expectError("folder")
        #expect(try sandbox.read("folder/" + name) == Array("mine\n".utf8), "\(name)")
      }
    }
    // Beside an index, too.
    for name in ["sources.state", "0123456789abcdef.qss", ".tmp-1-0123456789abcdef.qss"] {
      let sandbox = try sandbox()
      try sandbox.write("mine\n", to: ".qsearch/\(name)")
      try sandbox.write(Banks.table("What is new?"), to: "notes/new.md")
      for call in [["index"], ["index", "--optimize"], ["index", "--replace"]] {
        try sandbox.run(call).expect(0)
        #expect(try sandbox.read(".qsearch/" + name) == Array("mine\n".utf8), "\(name)")
      }
      #expect(!(try sandbox.run(["check"]).expect(0).output.contains(name)))
    }
  }

  @Test func aManifestThatIsNoneStaysAndIsNamed() throws {
    let sandbox = try sandbox()
    try sandbox.write("mine\n", to: ".qsearch/manifest.qsm")
    for call in [["index"], ["index", "notes"], ["index", "notes", "--replace"]] {
      try sandbox.run(call).expectError("manifest.qsm", "move it away")
      #expect(try sandbox.read(".qsearch/manifest.qsm") == Array("mine\n".utf8))
    }
  }

  /// A page that no update touches is damaged: every call that repairs says so, and does.
  @Test func damageIsMendedByWhatTheMessageNames() throws {
    for call in [["index"], ["index", "--optimize"], ["index", "--replace"], ["index", "notes"]] {
      let sandbox = try sandbox()
      try damage(sandbox, at: 0.5)
      let check = try sandbox.run(["check"]).expect(1)
      #expect(check.output.contains("qsearch index --replace"), "\(check.output)")
      let run = try sandbox.run(call)
      if run.code == 2 {
        run.expectError("piped")
        try sandbox.run(call + ["--forget", "-"]).expect(0)
      } else {
        #expect(run.errors.contains("built anew"), "\(run.errors)")
        #expect(try hasPrecious(sandbox))
      }
      try sandbox.run(["check"]).expect(0)
    }
  }

  @Test func strayFilesBesideAnIndexStayAndDoNotMatter() throws {
    let sandbox = try sandbox()
    for name in [".gitignore", ".DS_Store", "notes.txt", ".nfs000001"] {
      try sandbox.write("mine\n", to: ".qsearch/" + name)
    }
    try sandbox.write(Banks.table("What is new?"), to: "notes/new.md")
    #expect(try sandbox.run(["index"]).expect(0).errors.contains("1 added"))
    try sandbox.run(["index", "--replace"]).expect(0)
    for name in [".gitignore", ".DS_Store", "notes.txt", ".nfs000001"] {
      #expect(try sandbox.read(".qsearch/" + name) == Array("mine\n".utf8))
    }
  }

  @Test func anotherAnalyzerIsRefusedOnADamagedIndexToo() throws {
    let sandbox = try sandbox()
    try damage(sandbox, at: 0.5)
    try sandbox.run(["index", "--analyzer", "plain"]).expectError("english", "plain", "--replace")
    try sandbox.run(["index", "--analyzer", "plain", "--replace", "--forget", "-"]).expect(0)
    #expect(try sandbox.run(["stats"]).expect(0).output.contains("plain version"))
  }

  @Test func theReasonOfARebuildIsSaidOnceAndShort() throws {
    let sandbox = try sandbox()
    try sandbox.run(["index", "--forget", "-"]).expect(0)
    try cutSegment(sandbox)
    let run = try sandbox.run(["index"]).expect(0)
    #expect(run.errors.contains("cut off") && run.errors.contains("built anew: 4 questions"))
    #expect(!run.errors.contains("qsearch index"), "\(run.errors)")
  }
}
