import Foundation
import IndexStorage
import TestSupport
import Testing

@Suite struct IndexFolderTests {
  @Test func filesAreReplacedWhole() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("a/b/c"))
    try folder.create()
    try folder.create()
    try folder.write([1, 2, 3], to: "file")
    let old = try FileBytes.map(folder.path(of: "file"))
    try folder.write([4, 5], to: "file")
    #expect(Array(old.bytes) == [1, 2, 3], "a reader keeps what it has mapped")
    #expect(try temporary.read("a/b/c/file") == [4, 5])
    #expect(folder.names() == ["file"])
  }

  @Test func aFailedWriteLeavesNothingBehind() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("folder"))
    try folder.create()
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "taken"), withIntermediateDirectories: false)
    #expect(throws: StorageError.self) { try folder.write([1], to: "taken") }
    #expect(folder.names() == ["taken"])
  }

  @Test func aFileInTheWayIsNamed() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("x", to: "file")
    #expect(throws: StorageError.self) {
      try IndexFolder(path: temporary.path("file")).create()
    }
    #expect(throws: StorageError.self) {
      try IndexFolder(path: temporary.path("file/below")).create()
    }
  }

  @Test func missingFilesAndFoldersAreTold() throws {
    let temporary = try TemporaryFolder()
    #expect(throws: StorageError.missing(path: temporary.path("none"))) {
      try FileBytes.map(temporary.path("none"))
    }
    #expect(throws: StorageError.foreign(path: temporary.path)) {
      try FileBytes.map(temporary.path)
    }
    try temporary.write("", to: "empty")
    #expect(try FileBytes.map(temporary.path("empty")).bytes.isEmpty)
  }

  @Test func oneWriterAtATime() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path)
    do {
      let lock = try WriterLock(folder)
      let holder = "process \(ProcessInfo.processInfo.processIdentifier)"
      let error = #expect(throws: StorageError.self) { _ = try WriterLock(folder) }
      guard case .locked(folder.path, let found) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(found.hasPrefix(holder))
      _ = consume lock
    }
    _ = try WriterLock(folder)
  }

  @Test func aLockFileWithoutAHolderIsNoLock() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("99999999\n", to: "lock")
    _ = try WriterLock(IndexFolder(path: temporary.path))
  }

  /// A folder from elsewhere may hold links: what they lead to is the user's.
  @Test func linksInAnIndexFolderAreNotWrittenThrough() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    try folder.create()
    try temporary.write("precious", to: "victim")
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: folder.path(of: "lock"), withDestinationPath: temporary.path("victim"))
    #expect(throws: StorageError.self) { _ = try WriterLock(folder) }
    let process = ProcessInfo.processInfo.processIdentifier
    try files.createSymbolicLink(
      atPath: folder.path(of: ".tmp-\(process)-file"),
      withDestinationPath: temporary.path("victim"))
    try folder.write([1], to: "file")
    #expect(try temporary.read("victim") == Array("precious".utf8))
    #expect(try temporary.read("index/file") == [1])
  }

  @Test func aLockFileWithOtherContentIsNotEmptied() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("mine\n", to: "lock")
    #expect(throws: StorageError.self) { _ = try WriterLock(IndexFolder(path: temporary.path)) }
    #expect(try temporary.read("lock") == Array("mine\n".utf8))
  }

  @Test func onlyNamesOfUnfinishedFilesAreTemporary() {
    let isFile = { (name: String) in name == "file" }
    #expect(IndexFolder.isTemporary(".tmp-12-file", of: isFile))
    for name in [".tmp-mine", ".tmp--file", ".tmp-12-other", ".tmp-12file", "tmp-12-file"] {
      #expect(!IndexFolder.isTemporary(name, of: isFile), "\(name)")
    }
  }

  @Test func replacedFilesKeepTheirMode() throws {
    let temporary = try TemporaryFolder()
    let path = try temporary.write("old", to: "run")
    chmod(path, 0o600)
    try IndexFolder.replaceFile(path, by: [1, 2])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try temporary.read("run") == [1, 2])
    #expect(try temporary.names() == ["run"])
  }
}
