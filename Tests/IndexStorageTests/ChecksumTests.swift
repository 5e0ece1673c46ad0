import IndexStorage
import TestSupport
import Testing

@Suite struct ChecksumTests {
  // RFC 3720, appendix B.4.
  @Test func crc32cGivesThePublishedValues() {
    #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32)) == 0x8A91_36AA)
    #expect(CRC32C.checksum([UInt8](repeating: 0xFF, count: 32)) == 0x62A8_AB43)
    #expect(CRC32C.checksum((0..<32).map { UInt8($0) }) == 0x46DD_794E)
    #expect(CRC32C.checksum((0..<32).reversed().map { UInt8($0) }) == 0x113F_DB5C)
    #expect(CRC32C.checksum(Array("123456789".utf8)) == 0xE306_9283)
    #expect(CRC32C.checksum([UInt8]()) == 0)
  }

  @Test func crc32cOfEightBytesAStepEqualsOneBitAStep() {
    var generator = SeededGenerator(seed: 1)
    for length in 0..<70 {
      let bytes = generator.bytes(length)
      var expected: UInt32 = 0xFFFF_FFFF
      for byte in bytes {
        expected ^= UInt32(byte)
        for _ in 0..<8 {
          expected = expected & 1 == 1 ? (expected >> 1) ^ 0x82F6_3B78 : expected >> 1
        }
      }
      #expect(CRC32C.checksum(bytes) == ~expected, "length \(length)")
      let byTables = bytes.withUnsafeBytes { CRC32C.checksumByTables($0) }
      #expect(byTables == ~expected, "length \(length)")
    }
  }

  @Test func fnvChangesWithEveryByte() {
    var generator = SeededGenerator(seed: 2)
    let bytes = generator.bytes(37)
    let hash = bytes.withUnsafeBytes { FNV1a.hash($0) }
    for index in bytes.indices {
      var other = bytes
      other[index] ^= 0x10
      #expect(other.withUnsafeBytes { FNV1a.hash($0) } != hash, "byte \(index)")
    }
  }
}
