/// A link to the top or the contents that stands beside a heading's text: `[↑](#top) Sails`.
enum BackLink {
  /// A range without such links at both ends. One that is the whole range stays.
  static func trimmed(_ bytes: ByteView, _ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return range }
    // Most brackets hold a tag or words.
    let holdsWord = first < last && Byte.isLetter(bytes[first + 1])
    if bytes[first] == Byte.openBracket, !holdsWord, let end = end(bytes, range) {
      let start = bytes[end..<range.upperBound].firstIndex { !Byte.isBlank($0) }
      if let start { return start..<range.upperBound }
    } else if bytes[last] == Byte.closeParenthesis,
      let start = bytes[range].lastIndex(where: { Byte.isBlank($0) }).map({ $0 + 1 }),
      bytes[start] == Byte.openBracket, end(bytes, start..<range.upperBound) == range.upperBound
    {
      let end = bytes[range.lowerBound..<start].lastIndex { !Byte.isBlank($0) }
      if let end { return range.lowerBound..<(end + 1) }
    }
    return range
  }

  /// The end of a link to a heading, without letters or figures, at the beginning of a range.
  private static func end(_ bytes: ByteView, _ range: Range<Int>) -> Int? {
    let near = range.prefix(48)
    guard let open = near.first(where: { bytes[$0] == Byte.openParenthesis }),
      open + 1 < range.upperBound, bytes[open - 1] == Byte.closeBracket,
      bytes[open + 1] == Byte.hash, isArrow(bytes[range.lowerBound..<open]),
      let close = bytes[open..<range.upperBound].firstIndex(of: Byte.closeParenthesis)
    else { return nil }
    return close + 1
  }

  /// Whether a link's text is nothing but pictures or `^` in brackets: that stands for "up".
  private static func isArrow(_ text: Slice<ByteView>) -> Bool {
    text.contains { $0 >= 0x80 || $0 == 0x5E }
      && text.allSatisfy { byte in
        // Symbols of Unicode begin with these bytes, letters with others.
        byte < 0xC0
          ? !Byte.isLetter(byte) && !Byte.isDigit(byte)
          : byte == 0xE2 || byte == 0xEF || byte == 0xF0
      }
  }
}
