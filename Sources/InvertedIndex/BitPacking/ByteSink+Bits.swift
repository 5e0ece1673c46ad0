import IndexStorage

/// Fewer than 128 integers, each in the same number of bits, lowest bits first.
extension ByteSink {
  mutating func bits(_ values: UnsafePointer<UInt32>, count: Int, width: UInt8) {
    var bits: UInt64 = 0
    var filled: UInt8 = 0
    for index in 0..<count {
      bits |= UInt64(values[index]) << UInt64(filled)
      filled += width
      while filled >= 8 {
        byte(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        filled -= 8
      }
    }
    if filled > 0 { byte(UInt8(truncatingIfNeeded: bits)) }
  }

  /// The bytes that `bits` writes.
  static func bitsLength(count: Int, width: UInt8) -> Int { (count * Int(width) + 7) / 8 }
}

extension ByteReader {
  /// Reads what `ByteSink.bits` wrote.
  mutating func bits(
    count: Int, width: UInt8, into target: UnsafeMutablePointer<UInt32>
  ) throws(StorageError) {
    guard width <= 32 else { throw damaged("integers of \(width) bits cannot be") }
    let packed = try take(ByteSink.bitsLength(count: count, width: width))
    let mask = UInt64(1) << UInt64(width) - 1
    var bits: UInt64 = 0
    var filled: UInt8 = 0
    var next = 0
    for index in 0..<count {
      while filled < width {
        bits |= UInt64(packed[next]) << UInt64(filled)
        next += 1
        filled += 8
      }
      target[index] = UInt32(truncatingIfNeeded: bits & mask)
      bits >>= UInt64(width)
      filled -= width
    }
  }
}
