extension AnalysisState {
  /// The most bytes between the parentheses of an order of growth.
  private static let longestOrder = 40

  /// Adds a token for an order of growth such as `O(n log n)` that begins at an index, without
  /// advancing; its parts follow as words.
  ///
  /// Blanks, products, braces and inner parentheses are left out and superscripts become powers, so
  /// that `O(n*log(n))` and `O(n²)` meet `O(n log n)` and `O(n^2)`.
  mutating func emitOrder(_ text: UnsafePointer<UInt8>, _ start: Int, _ count: Int) {
    guard kind == .english, text[start] == UInt8(ascii: "O") else { return }
    scratch[0] = UInt8(ascii: "o")
    scratch[1] = UInt8(ascii: "(")
    var length = 2
    var depth = 1
    var i = start + 2
    let end = min(count, i + Self.longestOrder)
    while i < end {
      let scalar = UTF8Scalar.decode(text, i, end)
      i += scalar.length
      if scalar.value == 0x28 {
        depth += 1
      } else if scalar.value == 0x29 {
        depth -= 1
        if depth == 0 { break }
      } else {
        guard length <= Self.longestWhole, let added = appendOrder(scalar.value, at: length) else {
          return
        }
        length += added
      }
    }
    guard depth == 0, length > 2 else { return }
    scratch[length] = UInt8(ascii: ")")
    emit(length + 1, start, i)
    position &-= 1
  }

  /// Writes what a scalar of an order of growth becomes and returns the number of bytes, or `nil`
  /// for what does not belong there.
  private func appendOrder(_ value: UInt32, at offset: Int) -> Int? {
    switch value {
    case 0x20, 0x2A, 0x5C, 0x7B, 0x7D, 0x5F, 0xB7, 0xD7, 0x22C5: return 0  // blank * \ { } _ · × ⋅
    case 0x5E, 0x2B, 0x2D, 0x2F, 0x2E, 0x2C, 0x21, 0x7C:  // ^ + - / . , ! |
      scratch[offset] = UInt8(value)
      return 1
    case 0x2212:  // minus
      scratch[offset] = UInt8(ascii: "-")
      return 1
    case 0x221A:  // square root
      scratch.advanced(by: offset).update(from: ("sqrt" as StaticString).utf8Start, count: 4)
      return 4
    default:
      guard CharacterClass.of(value).startsWord else { return nil }
      let isSuperscript = [0xB2, 0xB3, 0xB9].contains(value) || (0x2070...0x2079).contains(value)
      if isSuperscript { scratch[offset] = UInt8(ascii: "^") }
      let before = isSuperscript ? 1 : 0
      if value < 0x80 {
        scratch[offset] = ByteClass.lower(UInt8(value))
        return 1
      }
      return before + Folding.fold(value, into: scratch + offset + before)
    }
  }
}
