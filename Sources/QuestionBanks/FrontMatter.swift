/// The block of settings that site generators put at the top of a file.
enum FrontMatter {
  /// Longer blocks are no settings but a text that begins with a rule.
  private static let lineLimit = 200

  /// The last line (0-based) of front matter, or `nil` where the file has none.
  ///
  /// It begins and ends with `---` (or `+++`), and its first line is `key: value` or `key = value`:
  /// two rules around text are none.
  static func lastLine(_ bytes: ByteView, _ lines: [LineSpan]) -> Int? {
    guard let first = lines.first else { return nil }
    let fence = trimmed(bytes, first.range)
    guard fence.elementsEqual([0x2D, 0x2D, 0x2D]) || fence.elementsEqual([0x2B, 0x2B, 0x2B]) else {
      return nil
    }
    guard lines.count > 2, startsWithKey(bytes, lines[1].range) else { return nil }
    for index in 2..<min(lines.count, lineLimit) {
      let line = trimmed(bytes, lines[index].range)
      if line.elementsEqual(fence) || line.elementsEqual([0x2E, 0x2E, 0x2E]) { return index }
    }
    return nil
  }

  private static func startsWithKey(_ bytes: ByteView, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound,
      Byte.isWord(bytes[index]) || bytes[index] == Byte.underscore
        || bytes[index] == Byte.hyphen
    {
      index += 1
    }
    guard index > range.lowerBound else { return false }
    while index < range.upperBound, bytes[index] == Byte.space { index += 1 }
    return index < range.upperBound && (bytes[index] == Byte.colon || bytes[index] == Byte.equals)
  }

  private static func trimmed(_ bytes: ByteView, _ range: Range<Int>) -> Slice<ByteView> {
    var end = range.upperBound
    while end > range.lowerBound, Byte.isBlank(bytes[end - 1]) { end -= 1 }
    return bytes[range.lowerBound..<end]
  }
}
