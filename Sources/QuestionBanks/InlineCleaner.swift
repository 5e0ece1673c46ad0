/// Takes Markdown's and HTML's inline marks off a range of text and keeps what a reader sees.
///
/// Emphasis marks, link targets, images, anchors, comments and escapes go; link texts, code and
/// formulas stay, code without its backticks and formulas with their dollars. Formulas escaped for
/// Markdown (`\\(x\_i\\)`) come out as LaTeX (`\(x_i\)`). Every pairing (brackets, code, emphasis)
/// is found in one pass beforehand, so that hostile lines of a megabyte take linear time.
struct InlineCleaner {
  private let bytes: ByteView
  private let range: Range<Int>
  private var pairs: InlinePairs
  /// A `<br>` becomes this byte: a line break in answers, a blank in questions.
  private let lineBreak: UInt8
  private var output: ByteWriter
  /// Where the clean text begins in the output.
  private let start: Int

  /// The clean bytes of a range: blanks are joined and trimmed. They lie in the arena, or where
  /// they stand if nothing needs cleaning.
  static func clean(
    _ bytes: ByteView, _ range: Range<Int>, keepsLines: Bool = false, in arena: TextArena
  ) -> ByteView {
    guard MarkSearch.isMarked(bytes.view(range)) else { return bytes.view(range) }
    var writer = arena.writer(limit: range.count)
    appendMarked(bytes, range, keepsLines: keepsLines, to: &writer, arena)
    return arena.keep(writer)
  }

  /// Writes the clean bytes of a range, which are no more than the range has.
  static func append(
    _ bytes: ByteView, _ range: Range<Int>, keepsLines: Bool = false, to writer: inout ByteWriter,
    _ arena: TextArena
  ) {
    let text = bytes.view(range)
    guard MarkSearch.isMarked(text) else { return writer.append(text) }
    appendMarked(bytes, range, keepsLines: keepsLines, to: &writer, arena)
  }

  private static func appendMarked(
    _ bytes: ByteView, _ range: Range<Int>, keepsLines: Bool, to writer: inout ByteWriter,
    _ arena: TextArena
  ) {
    // The memory of the pairs is used again and again.
    var pairs = InlinePairs()
    swap(&pairs, &arena.pairs)
    pairs.find(bytes, range)
    var cleaner = InlineCleaner(bytes, range, pairs, keepsLines: keepsLines, writer)
    cleaner.run()
    writer = cleaner.output
    pairs = InlinePairs()
    swap(&cleaner.pairs, &arena.pairs)
  }

  private init(
    _ bytes: ByteView, _ range: Range<Int>, _ pairs: InlinePairs, keepsLines: Bool,
    _ output: ByteWriter
  ) {
    self.bytes = bytes
    self.range = range
    self.pairs = pairs
    lineBreak = keepsLines ? 0x0A : Byte.space
    self.output = output
    start = output.count
  }

  /// The last byte of the clean text so far.
  private var last: UInt8? { output.count > start ? output.last : nil }

  private mutating func run() {
    emit(range)
    while let last, last == Byte.space || last == 0x0A { output.cut(to: output.count - 1) }
  }

  /// Cleans a part of the range; link texts are cleaned by a nested call.
  private mutating func emit(_ part: Range<Int>) {
    var index = part.lowerBound
    while index < part.upperBound {
      let byte = bytes[index]
      switch byte {
      case Byte.backslash: index = escape(index, part.upperBound)
      case Byte.backtick: index = code(index, part.upperBound)
      case Byte.asterisk, Byte.underscore, Byte.tilde: index = emphasis(index, part.upperBound)
      case Byte.openBracket: index = link(index, part.upperBound)
      case Byte.exclamation: index = image(index, part.upperBound)
      case Byte.less: index = tag(index, part.upperBound)
      case Byte.ampersand: index = entity(index, part.upperBound)
      case Byte.dollar: index = formula(index, part.upperBound)
      case Byte.space, Byte.tab, 0x0A, 0x0D:
        space()
        index += 1
      case 0xC2 where index + 1 < part.upperBound && bytes[index + 1] == 0xA0:
        space()
        index += 2
      default:
        let next = max(index + 1, MarkSearch.plainEnd(bytes, index, part.upperBound))
        output.append(bytes.view(index..<next))
        index = next
      }
    }
  }

  private mutating func space() {
    guard let last, last != Byte.space, last != 0x0A else { return }
    output.append(Byte.space)
  }

  private mutating func breakLine() {
    guard lineBreak == 0x0A else { return space() }
    while last == Byte.space { output.cut(to: output.count - 1) }
    if let last, last != 0x0A { output.append(0x0A) }
  }

  // MARK: escapes and formulas

  private mutating func escape(_ index: Int, _ end: Int) -> Int {
    if let close = pairs.escapedFormula(at: index), close <= end {
      appendUnescaped(index..<close)
      return close
    }
    if let close = pairs.formula(at: index), close <= end {
      output.append(bytes.view(index..<close))
      return close
    }
    guard index + 1 < end else {
      output.append(Byte.backslash)
      return index + 1
    }
    let next = bytes[index + 1]
    guard InlineCleaner.isPunctuation(next) else {
      output.append(Byte.backslash)
      return index + 1
    }
    output.append(next)
    return index + 2
  }

  /// A formula escaped for Markdown: one layer of escapes goes.
  private mutating func appendUnescaped(_ part: Range<Int>) {
    var index = part.lowerBound
    while index < part.upperBound {
      if bytes[index] == Byte.backslash, index + 1 < part.upperBound,
        InlineCleaner.isPunctuation(bytes[index + 1])
      {
        index += 1
      }
      output.append(bytes[index])
      index += 1
    }
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !Byte.isLetter(byte) && !Byte.isDigit(byte)
  }

  private mutating func formula(_ index: Int, _ end: Int) -> Int {
    let close = pairs.formula(at: index) ?? index + 1
    output.append(bytes.view(index..<min(close, end)))
    return min(close, end)
  }

  // MARK: code and emphasis

  private mutating func code(_ index: Int, _ end: Int) -> Int {
    guard let run = pairs.code(at: index), run.close <= end else {
      var next = index
      while next < end, bytes[next] == Byte.backtick { next += 1 }
      output.append(bytes.view(index..<next))
      return next
    }
    var content = (index + run.length)..<(run.close - run.length)
    // One blank at each end only sets off a backtick inside.
    if content.count > 2, bytes[content.lowerBound] == Byte.space,
      bytes[content.upperBound - 1] == Byte.space
    {
      content = (content.lowerBound + 1)..<(content.upperBound - 1)
    }
    output.append(bytes.view(content))
    return run.close
  }

  private mutating func emphasis(_ index: Int, _ end: Int) -> Int {
    if let length = pairs.emphasis(at: index) { return min(index + length, end) }
    // The whole run is looked at once: a later part of it is no mark of its own.
    var next = index
    while next < end, bytes[next] == bytes[index] { next += 1 }
    output.append(bytes.view(index..<next))
    return next
  }

  // MARK: links and images

  private mutating func link(_ index: Int, _ end: Int) -> Int {
    guard let close = pairs.bracket(at: index), close < end else {
      output.append(Byte.openBracket)
      return index + 1
    }
    guard let target = targetEnd(after: close, end) else {
      output.append(Byte.openBracket)
      return index + 1
    }
    emit((index + 1)..<close)
    return target
  }

  /// The end of `(target)` or `[reference]` right after a closing bracket.
  private func targetEnd(after close: Int, _ end: Int) -> Int? {
    let next = close + 1
    guard next < end else { return nil }
    if bytes[next] == Byte.openParenthesis || bytes[next] == Byte.openBracket,
      let targetClose = pairs.bracket(at: next), targetClose < end
    {
      return targetClose + 1
    }
    return nil
  }

  private mutating func image(_ index: Int, _ end: Int) -> Int {
    if index + 1 < end, bytes[index + 1] == Byte.openBracket,
      let close = pairs.bracket(at: index + 1), let target = targetEnd(after: close, end)
    {
      return target
    }
    output.append(Byte.exclamation)
    return index + 1
  }

  // MARK: HTML

  private mutating func tag(_ index: Int, _ end: Int) -> Int {
    guard let found = HTMLTag(bytes, index..<end) else {
      output.append(Byte.less)
      return index + 1
    }
    switch found.kind {
    case .lineBreak: breakLine()
    case .autolink: output.append(bytes.view((index + 1)..<(found.end - 1)))
    case .block: space()
    case .inline, .comment: break
    }
    return found.end
  }

  private mutating func entity(_ index: Int, _ end: Int) -> Int {
    guard let found = HTMLEntity.decode(bytes, index..<end) else {
      output.append(Byte.ampersand)
      return index + 1
    }
    if found.scalar == "\u{A0}" {
      space()
    } else {
      output.append(contentsOf: String(found.scalar).utf8)
    }
    return found.end
  }
}
