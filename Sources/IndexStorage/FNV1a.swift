/// A 64-bit hash for names of files by their content (Fowler, Noll, Vo: FNV-1a), taken eight bytes
/// a step where there are eight.
///
/// Not for secrets and not for untrusted keys of a table: it tells versions of our own files apart.
package enum FNV1a {
  private static let prime: UInt64 = 0x100_0000_01b3

  /// The hash of `bytes`, going on from `seed`. Linear.
  package static func hash(
    _ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0xcbf2_9ce4_8422_2325
  ) -> UInt64 {
    var hash = seed
    var offset = 0
    while offset &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = (hash ^ word) &* prime
      // A step of eight bytes leaves the low bits of the product to the low bytes alone.
      hash ^= hash >> 32
      offset &+= 8
    }
    while offset < bytes.count {
      hash = (hash ^ UInt64(bytes[offset])) &* prime
      offset &+= 1
    }
    return hash
  }
}
