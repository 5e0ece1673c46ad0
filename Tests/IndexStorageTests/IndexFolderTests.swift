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
      #expect(throws: StorageError.locked(path: folder.path, holder: holder)) {
        _ = try WriterLock(folder)
      }
      _ = consume lock
    }
    _ = try WriterLock(folder)
  }

  @Test func aLockFileWithoutAHolderIsNoLock() throws {
    let temporary = try TemporaryFolder()
    try temporary.write("99999999\n", to: "lock")
    _ = try WriterLock(IndexFolder(path: temporary.path))
  }
}
