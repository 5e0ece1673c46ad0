/// One line under the scanner: where its text begins, and which marks it begins with.
struct LineCursor {
  let bytes: ByteView
  /// The line without blanks at both ends.
  let range: Range<Int>
  /// The column of the first byte that is no blank.
  let column: Int

  init(_ bytes: ByteView, _ line: Range<Int>) {
    var start = line.lowerBound
    var end = line.upperBound
    var column = 0
    while start < end, Byte.isBlank(bytes[start]) || bytes[start] == 0x0C {
      column += bytes[start] == Byte.tab ? 4 - column % 4 : 1
      start += 1
    }
    while end > start, Byte.isBlank(bytes[end - 1]) || bytes[end - 1] == 0x0D { end -= 1 }
    self.bytes = bytes
    range = start..<end
    self.column = column
  }

  var content: LineSpan { LineSpan(range.lowerBound, range.upperBound) }
  var isBlank: Bool { range.isEmpty }
  private var first: UInt8 { range.isEmpty ? 0 : bytes[range.lowerBound] }

  private func byte(_ offset: Int) -> UInt8 {
    let index = range.lowerBound + offset
    return index < range.upperBound ? bytes[index] : 0
  }

  /// Whether the line has a pipe that is not escaped.
  var hasPipe: Bool {
    guard var index = ByteSearch.first(Byte.pipe, bytes, range) else { return false }
    // Whether that one is escaped depends on all backslashes before it.
    while index > range.lowerBound, bytes[index - 1] == Byte.backslash { index -= 1 }
    while index < range.upperBound {
      if bytes[index] == Byte.backslash {
        index += 1
      } else if bytes[index] == Byte.pipe {
        return true
      }
      index += 1
    }
    return false
  }

  /// A row with an outer pipe and at least one more.
  var startsTableRow: Bool {
    guard first == Byte.pipe else { return false }
    return bytes[(range.lowerBound + 1)..<range.upperBound].contains(Byte.pipe)
  }

  /// Pipes, hyphens, colons and blanks, with a pipe and a hyphen.
  var isTableDelimiter: Bool {
    var hasPipe = false
    var hasHyphen = false
    for byte in bytes[range] {
      switch byte {
      case Byte.pipe: hasPipe = true
      case Byte.hyphen: hasHyphen = true
      case Byte.colon, Byte.space, Byte.tab: break
      default: return false
      }
    }
    return hasPipe && hasHyphen
  }

  /// Three or more of `-`, `*` or `_` with nothing but blanks between.
  var isRule: Bool {
    guard first == Byte.hyphen || first == Byte.asterisk || first == Byte.underscore else {
      return false
    }
    var count = 0
    for byte in bytes[range] {
      if byte == first { count += 1 } else if !Byte.isBlank(byte) { return false }
    }
    return count >= 3
  }

  /// 1 for a line of `=`, 2 for a line of `-`, at least two of them.
  func underlineLevel() -> UInt8? {
    guard first == Byte.equals || first == Byte.hyphen, range.count >= 2, column < 4 else {
      return nil
    }
    return bytes[range].allSatisfy { $0 == first } ? (first == Byte.equals ? 1 : 2) : nil
  }

  /// Whether the line has a mark that a lazy paragraph cannot have.
  var startsBlock: Bool {
    first == Byte.hash || first == Byte.greater || first == Byte.pipe || first == Byte.less
      || isRule
  }

  /// The content after `>` marks and their number.
  func quote() -> (level: UInt8, content: LineSpan)? {
    guard first == Byte.greater else { return nil }
    var index = range.lowerBound
    var level = 0
    while index < range.upperBound, bytes[index] == Byte.greater || Byte.isBlank(bytes[index]) {
      if bytes[index] == Byte.greater { level += 1 }
      index += 1
    }
    return (UInt8(clamping: level), LineSpan(index, range.upperBound))
  }

  var startsHTML: Bool {
    guard first == Byte.less else { return false }
    let next = byte(1)
    return Byte.isLetter(next) ? !isAutolink : next == Byte.slash || next == Byte.exclamation
  }

  var startsComment: Bool {
    first == Byte.less && byte(1) == Byte.exclamation && byte(2) == Byte.hyphen
      && byte(3) == Byte.hyphen
  }

  /// `<https://…>`: a letter, letters, and a colon before the end of the word.
  private var isAutolink: Bool {
    var index = range.lowerBound + 1
    while index < range.upperBound, Byte.isLetter(bytes[index]) { index += 1 }
    return index < range.upperBound && bytes[index] == Byte.colon
  }

  /// `# Title`, with closing marks dropped.
  func atxHeading() -> (level: UInt8, content: LineSpan)? {
    guard first == Byte.hash else { return nil }
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] == Byte.hash { index += 1 }
    let level = index - range.lowerBound
    guard level <= 6, index == range.upperBound || Byte.isBlank(bytes[index]) else { return nil }
    while index < range.upperBound, Byte.isBlank(bytes[index]) { index += 1 }
    var end = range.upperBound
    while end > index, bytes[end - 1] == Byte.hash { end -= 1 }
    // `# C#` keeps its mark: closing marks stand alone.
    if end > index, end < range.upperBound, !Byte.isBlank(bytes[end - 1]) { end = range.upperBound }
    while end > index, Byte.isBlank(bytes[end - 1]) { end -= 1 }
    return (UInt8(level), LineSpan(index, end))
  }

  /// `<h3 …>Title</h3>` on one line.
  func htmlHeading() -> (level: UInt8, content: LineSpan)? {
    guard first == Byte.less, byte(1) | 0x20 == 0x68, byte(2) >= 0x31, byte(2) <= 0x36,
      byte(3) == Byte.greater || byte(3) == Byte.space, range.count > 9
    else { return nil }
    guard let open = bytes[range].firstIndex(of: Byte.greater) else { return nil }
    let end = range.upperBound - 5
    guard end > open, bytes[end] == Byte.less, bytes[end + 1] == Byte.slash,
      bytes[end + 2] | 0x20 == 0x68
    else { return nil }
    return (byte(2) - 0x30, LineSpan(open + 1, end))
  }
}
