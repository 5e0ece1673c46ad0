import IndexStorage

/// How much a term or name shares with the one before it, and how much follows: a byte where both
/// are short, as most are.
///
/// Layout in `Index/FORMAT.md`, "terms".
enum PrefixLengths {
  private static let isLong: UInt8 = 0xF0

  /// What two byte strings both begin with.
  static func shared(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    var shared = 0
    let limit = min(left.count, right.count)
    while shared < limit, left[shared] == right[shared] { shared += 1 }
    return shared
  }

  static func write(shared: Int, suffix: Int, to output: inout ByteSink) {
    if shared < 15, suffix < 16 {
      output.byte(UInt8(shared << 4 | suffix))
    } else {
      output.byte(isLong)
      output.varint(UInt64(shared))
      output.varint(UInt64(suffix))
    }
  }

  static func read(
    _ reader: inout ByteReader
  ) throws(StorageError) -> (shared: UInt64, suffix: UInt64) {
    let lengths = try reader.byte()
    guard lengths == isLong else { return (UInt64(lengths >> 4), UInt64(lengths & 0xF)) }
    return (try reader.varint(), try reader.varint())
  }
}
