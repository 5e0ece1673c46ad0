/// Finds the bytes at which something happens in a text.
enum MarkSearch {
  /// What a byte may be, as bits of a table of all bytes.
  private enum Class {
    /// May come out of cleaning other than it stands: ``$ & * < \ _ ` ~``, tab, and the lead byte
    /// of the no-break space.
    static let cleaned: UInt8 = 1
    /// `[`, which is taken off where a link's target follows.
    static let bracket: UInt8 = 16
    /// Ends what is copied as it is: those, `[`, `!` before an image, and line breaks.
    static let stop: UInt8 = 2
    /// One of ``$ ( ) * [ \ ] _ ` ~``.
    static let pair: UInt8 = 4
    /// A blank, which is dropped behind another.
    static let space: UInt8 = 8
  }

  /// The classes of all bytes. Made once, never freed or changed.
  private nonisolated(unsafe) static let classes: UnsafePointer<UInt8> = {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    table.initialize(repeating: 0, count: 256)
    func mark(_ bytes: some Sequence<UInt8>, _ bits: UInt8) {
      for byte in bytes { table[Int(byte)] |= bits }
    }
    mark("\t$&*<\\_`~".utf8, Class.cleaned | Class.stop)
    mark([Byte.openBracket], Class.bracket | Class.stop)
    mark([0xC2], Class.cleaned | Class.stop)
    mark("!\n\r".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, Class.stop)
    mark("$()*[\\]_`~".utf8, Class.pair)
    mark([Byte.space], Class.space)
    return UnsafePointer(table)
  }()

  /// Whether anything in a text could need cleaning: a mark, two blanks in a row, or a blank at one
  /// of its ends.
  static func isMarked(_ text: ByteView) -> Bool {
    guard let last = text.last else { return false }
    let classes = classes
    var index = 0
    var all: UInt8 = 0
    while index < text.count - ByteBlock.width {
      let block = ByteBlock(text, index)
      let next = ByteBlock(text, index + 1)
      let marks =
        block.equal(Byte.tab) | block.equal(Byte.dollar) | block.equal(Byte.ampersand)
        | block.equal(Byte.asterisk) | block.equal(Byte.less) | block.equal(Byte.backslash)
        | block.within(Byte.underscore, Byte.backtick) | block.equal(Byte.tilde)
        | block.equal(0xC2) | (block.equal(Byte.space) & next.equal(Byte.space))
      guard marks.isEmpty else { return true }
      if !block.equal(Byte.openBracket).isEmpty { all |= Class.bracket }
      index += ByteBlock.width
    }
    if text[0] == Byte.space { return true }
    var previous: UInt8 = index == 0 ? Class.space : 0
    for byte in text.buffer[index...] {
      let kind = classes[Int(byte)]
      all |= kind
      if (kind & Class.cleaned) | (kind & previous & Class.space) != 0 { return true }
      previous = kind
    }
    return last == Byte.space
      || (all & Class.bracket != 0 && (hasLineBreak(text) || hasTarget(text)))
  }

  private static func hasLineBreak(_ text: ByteView) -> Bool {
    ByteSearch.contains(0x0D, text, 0..<text.count)
      || ByteSearch.contains(0x0A, text, 0..<text.count)
  }

  /// Whether a closing bracket stands right before another part of a link.
  private static func hasTarget(_ text: ByteView) -> Bool {
    var from = 0
    while let close = ByteSearch.first(Byte.closeBracket, text, from..<text.count) {
      from = close + 1
      guard from < text.count else { return false }
      if text[from] == Byte.openParenthesis || text[from] == Byte.openBracket { return true }
    }
    return false
  }

  /// The end of the bytes from an index on that come out of cleaning as they are: no marks, and
  /// single blanks within them.
  static func plainEnd(_ text: ByteView, _ start: Int, _ end: Int) -> Int {
    let part = text.view(start..<end)
    let classes = classes
    var previous = Class.space
    var index = 0
    for byte in part.buffer {
      let kind = classes[Int(byte)]
      if (kind & Class.stop) | (kind & previous & Class.space) != 0 { break }
      previous = kind
      index += 1
    }
    return start + index
  }

  /// The first of ``$ ( ) * [ \ ] _ ` ~`` from an index on, or the end.
  static func pairMark(_ text: ByteView, _ start: Int, _ end: Int) -> Int {
    let part = text.view(start..<end)
    let classes = classes
    var index = 0
    for byte in part.buffer {
      if classes[Int(byte)] & Class.pair != 0 { break }
      index += 1
    }
    return start + index
  }
}
