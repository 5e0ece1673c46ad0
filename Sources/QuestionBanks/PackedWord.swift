/// A short word in three machine words: compared and hashed without a `String` or an allocation.
///
/// Bytes beyond the 24th are not kept; ``isCut`` says so. Words have no NUL, so that padding with
/// zeros is unambiguous.
struct PackedWord: Hashable, Sendable {
  static let limitInBytes = 24

  private var low: UInt64 = 0
  private var middle: UInt64 = 0
  private var high: UInt64 = 0
  private(set) var count = 0
  /// More bytes came than fit.
  private(set) var isCut = false
  /// Has a combining mark of U+0300…U+037F, so that the word may equal one spelled otherwise.
  private(set) var mayCombine = false

  init() {}

  init(_ text: some Sequence<UInt8>) {
    for byte in text { append(byte) }
  }

  var isEmpty: Bool { count == 0 }
  var isFull: Bool { count == PackedWord.limitInBytes }

  /// Adds a byte that is not zero.
  @inline(__always) mutating func append(_ byte: UInt8) {
    let value = UInt64(byte) << UInt64((count & 7) << 3)
    switch count >> 3 {
    case 0: low |= value
    case 1: middle |= value
    case 2: high |= value
    default:
      isCut = true
      return
    }
    mayCombine = mayCombine || byte == 0xCC || byte == 0xCD
    count += 1
  }

  /// A hash for tables that are fixed: it needs no seed, as nobody chooses the keys in them.
  @inline(__always) var fixedHash: Int {
    var value = (low ^ (middle &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    value ^= high &* 0x94D0_49BB_1331_11EB
    value ^= value >> 32
    return Int(truncatingIfNeeded: value & 0x7FFF_FFFF)
  }

  /// The word as text.
  var string: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for place in 0..<count {
      let part = place < 8 ? low : place < 16 ? middle : high
      bytes.append(UInt8(truncatingIfNeeded: part >> UInt64((place & 7) << 3)))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @inline(__always) static func == (left: PackedWord, right: PackedWord) -> Bool {
    left.low == right.low && left.middle == right.middle && left.high == right.high
      && left.isCut == right.isCut
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(low)
    hasher.combine(middle)
    hasher.combine(high)
  }
}
