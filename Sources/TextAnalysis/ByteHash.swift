/// A fast 64-bit hash of short byte strings: multiply and fold, as wyhash does.
enum ByteHash {
  /// The two halves of the 128-bit product, combined.
  @inline(__always)
  static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// The hash of `count` bytes; it reads none beyond them.
  static func hash(_ bytes: UnsafePointer<UInt8>, count: Int, seed: UInt64) -> UInt64 {
    var state = seed ^ 0x9E37_79B9_7F4A_7C15
    let raw = UnsafeRawPointer(bytes)
    var i = 0
    while i + 8 <= count {
      state = fold(state ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self), multiplier)
      i += 8
    }
    var tail: UInt64 = 0
    while i < count {
      tail = tail << 8 | UInt64(bytes[i])
      i += 1
    }
    state = fold(state ^ tail, multiplier ^ UInt64(truncatingIfNeeded: count))
    return fold(state ^ seed, 0xE703_7ED1_A0B4_28DB)
  }

  /// An odd constant with as many ones as zeros, from wyhash's set.
  static let multiplier: UInt64 = 0xA076_1D64_78BD_642F
}
