import Foundation
import QuestionBanks
import Testing

@Suite struct BankFinderTests {
  /// A new folder that is removed after the body.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func write(_ path: String, _ text: String = "- What is fog?\n") throws {
    let folder = (path as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  @Test func filesComeInBytewiseOrderWithTheirBanks() throws {
    try withFolder { root in
      for name in [
        "b/x.md", "b/deep/README.md", "a.txt", "B.markdown", "c.png", ".hidden/y.md", ".z.md",
      ] {
        try write(root + "/" + name)
      }
      try write(root + "/README.md")
      let found = try BankFinder.find(root, bank: nil)
      #expect(
        found.files.map { String($0.path.dropFirst(root.count + 1)) } == [
          "B.markdown", "README.md", "a.txt", "b/deep/README.md", "b/x.md",
        ])
      let folder = (root as NSString).lastPathComponent
      #expect(found.files.map(\.bank) == ["B", folder, "a", "b", "b"])
      #expect(found.notes.isEmpty)
      #expect(try BankFinder.find(root, bank: "own").files.allSatisfy { $0.bank == "own" })
    }
  }

  @Test func aFileIsItsOwnBankAndAReadmeItsFolders() throws {
    try withFolder { root in
      try write(root + "/tides/README.md")
      try write(root + "/tides/low.tide.dat")
      #expect(
        try BankFinder.find(root + "/tides/README.md", bank: nil).files.map(\.bank) == ["tides"])
      #expect(
        try BankFinder.find(root + "/tides/low.tide.dat", bank: nil).files.map(\.bank) == [
          "low.tide"
        ])
    }
  }

  @Test func loopsAndDeadLinksAreReported() throws {
    try withFolder { root in
      try write(root + "/a/x.md")
      let manager = FileManager.default
      try manager.createSymbolicLink(atPath: root + "/a/up", withDestinationPath: root)
      try manager.createSymbolicLink(
        atPath: root + "/self.md", withDestinationPath: root + "/self.md")
      try manager.createSymbolicLink(atPath: root + "/dead.md", withDestinationPath: root + "/none")
      let found = try BankFinder.find(root, bank: nil)
      #expect(found.files.count == 1)
      #expect(found.notes.count == 3)
      #expect(found.notes.filter { $0.message.contains("loop") }.count == 2)
    }
  }

  @Test func errorsSayWhatToDo() throws {
    #expect(throws: BankError.missing(path: "/no/such")) {
      try BankFinder.find("/no/such", bank: nil)
    }
    #expect(throws: BankError.missing(path: "/no/such")) { try BankFinder.load("/no/such") }
    try withFolder { root in
      #expect(throws: BankError.isFolder(path: root)) { try BankFinder.load(root) }
      try write(root + "/x.md")
      #expect(try BankFinder.load(root + "/x.md") == Array("- What is fog?\n".utf8))
      try write(root + "/empty.md", "")
      #expect(try BankFinder.load(root + "/empty.md").isEmpty)
    }
    let errors: [BankError] = [
      .missing(path: "p"), .unreadable(path: "p", reason: "r"), .isFolder(path: "p"),
      .notRegular(path: "p"), .tooLarge(path: "p", bytes: 2, limitInBytes: 1),
      .changedWhileRead(path: "p"), .binary(file: "p", offset: 7),
      .encoding(file: "p", name: "UTF-16"),
    ]
    for error in errors {
      #expect(error.description.hasPrefix("p: "))
      #expect(error.description.contains(";"))
      #expect(!error.description.contains("\n"))
    }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser reads everything"))
  func unreadableFoldersAreReported() throws {
    try withFolder { root in
      try write(root + "/shut/x.md")
      chmod(root + "/shut", 0)
      defer { chmod(root + "/shut", 0o755) }
      #expect(try BankFinder.find(root, bank: nil).notes.count == 1)
    }
  }
}
