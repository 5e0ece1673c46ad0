/// Tells whether bytes are UTF-8 without making a `String` of them.
enum ValidUTF8 {
  /// Whether all bytes are well-formed UTF-8 (Unicode 16, table 3-7). Linear time; ASCII is passed
  /// eight bytes at a time.
  static func holds(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        if index + 8 <= bytes.count {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if word & 0x8080_8080_8080_8080 == 0 {
            index += 8
            continue
          }
        }
        guard bytes[index] >= 0x80 else {
          index += 1
          continue
        }
        let length = characterLength(bytes, index)
        guard length > 0 else { return false }
        index += length
      }
      return true
    }
  }

  /// The length of the character beyond ASCII at an index, or 0 where none stands there.
  private static func characterLength(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Int {
    let lead = bytes[index]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      // No longer form than needed, and no surrogates.
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return 0
    }
    guard index + length <= bytes.count, bytes[index + 1] >= low, bytes[index + 1] <= high else {
      return 0
    }
    for next in (index + 2)..<(index + length) where bytes[next] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
