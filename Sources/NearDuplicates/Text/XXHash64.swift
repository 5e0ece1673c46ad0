/// XXH64, the 64-bit hash of Yann Collet's xxHash (specification 0.1.1, "XXH64 algorithm").
///
/// It is fixed for good: what is kept of a text (MinHash signatures) is compared with what later
/// versions compute. Not for secrets: who wants collisions can make them.
public enum XXHash64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The hash of some bytes under a seed; linear in their number.
  public static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0) -> UInt64 {
    guard let base = bytes.baseAddress else { return finish(seed &+ prime5) }
    return hash(base, bytes.count, seed: seed)
  }

  @inline(__always)
  static func hash(_ bytes: UnsafeRawPointer, _ count: Int, seed: UInt64 = 0) -> UInt64 {
    if count >= 32 { return hashLong(bytes, count, seed) }
    return tail(bytes, count, seed &+ prime5 &+ UInt64(truncatingIfNeeded: count))
  }

  /// The hash of five bytes with seed 0, which is what most shingles of characters have.
  @inline(__always)
  static func hashFive(_ bytes: UnsafeRawPointer) -> UInt64 {
    let four = bytes.loadUnaligned(as: UInt32.self).littleEndian
    let last = bytes.load(fromByteOffset: 4, as: UInt8.self)
    var hash = (prime5 &+ 5) ^ UInt64(four) &* prime1
    hash = rotated(hash, 23) &* prime2 &+ prime3
    hash ^= UInt64(last) &* prime5
    return finish(rotated(hash, 11) &* prime1)
  }

  /// Spreads the bits of a value so that each depends on all: the last step of XXH64.
  @inline(__always)
  static func finish(_ value: UInt64) -> UInt64 {
    var hash = value
    hash ^= hash >> 33
    hash = hash &* prime2
    hash ^= hash >> 29
    hash = hash &* prime3
    return hash ^ hash >> 32
  }

  @inline(__always)
  private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
    value &<< bits | value &>> (64 &- bits)
  }

  @inline(__always)
  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotated(lane &+ input &* prime2, 31) &* prime1
  }

  @inline(__always)
  private static func tail(_ bytes: UnsafeRawPointer, _ count: Int, _ start: UInt64) -> UInt64 {
    var hash = start
    var at = bytes
    var left = count
    while left >= 8 {
      hash ^= round(0, at.loadUnaligned(as: UInt64.self).littleEndian)
      hash = rotated(hash, 27) &* prime1 &+ prime4
      at += 8
      left &-= 8
    }
    if left >= 4 {
      hash ^= UInt64(at.loadUnaligned(as: UInt32.self).littleEndian) &* prime1
      hash = rotated(hash, 23) &* prime2 &+ prime3
      at += 4
      left &-= 4
    }
    while left > 0 {
      hash ^= UInt64(at.load(as: UInt8.self)) &* prime5
      hash = rotated(hash, 11) &* prime1
      at += 1
      left &-= 1
    }
    return finish(hash)
  }

  @inline(never)
  private static func hashLong(
    _ bytes: UnsafeRawPointer, _ count: Int, _ seed: UInt64
  ) -> UInt64 {
    var lanes = (seed &+ prime1 &+ prime2, seed &+ prime2, seed, seed &- prime1)
    var at = bytes
    var left = count
    while left >= 32 {
      lanes.0 = round(lanes.0, at.loadUnaligned(as: UInt64.self).littleEndian)
      lanes.1 = round(
        lanes.1, at.loadUnaligned(fromByteOffset: 8, as: UInt64.self).littleEndian)
      lanes.2 = round(
        lanes.2, at.loadUnaligned(fromByteOffset: 16, as: UInt64.self).littleEndian)
      lanes.3 = round(
        lanes.3, at.loadUnaligned(fromByteOffset: 24, as: UInt64.self).littleEndian)
      at += 32
      left &-= 32
    }
    var hash =
      rotated(lanes.0, 1) &+ rotated(lanes.1, 7) &+ rotated(lanes.2, 12) &+ rotated(lanes.3, 18)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
      hash = (hash ^ round(0, lane)) &* prime1 &+ prime4
    }
    return tail(at, left, hash &+ UInt64(truncatingIfNeeded: count))
  }
}
