/// Finds where LaTeX formulas of a range end. Scans that found nothing are remembered, so that many
/// opening marks without a closing one take one scan.
struct FormulaEnds {
  private let bytes: ByteView
  private let range: Range<Int>
  private var lacks: Set<UInt16> = []

  init(_ bytes: ByteView, _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// The end of a formula that begins with `\(`, `\[`, or those escaped as `\\(`, `\\[`, `\\\[`.
  mutating func formula(at index: Int) -> (end: Int, isEscaped: Bool)? {
    var slashes = 0
    // More than three open nothing, and long runs are looked at from every second backslash.
    while slashes < 4, index + slashes < range.upperBound,
      bytes[index + slashes] == Byte.backslash
    {
      slashes += 1
    }
    let mark = index + slashes
    guard slashes <= 3, mark < range.upperBound else { return nil }
    let close: UInt8
    switch bytes[mark] {
    case Byte.openParenthesis: close = Byte.closeParenthesis
    case Byte.openBracket: close = Byte.closeBracket
    default: return nil
    }
    let key = UInt16(slashes) << 8 | UInt16(close)
    guard !lacks.contains(key) else { return nil }
    guard let end = find(slashes, close, from: mark + 1) else {
      lacks.insert(key)
      return nil
    }
    // `\[1, 2\]` and `\(so\)` are brackets that somebody escaped: a formula has a command or
    // operator.
    if slashes == 1, !isFormula((mark + 1)..<(end - 2), display: close == Byte.closeBracket) {
      return nil
    }
    return (end, slashes > 1)
  }

  private func find(_ slashes: Int, _ close: UInt8, from start: Int) -> Int? {
    var index = start
    while index < range.upperBound {
      guard bytes[index] == Byte.backslash else {
        index += 1
        continue
      }
      var count = 0
      while index + count < range.upperBound, bytes[index + count] == Byte.backslash { count += 1 }
      let mark = index + count
      if mark < range.upperBound, bytes[mark] == close, count == slashes { return mark + 1 }
      index = mark + 1
    }
    return nil
  }

  private func isFormula(_ content: Range<Int>, display: Bool) -> Bool {
    guard !content.isEmpty else { return false }
    var previous: UInt8 = 0
    var hasWord = false
    for index in content {
      let byte = bytes[index]
      hasWord = hasWord || (Byte.isLetter(previous) && Byte.isLetter(byte))
      if previous == Byte.backslash, Byte.isLetter(byte) { return true }
      if !display, byte == 0x5E || byte == Byte.equals || byte == Byte.underscore { return true }
      previous = byte
    }
    // Letters that stand alone are variables.
    return !display && (content.count <= 3 || !hasWord)
  }

  /// The end of `$…$` or `$$…$$`; a price is none: the inside touches both marks, and no digit
  /// follows the closing one.
  mutating func dollars(at index: Int) -> Int? {
    let isDisplay = index + 1 < range.upperBound && bytes[index + 1] == Byte.dollar
    let start = index + (isDisplay ? 2 : 1)
    guard !lacks.contains(isDisplay ? 1 : 0) else { return nil }
    guard start < range.upperBound, isDisplay || !Byte.isBlank(bytes[start]) else { return nil }
    var end = start
    while end < range.upperBound, bytes[end] != Byte.dollar {
      end += bytes[end] == Byte.backslash ? 2 : 1
    }
    guard end < range.upperBound else {
      lacks.insert(isDisplay ? 1 : 0)
      return nil
    }
    if isDisplay {
      guard end > start, end + 1 < range.upperBound, bytes[end + 1] == Byte.dollar else {
        return nil
      }
      return end + 2
    }
    guard end > start, !Byte.isBlank(bytes[end - 1]) else { return nil }
    if end + 1 < range.upperBound, Byte.isDigit(bytes[end + 1]) { return nil }
    return end + 1
  }
}
