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

  /// The bytes of one line. DEL and the C1 control characters, which JSON allows and a terminal may
  /// obey, are escaped; so are the line and paragraph separators (U+2028, U+2029), at which some
  /// readers of lines divide.
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
      } else if byte == 0xA8 || byte == 0xA9, line.suffix(2).elementsEqual([0xE2, 0x80]) {
        line.removeLast(2)
        line += "\\u20\(byte == 0xA8 ? "28" : "29")".utf8
      } else {
        line.append(byte)
      }
      previous = byte
    }
    line.append(0x0A)
    return line
  }
}
