#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Values as JSON, one object a line, names in alphabetical order.
struct JSONLines {
  private let encoder: JSONEncoder

  init() {
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// The bytes of one line. What JSON allows and a terminal may obey is escaped: DEL, the C1
  /// control characters and direction overrides; so are the line and paragraph separators (U+2028,
  /// U+2029), at which some readers of lines divide.
  func line(_ value: some Encodable) throws -> [UInt8] {
    let json = try encoder.encode(value)
    var line: [UInt8] = []
    line.reserveCapacity(json.count + 1)
    var previous: UInt8 = 0
    for byte in json {
      if byte == 0x7F {
        line += "\\u007f".utf8
      } else if previous == 0xC2, byte < 0xA0 {
        line.removeLast()
        line += "\\u00\(String(byte, radix: 16))".utf8
      } else if (0xA6...0xAE).contains(byte), let low = Self.lowByte(line.suffix(2), byte) {
        line.removeLast(2)
        line += "\\u20\(String(low, radix: 16))".utf8
      } else {
        line.append(byte)
      }
      previous = byte
    }
    line.append(0x0A)
    return line
  }

  /// The low byte of U+2028 to U+202E or U+2066 to U+2069, by the three bytes of UTF-8.
  private static func lowByte(_ lead: ArraySlice<UInt8>, _ last: UInt8) -> UInt8? {
    if lead.elementsEqual([0xE2, 0x80]), last >= 0xA8 { return last - 0x80 }
    if lead.elementsEqual([0xE2, 0x81]), last <= 0xA9 { return last - 0x40 }
    return nil
  }
}
