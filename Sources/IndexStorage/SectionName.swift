/// The name of a part of a file: up to eight ASCII characters, zero bytes behind them.
public struct SectionName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The eight bytes as one little-endian integer.
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// A name from source code; more than eight characters is a mistake of the caller.
  public init(stringLiteral name: StaticString) {
    precondition(name.utf8CodeUnitCount <= 8, "a section's name has at most eight bytes")
    var value: UInt64 = 0
    for index in 0..<name.utf8CodeUnitCount {
      value |= UInt64(name.utf8Start[index]) << UInt64(8 * index)
    }
    rawValue = value
  }

  /// The characters.
  public var description: String {
    let bytes = withUnsafeBytes(of: rawValue.littleEndian) { Array($0.prefix { $0 != 0 }) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
