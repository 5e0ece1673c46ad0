import IndexStorage
import TestSupport
import Testing

@Suite struct ByteReaderTests {
  private func withReader<R>(
    _ bytes: [UInt8], _ body: (inout ByteReader) throws -> R
  ) rethrows -> R {
    try bytes.withUnsafeBytes { raw in
      var reader = ByteReader(raw, path: "test", base: 100)
      return try body(&reader)
    }
  }

  @Test func varintsComeBack() throws {
    var generator = SeededGenerator(seed: 3)
    var values: [UInt64] = [0, 1, 127, 128, 16_383, 16_384, .max, .max - 1, 1 << 63]
    values += (0..<500).map { _ in generator.next() >> UInt64.random(in: 0..<64, using: &generator)
    }
    var writer = ByteWriter()
    for value in values { writer.varint(value) }
    try withReader(writer.bytes) { reader in
      for value in values {
        let found = try reader.varint()
        #expect(found == value)
      }
      #expect(reader.remaining == 0)
    }
  }

  @Test func varintsHaveTheDocumentedBytes() {
    var writer = ByteWriter()
    for value: UInt64 in [3, 127, 128, 300] { writer.varint(value) }
    #expect(writer.bytes == [0x03, 0x7F, 0x80, 0x01, 0xAC, 0x02])
  }

  @Test func aCutVarintNamesItsOffset() {
    #expect(throws: StorageError.damaged(path: "test", offset: 102, what: "a varint is cut off")) {
      try withReader([0x80, 0x80]) { try $0.varint() }
    }
  }

  @Test func aVarintOfMoreThan64BitsIsRefused() {
    for last: [UInt8] in [[0x02], [0x81, 0x00]] {
      #expect(throws: StorageError.self) {
        try withReader([UInt8](repeating: 0xFF, count: 9) + last) { try $0.varint() }
      }
    }
  }

  @Test func aHostileCountFailsBeforeAnythingIsAllocated() {
    var writer = ByteWriter()
    writer.varint(1 << 62)
    #expect(throws: StorageError.self) {
      try withReader(writer.bytes) { try $0.count(ofAtLeast: 1) }
    }
  }

  @Test func stringsThatAreNotUTF8AreDamage() {
    #expect(throws: StorageError.self) { try withReader([2, 0xC3, 0x28]) { try $0.string() } }
  }

  @Test func stepsOutsideOfTheBytesThrow() {
    #expect(throws: StorageError.self) { try withReader([1, 2, 3]) { try $0.fixed(UInt32.self) } }
    #expect(throws: StorageError.self) { try withReader([1, 2, 3]) { try $0.skip(4) } }
    #expect(throws: StorageError.self) { try withReader([1, 2, 3]) { try $0.skip(-1) } }
    #expect(throws: StorageError.self) { try withReader([]) { try $0.byte() } }
  }

  @Test func anyBytesGiveValuesOrErrors() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      let bytes = generator.bytes(Int.random(in: 0..<24, using: &generator))
      withReader(bytes) { reader in
        while reader.remaining > 0 {
          do {
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: _ = try reader.varint()
            case 1: _ = try reader.string()
            case 2: _ = try reader.counted()
            case 3: _ = try reader.fixed(UInt16.self)
            default: _ = try reader.varint32()
            }
          } catch {
            return
          }
        }
      }
    }
  }
}
