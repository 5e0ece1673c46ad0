/// A file as the conventions see it: repaired text, and lines sorted by their marks.
///
/// It is a class so that handing it around copies no tables.
final class Document {
  let file: String
  let bank: String
  let text: SourceText
  /// The bytes of the text: stored, for every look at a line begins here.
  let bytes: ByteView
  /// Where the texts lie that are made of them.
  let arena = TextArena()
  let lines: [Line]
  /// The lines that are headings, in order.
  let headings: [Int]

  init(text: SourceText, bytes: ByteView, file: String, bank: String) {
    self.file = file
    self.bank = bank
    self.text = text
    self.bytes = bytes
    let scanned = LineScanner.scan(bytes, text.lines)
    lines = scanned
    headings = scanned.indices.filter { scanned[$0].kind == .heading }
  }

  /// The content of a line, without its mark.
  func content(_ line: Int) -> Range<Int> { lines[line].content.range }

  /// The whole line, with marks and blanks at both ends.
  func whole(_ line: Int) -> Range<Int> { text.lines[line].range }

  /// The clean text of a range of bytes, which lasts until the next text is made.
  func cleanForNow(_ range: Range<Int>, keepsLines: Bool = false) -> ByteView {
    var writer = arena.writer(limit: range.count)
    InlineCleaner.append(bytes, range, keepsLines: keepsLines, to: &writer, arena)
    return writer.view
  }

  /// The item that a line's content would make.
  func item(_ line: Int) -> ItemText { ItemText(self, content(line)) }

  /// The clean text of a line's content.
  func clean(_ line: Int) -> ByteView { clean(content(line)) }

  /// The clean text of a range of bytes.
  func clean(_ range: Range<Int>, keepsLines: Bool = false) -> ByteView {
    InlineCleaner.clean(bytes, range, keepsLines: keepsLines, in: arena)
  }

  /// Whether a range begins with a byte twice.
  func begins(_ range: Range<Int>, twice byte: UInt8) -> Bool {
    range.count >= 2 && bytes[range.lowerBound] == byte && bytes[range.lowerBound + 1] == byte
  }

  /// Whether a line's content is nothing but a link to a heading of the file.
  func isAnchorLink(_ range: Range<Int>) -> Bool {
    guard let first = range.first, bytes[first] == Byte.openBracket,
      bytes[range.upperBound - 1] == Byte.closeParenthesis
    else { return false }
    var index = range.lowerBound
    while index + 2 < range.upperBound {
      if bytes[index] == Byte.closeBracket, bytes[index + 1] == Byte.openParenthesis {
        return bytes[index + 2] == Byte.hash
      }
      index += 1
    }
    return false
  }

  /// Whether a line's content is nothing but a link.
  func isLink(_ range: Range<Int>) -> Bool {
    guard let first = range.first, let last = range.last else { return false }
    if bytes[first] == Byte.less { return bytes[last] == Byte.greater }
    guard bytes[first] == Byte.openBracket, bytes[last] == Byte.closeParenthesis else {
      return bytes[first] == 0x68 && bytes[range].starts(with: "http".utf8)
        && !bytes[range].contains(Byte.space)
    }
    return LineScanner.contains(bytes, range, [Byte.closeBracket, Byte.openParenthesis])
  }

  /// The first line from `line` on, below `end`, that is not blank.
  func nextNonBlank(_ line: Int, _ end: Int) -> Int? {
    var index = line
    while index < end {
      if lines[index].kind != .blank { return index }
      index += 1
    }
    return nil
  }
}
