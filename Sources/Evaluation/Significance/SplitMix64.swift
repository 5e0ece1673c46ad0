/// The generator of every random choice in this module: SplitMix64 (Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", OOPSLA 2014).
///
/// The same seed gives the same numbers on every machine. The standard library's own
/// `random(in:using:)` may change between releases of Swift, so draws go through `below(_:)`.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that begins at `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A number from 0 up to, without, `bound`, each equally likely (Lemire, "Fast random integer
  /// generation in an interval", 2019: the high half of a product, unfair draws rejected).
  ///
  /// - Precondition: `bound` is above 0.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a draw needs a positive bound")
    let width = UInt64(bound)
    let unfair = (0 &- width) % width
    var product = next().multipliedFullWidth(by: width)
    while product.low < unfair { product = next().multipliedFullWidth(by: width) }
    return Int(product.high)
  }

  /// The finalizer: a bijection of 64 bits in which each input bit moves about half of the output.
  package static func mixed(_ bits: UInt64) -> UInt64 {
    var value = bits
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
