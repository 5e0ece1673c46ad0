/// What a byte means to the loop that finds words, by analyzer.
enum ByteClass {
  /// Never part of a word.
  static let separator: UInt8 = 0
  /// Part of a word.
  static let word: UInt8 = 1
  /// May join two words to a compound, or end one (`C++`).
  static let connector: UInt8 = 2
  /// Part of a character outside ASCII.
  static let high: UInt8 = 3

  /// A table of 256 classes, which the caller frees.
  static func table(for kind: Analyzer.Kind) -> UnsafeMutablePointer<UInt8> {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min...UInt8.max {
      table[Int(byte)] = classify(byte, kind)
    }
    return table
  }

  private static func classify(_ byte: UInt8, _ kind: Analyzer.Kind) -> UInt8 {
    if byte >= 0x80 { return high }
    if kind == .plain { return isBlank(byte) ? separator : word }
    if isLetter(byte) || isDigit(byte) { return word }
    if kind == .reference { return separator }
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "_"),
      UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "^"),
      UInt8(ascii: "&"), UInt8(ascii: "@"), UInt8(ascii: ","):
      return connector
    default: return separator
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each of eight bytes that is a blank, a control or outside ASCII; above the
  /// first such byte, bits may be wrong.
  @inline(__always)
  static func blanks(in bytes: UInt64) -> UInt64 {
    ((bytes &- ones &* 0x21) & ~bytes | bytes) & highBits
  }

  /// The high bit of each of eight bytes that is no ASCII letter or digit.
  @inline(__always)
  static func symbols(in bytes: UInt64) -> UInt64 {
    // Sums of seven-bit values carry into the high bit where a value is at least the bound.
    let low = bytes & ~highBits
    let folded = low | ones &* 0x20
    let letters = (folded &+ ones &* (0x80 - 97)) & ~(folded &+ ones &* (0x80 - 123))
    let digits = (low &+ ones &* (0x80 - 48)) & ~(low &+ ones &* (0x80 - 58))
    return ~((letters | digits) & ~bytes) & highBits
  }

  /// The end of the lower-case ASCII letters from an index on: eight bytes at a time.
  @inline(__always)
  static func lowerEnd(_ text: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
    let raw = UnsafeRawPointer(text)
    var i = start
    while i &+ 8 <= count {
      let bytes = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      let low = bytes & ~highBits
      let letters = (low &+ ones &* (0x80 - 97)) & ~(low &+ ones &* (0x80 - 123)) & ~bytes
      let stops = ~letters & highBits
      i &+= stops.trailingZeroBitCount &>> 3
      if stops != 0 { return i }
    }
    while i < count, text[i] &- 97 < 26 { i &+= 1 }
    return i
  }

  /// Whether a byte is ASCII white space.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (byte >= 9 && byte <= 13) }

  /// Whether a byte is an ASCII digit.
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// Whether a byte is an ASCII letter.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

  /// Whether a byte is a capital ASCII letter.
  @inline(__always)
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }

  /// A byte with ASCII capitals in lower case.
  @inline(__always)
  static func lower(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 32 : byte }
}
