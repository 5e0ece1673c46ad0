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

  /// The lower-case form of the bytes of a word. As adding them one by one, but faster.
  init(lowering text: ByteView) {
    guard text.count <= PackedWord.limitInBytes else {
      for byte in text.buffer.prefix(PackedWord.limitInBytes + 1) { append(Byte.lowered(byte)) }
      return
    }
    count = text.count
    low = PackedWord.lowered(text.word(at: 0))
    if count > 8 { middle = PackedWord.lowered(text.word(at: 8)) }
    if count > 16 { high = PackedWord.lowered(text.word(at: 16)) }
    if (low | middle | high) & 0x8080_8080_8080_8080 != 0 {
      mayCombine = text.contains { $0 == 0xCC || $0 == 0xCD }
    }
  }

  /// A word of ASCII, at most 24 bytes, in lower case and packed as this type does it.
  @inline(__always) init(low: UInt64, middle: UInt64, high: UInt64, count: Int) {
    self.low = low
    self.middle = middle
    self.high = high
    self.count = count
  }

  /// ASCII capitals among eight bytes as small letters.
  @inline(__always) static func lowered(_ word: UInt64) -> UInt64 {
    let letters = word & 0x7F7F_7F7F_7F7F_7F7F
    // The upper bit of each byte from `A` on, and from behind `Z` on.
    let fromA = letters &+ 0x3F3F_3F3F_3F3F_3F3F
    let behindZ = letters &+ 0x2525_2525_2525_2525
    let isUpper = ~word & (fromA ^ behindZ) & 0x8080_8080_8080_8080
    return word | isUpper >> 2
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

  /// One of the first eight bytes, or zero.
  @inline(__always) func first(_ place: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: low >> UInt64(place * 8))
  }

  /// A hash for tables that are fixed: it needs no seed, as nobody chooses the keys in them.
  @inline(__always) var fixedHash: UInt64 {
    var value = (low ^ (middle &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    value ^= high &* 0x94D0_49BB_1331_11EB
    value ^= value >> 32
    return value
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
