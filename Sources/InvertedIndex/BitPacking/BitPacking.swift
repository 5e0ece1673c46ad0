import CKernels

/// Blocks of 128 integers of up to 32 bits, packed to the bits that the largest of them needs.
///
/// The layout is vertical (Lemire and Boytsov 2015, "Decoding billions of integers per second
/// through vectorization"): integer *i* is in lane *i* mod 4, and each lane is a stream of bits,
/// lowest first, in 32-bit words that stand four together. A block of width *w* takes 16 *w* bytes.
enum BitPacking {
  /// Integers in a block.
  static let blockLength = 128
  /// Four integers side by side.
  typealias Vector = SIMD4<UInt32>

  /// The bits that the largest of some integers needs; 0 where all are 0.
  static func width(of values: UnsafePointer<UInt32>, count: Int) -> UInt8 {
    var union: UInt32 = 0
    for index in 0..<count { union |= values[index] }
    return UInt8(32 - union.leadingZeroBitCount)
  }

  /// Writes 128 integers, none wider than `width`, as `16 * width` bytes.
  static func pack(
    _ values: UnsafePointer<UInt32>, width: UInt8, to target: UnsafeMutablePointer<UInt8>
  ) {
    guard width > 0 else { return }
    var target = UnsafeMutableRawPointer(target)
    let width = UInt32(width)
    var lanes = Vector()
    var filled: UInt32 = 0
    for index in stride(from: 0, to: blockLength, by: 4) {
      let value = Vector(values[index], values[index + 1], values[index + 2], values[index + 3])
      lanes |= value &<< Vector(repeating: filled)
      filled += width
      guard filled >= 32 else { continue }
      target.storeBytes(of: lanes.littleEndian, as: Vector.self)
      target += 16
      filled -= 32
      // What did not fit; nothing, where the word ended with the integer.
      lanes = filled > 0 ? value &>> Vector(repeating: width - filled) : Vector()
    }
  }

  /// Replaces gaps, each less one, by running sums, the first behind `base`; integers wrap around
  /// at 32 bits.
  @inline(__always)
  static func accumulate(_ target: UnsafeMutablePointer<Vector>, behind base: UInt32) {
    ck_accumulate(UnsafeMutableRawPointer(target).assumingMemoryBound(to: UInt32.self), base)
  }

  /// The greatest of a block's 128 integers.
  @inline(__always)
  static func maximum(_ vectors: UnsafeMutablePointer<Vector>) -> UInt32 {
    var greatest = vectors[0]
    for index in 1..<32 {
      greatest.replace(with: vectors[index], where: vectors[index] .> greatest)
    }
    return greatest.max()
  }
}

extension SIMD4<UInt32> {
  /// The lanes in the order of bytes of the files.
  fileprivate var littleEndian: Self {
    Self(x.littleEndian, y.littleEndian, z.littleEndian, w.littleEndian)
  }
}
