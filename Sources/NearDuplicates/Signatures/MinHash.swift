import CKernels

/// Signatures by which the Jaccard similarity of two sets is estimated (Broder 1997).
///
/// With x the upper 32 bits of a shingle's ``XXHash64``, value i of a signature is the least of
/// a·x + b modulo 2³² over all shingles; a (made odd) and b are numbers 2i and 2i + 1, from 0, of
/// SplitMix64 with the seed, their upper 32 bits. Two signatures have an equal value with about the
/// probability of the Jaccard similarity. `Index/FORMAT.md` has the definition with an example.
public struct MinHash: Sendable, Hashable {
  /// The version of the definition; signatures of different versions are not comparable.
  public static let version = 1

  /// How many values a signature has.
  public let count: Int
  /// Where the sequence of multipliers begins.
  public let seed: UInt64
  private let multipliers: [UInt32]
  private let offsets: [UInt32]

  /// How many bits wide the registers are that signatures are computed in on this processor.
  package static var registerBits: Int { Int(ck_minhash_width()) }

  /// Does 64 · `shingles` steps on registers alone; the result depends on all of them.
  package static func spendSteps(shingles: Int) -> UInt32 { ck_minhash_limit(shingles) }

  /// Signatures of so many values, a multiple of 16 up to 1024.
  public init(count: Int = 128, seed: UInt64 = 1) {
    precondition(count > 0 && count <= 1024 && count % 16 == 0, "16, 32, … 1024 values")
    self.count = count
    self.seed = seed
    var state = seed
    var multipliers: [UInt32] = []
    var offsets: [UInt32] = []
    for _ in 0..<count {
      multipliers.append(Self.next(&state) | 1)
      offsets.append(Self.next(&state))
    }
    self.multipliers = multipliers
    self.offsets = offsets
  }

  /// The signature of a text's shingles; all ones where there are none.
  public func signature(of set: ShingleSet) -> MinHashSignature {
    var values = [UInt32](repeating: .max, count: count)
    let shingles = set.hashes.map { UInt32(truncatingIfNeeded: $0 >> 32) }
    shingles.withUnsafeBufferPointer { shingles in
      values.withUnsafeMutableBufferPointer { values in
        guard let base = shingles.baseAddress, let target = values.baseAddress else { return }
        lower(target, by: base, shingles.count)
      }
    }
    return MinHashSignature(values: values)
  }

  /// Lowers the values of a signature, of which there are ``count``, by more shingles.
  @inline(__always)
  package func lower(
    _ values: UnsafeMutablePointer<UInt32>, by shingles: UnsafePointer<UInt32>, _ number: Int
  ) {
    ck_minhash(shingles, number, multipliers, offsets, values, count)
  }

  /// SplitMix64 (Steele, Lea and Flood 2014), the upper half.
  private static func next(_ state: inout UInt64) -> UInt32 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return UInt32(truncatingIfNeeded: (value ^ (value >> 31)) >> 32)
  }
}
