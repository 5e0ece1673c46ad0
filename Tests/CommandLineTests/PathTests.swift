import Foundation
import Testing

/// Paths that are not there, cannot be read, or are no banks: one clear line.
@Suite struct PathTests {
  @Test func missingPathsAreNamed() throws {
    let sandbox = try Sandbox()
    for command in ["read", "index"] {
      try sandbox.run([command, "nowhere.md"]).expectError("nowhere.md", "check the path")
      try sandbox.run([command, "no/where"]).expectError("no/where")
    }
    #expect(try sandbox.names().isEmpty)
  }

  @Test func aMissingPathAmongOthersLeavesTheOldIndex() throws {
    let sandbox = try Sandbox.withBanks()
    let before = try sandbox.contents(".qsearch")
    try sandbox.run(["index", "banks", "nowhere"]).expectError("nowhere")
    #expect(try sandbox.contents(".qsearch") == before)
  }

  @Test func binaryFilesAreNamed() throws {
    let sandbox = try Sandbox()
    try sandbox.write([UInt8](0...255) + [UInt8](repeating: 0, count: 1000), to: "image.md")
    for command in ["read", "index"] {
      try sandbox.run([command, "image.md"]).expectError("image.md", "binary")
    }
  }

  @Test func aBinaryFileInAFolderIsNotedAndTheRestIsRead() throws {
    let sandbox = try Sandbox.withBanks(isIndexed: false)
    try sandbox.write([UInt8](repeating: 0, count: 1000), to: "banks/image.md")
    let run = try sandbox.run(["read", "banks"]).expect(0)
    #expect(run.lines.count == 8)
    #expect(run.errorLines.count == 1 && run.errors.contains("banks/image.md"))
    try sandbox.run(["index", "banks"]).expect(0)
  }

  @Test func foldersWithoutQuestionsAreNamed() throws {
    let sandbox = try Sandbox()
    try sandbox.makeFolder("empty")
    try sandbox.write("A remark.\n", to: "remarks/one.md")
    try sandbox.write("", to: "void/void.md")
    for folder in ["empty", "remarks", "void", "."] {
      try sandbox.run(["index", folder]).expectError("no questions found", folder)
      let run = try sandbox.run(["read", folder]).expect(1)
      #expect(run.output.isEmpty && run.errors.contains("no questions found: \(folder)"))
    }
    #expect(!sandbox.has(".qsearch"))
  }

  @Test func whatIsNoRegularFileIsRefusedAtOnce() throws {
    let sandbox = try Sandbox()
    try sandbox.shell("mkfifo pipe").expect(0)
    for command in ["read", "index"] {
      try sandbox.run([command, "pipe"]).expectError("pipe", "regular file")
      try sandbox.run([command, "/dev/zero"]).expectError("/dev/zero")
    }
    try sandbox.run(["run", "--queries", "pipe", "--output", "-"]).expectError("pipe")
  }

  @Test func loopsOfLinksEnd() throws {
    let sandbox = try Sandbox.withBanks(isIndexed: false)
    try sandbox.shell("ln -s . banks/loop; ln -s self banks/self; mkfifo banks/pipe.md").expect(0)
    let run = try sandbox.run(["read", "banks"]).expect(0)
    #expect(run.lines.count == 8)
    #expect(run.errors.contains("banks/loop") && run.errors.contains("banks/self"))
  }

  // Nothing is unreadable to the superuser.
  @Test(.enabled(if: geteuid() != 0, "permissions do not stop the superuser"))
  func unreadablePathsAreNamed() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.shell("chmod 000 banks/storage.md").expect(0)
    try sandbox.run(["read", "banks/storage.md"]).expectError("banks/storage.md", "ermission")
    let run = try sandbox.run(["read", "banks"]).expect(0)
    #expect(run.lines.count == 4 && run.errors.contains("banks/storage.md"))
    try sandbox.shell("chmod 000 banks").expect(0)
    try sandbox.run(["read", "banks"]).expectError("banks", "ermission")
    try sandbox.shell("chmod 700 banks; chmod 600 banks/storage.md; chmod 000 .qsearch").expect(0)
    try sandbox.run(["ring"]).expectError(".qsearch", "ermission")
    try sandbox.run(["index", "banks"]).expectError(".qsearch")
    try sandbox.shell("chmod 700 .qsearch").expect(0)
  }

  @Test func oddNamesOfFilesWork() throws {
    let sandbox = try Sandbox.withBanks(isIndexed: false)
    let text = String(decoding: try sandbox.read("banks/storage.md"), as: UTF8.self)
    for name in ["-q x.md", "--help", "with\nline.md", "naïve ⛄.md", "a'b\"c.md", "50%s.md"] {
      try sandbox.write(text, to: "odd/\(name)")
      try sandbox.write(text, to: name)
      let run = try sandbox.run(["read", "--jsonl", "--", name]).expect(0)
      #expect(try run.objects().allSatisfy { $0["file"] as? String == name })
    }
    #expect(try sandbox.run(["read", "odd"]).expect(0).lines.count == 4 * (6 - 1))
  }

  @Test func banksAreNeverChanged() throws {
    let sandbox = try Sandbox.withBanks(isIndexed: false)
    let before = try sandbox.contents("banks")
    try sandbox.run(["index", "banks"]).expect(0)
    try sandbox.run(["ring buffer"]).expect(0)
    try sandbox.run(["read", "banks", "--jsonl"]).expect(0)
    try sandbox.run(["stats"]).expect(0)
    #expect(try sandbox.contents("banks") == before)
    #expect(try sandbox.names() == [".qsearch", "banks"])
  }
}
