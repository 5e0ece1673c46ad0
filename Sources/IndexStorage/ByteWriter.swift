/// Appends integers and strings to bytes, little-endian.
public struct ByteWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// An empty writer.
  public init() {}

  /// The number of bytes written.
  public var count: Int { bytes.count }

  /// One byte.
  public mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// Any fixed-width integer, little-endian.
  public mutating func fixed<T: FixedWidthInteger>(_ value: T) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// An unsigned integer, seven bits a byte, the lowest first; the top bit says that more follow
  /// (LEB128). One byte up to 127, ten at the most.
  @inline(__always)
  public mutating func varint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Bytes as they are.
  public mutating func raw(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// The length as a varint, then the bytes.
  public mutating func counted(_ more: some Collection<UInt8>) {
    varint(UInt64(more.count))
    bytes.append(contentsOf: more)
  }

  /// A string as its UTF-8 bytes behind their number.
  public mutating func string(_ text: String) { counted(text.utf8) }

  /// Overwrites a fixed-width integer that was written before.
  package mutating func overwrite<T: FixedWidthInteger>(_ value: T, at offset: Int) {
    precondition(offset >= 0 && offset + MemoryLayout<T>.size <= bytes.count)
    withUnsafeBytes(of: value.littleEndian) { source in
      for index in 0..<source.count { bytes[offset + index] = source[index] }
    }
  }
}
