/// One Unicode scalar read from bytes that may not be valid UTF-8.
struct UTF8Scalar {
  /// The scalar, or `invalid`.
  var value: UInt32
  /// How many bytes it takes; 1 for an invalid byte.
  var length: Int

  /// The value that stands for a byte which is not part of valid UTF-8.
  static let invalid: UInt32 = 0xFFFF_FFFF

  /// The scalar at an index below `end`; it reads no byte at or beyond `end`.
  @inline(__always)
  static func decode(_ text: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> UTF8Scalar {
    let first = text[index]
    if first < 0x80 { return UTF8Scalar(value: UInt32(first), length: 1) }
    return decodeMultibyte(text, index, end)
  }

  private static func decodeMultibyte(
    _ text: UnsafePointer<UInt8>, _ index: Int, _ end: Int
  ) -> UTF8Scalar {
    let bad = UTF8Scalar(value: invalid, length: 1)
    let first = text[index]
    let length: Int
    let least: UInt32
    switch first {
    case 0xC2...0xDF: (length, least) = (2, 0x80)
    case 0xE0...0xEF: (length, least) = (3, 0x800)
    case 0xF0...0xF4: (length, least) = (4, 0x10000)
    default: return bad
    }
    guard index + length <= end else { return bad }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for i in 1..<length {
      let byte = text[index + i]
      guard byte & 0xC0 == 0x80 else { return bad }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return bad }
    return UTF8Scalar(value: value, length: length)
  }

  /// Writes the UTF-8 bytes of a scalar and returns how many there are.
  static func encode(_ value: UInt32, into bytes: UnsafeMutablePointer<UInt8>) -> Int {
    switch value {
    case 0..<0x80:
      bytes[0] = UInt8(value)
      return 1
    case 0x80..<0x800:
      bytes[0] = UInt8(0xC0 | value >> 6)
      bytes[1] = UInt8(0x80 | value & 0x3F)
      return 2
    case 0x800..<0x10000:
      bytes[0] = UInt8(0xE0 | value >> 12)
      bytes[1] = UInt8(0x80 | value >> 6 & 0x3F)
      bytes[2] = UInt8(0x80 | value & 0x3F)
      return 3
    default:
      bytes[0] = UInt8(0xF0 | value >> 18 & 7)
      bytes[1] = UInt8(0x80 | value >> 12 & 0x3F)
      bytes[2] = UInt8(0x80 | value >> 6 & 0x3F)
      bytes[3] = UInt8(0x80 | value & 0x3F)
      return 4
    }
  }
}
