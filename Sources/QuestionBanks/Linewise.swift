/// Whether lines of text are items one by one or a paragraph that was wrapped.
enum Linewise {
  /// Lines stand alone where some are tagged, or where nearly all end as sentences or questions do
  /// and begin with a capital, a digit or a mark.
  static func isLinewise(_ document: Document, _ lines: Range<Int>) -> Bool {
    guard lines.count > 1 else { return true }
    var closed = 0
    var lower = 0
    var asking = 0
    for line in lines {
      let range = document.content(line)
      guard let first = range.first, let last = range.last else { continue }
      if DifficultyMark.tag(document.bytes, at: first) != nil { return true }
      if Byte.isLower(document.bytes[first]) { lower += 1 }
      switch document.bytes[last] {
      case Byte.question:
        asking += 1
        closed += 1
      case Byte.dot, Byte.exclamation, Byte.colon, Byte.closeParenthesis, 0x9F:
        closed += 1
      default: break
      }
    }
    let count = lines.count
    return closed * 10 >= (count - 1) * 8 && lower * 10 <= count * 2
      && (asking > 0 || closed == count)
  }

  /// Whether a line is a heading by its capitals: no lower-case letter, at least three capitals,
  /// few words, and nothing that asks.
  static func isCapitals(_ bytes: ByteView, _ range: Range<Int>) -> Bool {
    var capitals = 0
    var blanks = 0
    for index in range {
      let byte = bytes[index]
      if Byte.isUpper(byte) {
        capitals += 1
      } else if Byte.isLower(byte) || byte == Byte.question || byte >= 0x80
        || byte == Byte.equals || Byte.isDigit(byte) || byte == Byte.openBracket
      {
        return false
      } else if Byte.isBlank(byte) {
        blanks += 1
      }
    }
    return capitals >= 3 && blanks < 8 && range.count < 80
  }
}
