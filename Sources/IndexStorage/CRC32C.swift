import CKernels

/// CRC-32C (Castagnoli): polynomial 0x1EDC6F41 reflected, initial value and final exclusive-or
/// 0xFFFFFFFF, as in RFC 3720, appendix B.4.
///
/// By the processor's instruction where it has one; otherwise eight bytes a step by eight tables of
/// 256 (Kounavis and Berry 2005, "slicing by 8").
package enum CRC32C {
  private static let polynomial: UInt32 = 0x82F6_3B78

  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ polynomial : value >> 1 }
      tables[byte] = value
    }
    for byte in 0..<256 {
      for slice in 1..<8 {
        let previous = tables[(slice - 1) * 256 + byte]
        tables[slice * 256 + byte] = (previous >> 8) ^ tables[Int(previous & 0xFF)]
      }
    }
    return tables
  }()

  /// The checksum of `bytes`, or of bytes that have the checksum `before` and then these. Linear.
  package static func checksum(
    _ bytes: UnsafeRawBufferPointer, continuing before: UInt32 = 0
  ) -> UInt32 {
    guard ck_has_crc32c() else { return checksumByTables(bytes, continuing: before) }
    return ck_crc32c(before ^ 0xFFFF_FFFF, bytes.baseAddress, bytes.count) ^ 0xFFFF_FFFF
  }

  /// The checksum on a processor without an instruction for it.
  package static func checksumByTables(
    _ bytes: UnsafeRawBufferPointer, continuing before: UInt32 = 0
  ) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      var crc = before ^ 0xFFFF_FFFF
      var offset = 0
      let count = bytes.count
      while offset &+ 8 <= count {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        let low = UInt32(truncatingIfNeeded: word) ^ crc
        let high = UInt32(truncatingIfNeeded: word >> 32)
        let first =
          tables[7 * 256 + Int(low & 0xFF)] ^ tables[6 * 256 + Int((low >> 8) & 0xFF)]
          ^ tables[5 * 256 + Int((low >> 16) & 0xFF)] ^ tables[4 * 256 + Int(low >> 24)]
        let second =
          tables[3 * 256 + Int(high & 0xFF)] ^ tables[2 * 256 + Int((high >> 8) & 0xFF)]
          ^ tables[256 + Int((high >> 16) & 0xFF)] ^ tables[Int(high >> 24)]
        crc = first ^ second
        offset &+= 8
      }
      while offset < count {
        crc = (crc >> 8) ^ tables[Int((crc ^ UInt32(bytes[offset])) & 0xFF)]
        offset &+= 1
      }
      return crc ^ 0xFFFF_FFFF
    }
  }

  /// The checksum of an array.
  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { checksum($0) }
  }
}
