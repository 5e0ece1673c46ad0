/// Walks bytes that may hold anything: every step checks its bounds and throws instead of trapping.
///
/// The memory must outlive the reader; its owner is a `FileBytes` that the caller keeps.
public struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private let path: String
  private let base: Int
  /// Where the next read begins, from the start of `bytes`.
  public private(set) var offset = 0

  /// A reader of `bytes`, which begin at byte `base` of the file `path`; both serve messages only.
  public init(_ bytes: UnsafeRawBufferPointer, path: String, base: Int) {
    self.bytes = bytes
    self.path = path
    self.base = base
  }

  /// How many bytes are left.
  public var remaining: Int { bytes.count - offset }

  /// An error that names the place of the next read.
  public func damaged(_ what: String) -> StorageError {
    .damaged(path: path, offset: base + offset, what: what)
  }

  /// Steps over `count` bytes.
  public mutating func skip(_ count: Int) throws(StorageError) {
    guard count >= 0, count <= remaining else { throw damaged("a length runs past the end") }
    offset += count
  }

  /// The next `count` bytes, without a copy.
  public mutating func take(_ count: Int) throws(StorageError) -> UnsafeRawBufferPointer {
    let start = offset
    try skip(count)
    return UnsafeRawBufferPointer(rebasing: bytes[start..<offset])
  }

  /// One byte.
  @inline(__always)
  public mutating func byte() throws(StorageError) -> UInt8 {
    guard offset < bytes.count else { throw damaged("the bytes end too early") }
    defer { offset &+= 1 }
    return bytes[offset]
  }

  /// Any fixed-width integer, little-endian.
  public mutating func fixed<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type = T.self
  ) throws(StorageError) -> T {
    guard remaining >= MemoryLayout<T>.size else { throw damaged("the bytes end too early") }
    defer { offset += MemoryLayout<T>.size }
    return T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: T.self))
  }

  /// The integer that `ByteWriter.varint` wrote. Ten bytes at the most, and no more than 64 bits.
  @inline(__always)
  public mutating func varint() throws(StorageError) -> UInt64 {
    // Most are one byte.
    if offset < bytes.count, bytes[offset] < 0x80 {
      defer { offset &+= 1 }
      return UInt64(bytes[offset])
    }
    return try longVarint()
  }

  private mutating func longVarint() throws(StorageError) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard offset < bytes.count else { throw damaged("a varint is cut off") }
      let byte = bytes[offset]
      offset &+= 1
      if shift == 63, byte > 1 { throw damaged("a varint has more than 64 bits") }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift &+= 7
    }
  }

  /// A varint that fits `UInt32`.
  @inline(__always)
  public mutating func varint32() throws(StorageError) -> UInt32 {
    let value = try varint()
    guard let narrow = UInt32(exactly: value) else { throw damaged("\(value) is above 32 bits") }
    return narrow
  }

  /// A varint that counts something of which each takes at least `minimum` bytes of what is left:
  /// a hostile count fails here, before anything is allocated for it.
  public mutating func count(ofAtLeast minimum: Int) throws(StorageError) -> Int {
    let value = try varint()
    guard value <= UInt64(remaining / max(minimum, 1)) else {
      throw damaged("a count of \(value) needs more bytes than there are")
    }
    return Int(value)
  }

  /// The bytes behind their number, without a copy.
  public mutating func counted() throws(StorageError) -> UnsafeRawBufferPointer {
    let length = try count(ofAtLeast: 1)
    defer { offset += length }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
  }

  /// A string behind the number of its bytes; invalid UTF-8 is damage.
  public mutating func string() throws(StorageError) -> String {
    let utf8 = try counted()
    guard let text = String(validUTF8: utf8) else {
      throw damaged("a string is not UTF-8")
    }
    return text
  }
}
