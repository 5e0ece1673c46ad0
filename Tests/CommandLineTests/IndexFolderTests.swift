import Foundation
import TestSupport
import Testing

/// Index folders that are no index, or a broken one.
@Suite struct IndexFolderTests {
  @Test func foldersWithoutAnIndexAreNamedWithTheWayOut() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.makeFolder("empty")
    for folder in ["nowhere", "empty", "banks"] {
      for call in [["ring"], ["stats"], ["show", "x"], ["related", "ring"]] {
        try sandbox.run(call + ["--index", folder]).expectError(folder, "qsearch index PATH")
      }
    }
    try sandbox.run(["--index", "banks/storage.md", "ring"])
      .expectError("banks/storage.md", "no index")
  }

  @Test func aFolderWithForeignFilesIsRefusedAndKept() throws {
    let sandbox = try Sandbox.withBanks()
    let before = try sandbox.contents("banks")
    try sandbox.run(["index", "banks", "--index", "banks"]).expectError("banks", "--index")
    #expect(try sandbox.contents("banks") == before)
    for name in ["notes.txt", ".hidden", "sub/notes.txt", "manifest", "segment.qss", ".tmp"] {
      try sandbox.write("mine", to: "foreign/\(name)")
      try sandbox.run(["index", "banks", "--index", "foreign"]).expectError("foreign", "--index")
      #expect(try sandbox.contents("foreign").values.map(\.bytes) == [Array("mine".utf8)])
      try FileManager.default.removeItem(atPath: sandbox.path("foreign"))
    }
    try sandbox.run(["index", "banks", "--index", "banks/storage.md"]).expect(2)
    #expect(try sandbox.contents("banks") == before)
  }

  /// Ways to spoil the files of an index, and what the message has.
  private static let damages: [(name: String, script: String, word: String)] = [
    ("no segment", "rm .qsearch/*.qss", ".qss"),
    ("no manifest", "rm .qsearch/manifest.qsm", "manifest.qsm"),
    ("empty manifest", ": >.qsearch/manifest.qsm", "manifest.qsm"),
    ("empty segment", "for f in .qsearch/*.qss; do : >$f; done", ".qss"),
    ("text", "cp banks/storage.md .qsearch/manifest.qsm", "manifest.qsm"),
    ("swapped", "cp .qsearch/*.qss .qsearch/manifest.qsm", "manifest.qsm"),
    ("a folder", "rm .qsearch/manifest.qsm; mkdir .qsearch/manifest.qsm", "manifest.qsm"),
    ("longer", "for f in .qsearch/*.qss; do echo x >>$f; done", ".qss"),
  ]

  @Test func brokenIndexesAreNamedWithTheWayOut() throws {
    for damage in Self.damages {
      let sandbox = try Sandbox.withBanks()
      try sandbox.shell(damage.script).expect(0)
      for call in [["ring"], ["stats"], ["show", "x"]] {
        let run = try sandbox.run(call).expect(2)
        #expect(run.errorLines.count == 1 && run.output.isEmpty, "\(damage.name)")
        #expect(run.errors.contains(damage.word), "\(damage.name): \(run.errors)")
        #expect(
          run.errors.contains("qsearch index PATH") || run.errors.contains("--index"),
          "\(damage.name): \(run.errors)")
      }
    }
  }

  @Test func aBrokenIndexCanBeBuiltAgain() throws {
    for damage in Self.damages {
      let sandbox = try Sandbox.withBanks()
      let whole = try sandbox.run(["ring"]).expect(0)
      try sandbox.shell(damage.script).expect(0)
      if ["text", "a folder"].contains(damage.name) {
        // Somebody may want what stands there.
        try sandbox.run(["index", "banks", "--replace"]).expectError("move it away")
        try sandbox.shell("mv .qsearch/manifest.qsm away").expect(0)
      }
      try sandbox.run(["index", "banks", "--replace"]).expect(0)
      #expect(try sandbox.run(["ring"]).expect(0).output == whole.output, "\(damage.name)")
    }
  }

  @Test func newerFormatsSaySo() throws {
    for suffix in [".qsm", ".qss"] {
      let sandbox = try Sandbox.withBanks()
      let file = try #require(try sandbox.names(".qsearch").first { $0.hasSuffix(suffix) })
      var bytes = try sandbox.read(".qsearch/" + file)
      bytes[8] = 99
      try sandbox.write(ByteDamage.signed(bytes), to: ".qsearch/" + file)
      let run = try sandbox.run(["ring"]).expectError("newer", file)
      #expect(run.errors.contains(suffix == ".qsm" ? "index PATH --replace" : "index --replace"))
    }
  }

  @Test func cutFilesNeverCrash() throws {
    let sandbox = try Sandbox.withBanks()
    let expected = try sandbox.run(["ring"]).expect(0).output
    for file in try sandbox.names(".qsearch")
    where !["lock", "sources.state", "latent.state"].contains(file) {
      let bytes = try sandbox.read(".qsearch/" + file)
      for step in 0..<25 {
        let length = bytes.count * step / 25
        try sandbox.write(ByteDamage.cut(bytes, to: length), to: ".qsearch/" + file)
        try sandbox.run(["ring"]).expectError(file)
      }
      try sandbox.write(bytes, to: ".qsearch/" + file)
    }
    #expect(try sandbox.run(["ring"]).expect(0).output == expected)
  }

  @Test(arguments: [false, true])
  func changedBytesNeverCrashOrAnswerWrongly(_ isSigned: Bool) throws {
    let sandbox = try Sandbox.withBanks()
    let expected = try sandbox.run(["ring buffer"]).expect(0).output
    for file in try sandbox.names(".qsearch")
    where !["lock", "sources.state", "latent.state"].contains(file) {
      let bytes = try sandbox.read(".qsearch/" + file)
      for step in 0..<60 {
        let bit = bytes.count * 8 * step / 60 + step % 8
        let damaged = ByteDamage.flip(bytes, bit: bit)
        try sandbox.write(isSigned ? ByteDamage.signed(damaged) : damaged, to: ".qsearch/" + file)
        let run = try sandbox.run(["ring buffer"])
        #expect((0...2).contains(run.code), "\(file), bit \(bit): \(run.code)")
        #expect(run.rawControls.isEmpty)
        // With checksums made right, a hostile writer may say what it likes.
        if !isSigned { #expect(run.code == 2 || run.output == expected, "\(file), bit \(bit)") }
      }
      try sandbox.write(bytes, to: ".qsearch/" + file)
    }
  }
}
