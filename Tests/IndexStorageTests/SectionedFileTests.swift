import IndexStorage
import TestSupport
import Testing

@Suite struct SectionedFileTests {
  private static let sections: [(name: SectionName, bytes: [UInt8])] = {
    var generator = SeededGenerator(seed: 5)
    return [
      ("small", [1, 2, 3]), ("empty", []), ("large", generator.bytes(9_000)), ("last", [9]),
    ]
  }()

  private func file() -> [UInt8] {
    var writer = SectionedFileWriter(kind: .segment)
    for section in Self.sections { writer.append(section.name, section.bytes) }
    return writer.finish().bytes
  }

  private func readAll(_ bytes: [UInt8]) throws -> [[UInt8]] {
    let file = try SectionedFile(FileBytes(bytes, named: "test"), expecting: .segment)
    let contents = try Self.sections.map { Array(try file.bytes(of: file.section($0.name))) }
    try file.verifyAll()
    return contents
  }

  @Test func sectionsComeBack() throws {
    #expect(try readAll(file()) == Self.sections.map(\.bytes))
  }

  @Test func sameSectionsGiveTheSameBytesAndHash() {
    var first = SectionedFileWriter(kind: .segment)
    var second = SectionedFileWriter(kind: .segment)
    for section in Self.sections {
      first.append(section.name, section.bytes)
      second.append(section.name, section.bytes)
    }
    let (left, right) = (first.finish(), second.finish())
    #expect(left.bytes == right.bytes)
    #expect(left.contentHash == right.contentHash)
  }

  @Test func everyFlippedByteIsFound() {
    let bytes = file()
    // Every byte of header and directory, and a sample of the body.
    let places =
      Array(0..<60) + stride(from: 60, to: bytes.count - 200, by: 997)
      + Array(bytes.count - 200..<bytes.count)
    for place in places {
      #expect(throws: StorageError.self, "byte \(place)") {
        try readAll(ByteDamage.flip(bytes, bit: 8 * place + place % 8))
      }
    }
  }

  @Test func everyCutIsFound() {
    let bytes = file()
    for length in Array(0..<60) + stride(from: 60, to: bytes.count, by: 991) {
      #expect(throws: StorageError.self, "length \(length)") {
        try readAll(ByteDamage.cut(bytes, to: length))
      }
    }
  }

  @Test func errorsTellForeignNewerCutExtendedAndDamagedFilesApart() throws {
    let bytes = file()
    func error(_ bytes: [UInt8]) -> StorageError? {
      do { _ = try readAll(bytes) } catch { return error as? StorageError }
      return nil
    }
    #expect(error(Array("# a Markdown file\n".utf8)) == .foreign(path: "test"))
    #expect(error([]) == .foreign(path: "test"))
    var newer = bytes
    newer[8] = 3
    #expect(error(ByteDamage.signed(newer)) == .tooNew(path: "test", found: 3, supported: 2))
    var older = bytes
    older[8] = 1
    #expect(error(ByteDamage.signed(older)) == .tooOld(path: "test", found: 1, oldest: 2))
    #expect(
      error(ByteDamage.cut(bytes, to: bytes.count - 1))
        == .truncated(
          path: "test", expected: UInt64(bytes.count), found: UInt64(bytes.count - 1)))
    #expect(
      error(bytes + [0])
        == .extended(path: "test", expected: UInt64(bytes.count), found: UInt64(bytes.count + 1)))
    var other = SectionedFileWriter(kind: .manifest)
    other.append("small", [])
    #expect(
      error(other.finish().bytes) == .wrongKind(path: "test", expected: .segment, found: 1))
  }

  @Test func onlyTouchedPagesAreChecked() throws {
    var bytes = file()
    bytes[8_500] ^= 1
    let file = try SectionedFile(FileBytes(bytes, named: "test"), expecting: .segment)
    #expect(Array(try file.bytes(of: file.section("small"))) == [1, 2, 3])
    #expect(throws: StorageError.self) { try file.bytes(of: file.section("large")) }
  }

  @Test func hostileDirectoriesWithRightChecksumsAreRefusedOrSane() {
    let bytes = file()
    let directory = bytes.count - (8 + 4 * 24 + 3 * 4)
    for bit in stride(from: 8 * directory, to: 8 * bytes.count, by: 5) {
      // Nothing to expect but an end without a trap.
      _ = try? readAll(ByteDamage.signed(ByteDamage.flip(bytes, bit: bit)))
    }
  }
}
