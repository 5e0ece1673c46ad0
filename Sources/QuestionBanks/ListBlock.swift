/// A list item or a line of plain text, with its continuation lines, as list readers see it.
///
/// It is kept small and refers to nothing that is counted: a section holds very many, and they are
/// handed around.
struct ListBlock {
  enum Kind {
    /// A list item; `depth` is 1 or more.
    case item
    /// A line of text, or a paragraph of wrapped lines.
    case bare
    /// Lines of code.
    case code
    /// A line of capitals that stands for a heading.
    case capitals
    /// A quotation, table, picture or HTML: never an item, may belong to one.
    case other
  }

  var kind: Kind
  var marker = ListMarker.none
  var isBlankBefore = false
  private var shortDepth: UInt8 = 0
  private var shortIndent: UInt16 = 0
  private var lines: LineSpan
  private var fenceLine: Int32 = -1
  /// Lines, 0-based, inclusive.
  var first: Int { Int(lines.start) }
  var last: Int {
    get { Int(lines.end) }
    set { lines.end = UInt32(clamping: newValue) }
  }
  var depth: Int { Int(shortDepth) }
  var indent: Int { Int(shortIndent) }
  /// The line that opens the fence in which the text was quoted, or -1.
  var fence: Int {
    get { Int(fenceLine) }
    set { fenceLine = Int32(clamping: newValue) }
  }
  var isQuoted: Bool { fenceLine >= 0 }
  var text: ItemText
  var evidence: QuestionEvidence
  /// The text begins with "Hint:" or "Note:".
  var isHint = false
  /// The text begins with "Answer:".
  var isAnswer = false
  /// The text is bold as a whole, but for a link behind it.
  var isBold = false
  /// The text begins with a label ("Q:") or in bold: its answer may stand behind it.
  var isSetOff = false
  /// The content is a link to a heading of the file.
  var isContents = false
  /// The content is nothing but a link.
  var isLink = false

  /// A choice under a question: a box or a letter stands before what does not ask.
  var isOption: Bool {
    switch marker {
    case .letter: kind == .item && !isTagged && strength < .medium
    default: false
    }
  }
  /// A box to tick with the tag of a low priority.
  var isLowTask: Bool {
    guard marker == .checked || marker == .unchecked else { return false }
    let start = text.text.prefix(5).map(Byte.lowered)
    return start.starts(with: "[l]".utf8) || start.starts(with: "[low]".utf8)
      || start.starts(with: "(low)".utf8)
  }
  var isTagged: Bool { text.difficulty != nil }
  var strength: QuestionEvidence.Strength {
    isLink && !isTagged ? min(evidence.strength, .weak) : evidence.strength
  }

  /// Reads the block that begins at a line, with the given content.
  /// `known` is what was read of that content before.
  init(
    _ kind: Kind, _ document: Document, _ line: Int, content: Range<Int>,
    known: FenceUse.LineText? = nil
  ) {
    self.kind = kind
    lines = LineSpan(line, line)
    text = known?.text ?? ItemText(document, content)
    evidence = known?.evidence ?? text.evidence
    shortDepth = document.lines[line].depth
    shortIndent = document.lines[line].indent
    marker = document.lines[line].marker
    let body = TrailingLink.split(document.bytes, content).body
    isBold =
      body.count > 4 && document.bytes[body.lowerBound] == Byte.asterisk
      && document.bytes[body.lowerBound + 1] == Byte.asterisk
      && document.bytes[body.upperBound - 1] == Byte.asterisk
      && document.bytes[body.upperBound - 2] == Byte.asterisk
    isSetOff =
      text.isLabelled || document.begins(content, twice: Byte.asterisk)
      || document.begins(content, twice: Byte.underscore)
    isContents = document.isAnchorLink(content)
    isLink = document.isLink(content)
    let hint = HintLabel.whole(text.text, allowsNotes: true)
    if hint.length > 0 {
      isHint = true
      text.text = text.text.view((hint.start + hint.length)..<hint.end)
      text.text = text.text.view(from: text.text.prefix(while: Byte.isBlank).count)
    }
    isAnswer = AnswerLabel.length(text.text) > 0
  }

  /// Adds a continuation line; wrapped text goes on in the same line.
  mutating func join(_ document: Document, _ line: Int, separator: UInt8) {
    text.join(document, line, separator: separator)
    last = line
  }

  /// To be called after the last line was added.
  mutating func settle() {
    text.settle()
    evidence = text.evidence
  }

  /// Whether the text announces that something of its own follows.
  var expectsMore: Bool { Expectation.of(text.text) }

  /// Whether the text goes on in the next block: it ends with a colon or a comma.
  var endsOpen: Bool {
    guard let last = text.text.last else { return false }
    return last == Byte.colon || last == Byte.comma
  }
}

/// The words that begin an answer.
enum AnswerLabel {
  private static let labels = [
    "answer:", "ans:", "a:", "solution:", "answers:", "antwort:", "respuesta:", "réponse:",
  ].map { Array($0.utf8) }

  /// The length of the label at the beginning of a text, or 0.
  static func length(_ text: ByteView) -> Int {
    guard let first = text.first.map(Byte.lowered),
      first == 0x61 || first == 0x72 || first == 0x73
    else { return 0 }
    for label in labels where label[0] == first {
      if ByteSearch.matches(text, at: 0, label) { return label.count }
    }
    return 0
  }
}

/// Whether a text announces that something follows which belongs to it.
enum Expectation {
  private static let words = ["following", "as follows", "below", "like this", "these statements"]
    .map { Array($0.utf8) }

  static func of(_ text: ByteView) -> Bool {
    if text.last == Byte.colon { return true }
    // Each of the words has one of three pairs of letters, which are rare: "ow", "ik", "em".
    var index = 1
    while index < text.count {
      if index <= text.count - ByteBlock.width {
        let first = ByteBlock(text, index - 1).lowered
        let second = ByteBlock(text, index).lowered
        let pairs =
          (first.equal(0x6F) & second.equal(0x77)) | (first.equal(0x69) & second.equal(0x6B))
          | (first.equal(0x65) & second.equal(0x6D))
        index += pairs.first
        if pairs.isEmpty { continue }
      }
      defer { index += 1 }
      let letter = text[index] | 0x20
      guard letter == 0x77 || letter == 0x6B || letter == 0x6D, index >= 2 else { continue }
      // Before the pair stands "l", "l" or "t": not in "how".
      let before = text[index - 2] | 0x20
      guard before == (letter == 0x6D ? 0x74 : 0x6C) else { continue }
      switch (text[index - 1] | 0x20, letter) {
      case (0x6F, 0x77): if has(text, index, [(0, 5), (1, 8), (2, 4)]) { return true }
      case (0x69, 0x6B): if has(text, index, [(3, 2)]) { return true }
      case (0x65, 0x6D): if has(text, index, [(4, 11)]) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether one of the words stands in a text so that its letter at an offset is at an index.
  private static func has(
    _ text: ByteView, _ index: Int, _ places: [(word: Int, offset: Int)]
  ) -> Bool {
    places.contains { ByteSearch.matches(text, at: index - $0.offset, words[$0.word]) }
  }

  private static let data = [
    "this program", "this code", "this snippet", "this function", "this query", "this table",
    "this class", "this matrix", "this graph", "this data", "this output", "this loop",
    "these counts", "these data", "these numbers", "these results", "these figures",
    "these tables", "these rows", "these values", "these lines",
  ].map { Array($0.utf8) }

  private static let figures = [
    "look like this", "looks like this", "figure below", "plot below", "picture below",
    "graph below", "chart below", "diagram below", "image below",
  ].map { Array($0.utf8) }

  /// Whether a text speaks of a figure as if it stood below.
  static func pointsAtFigure(_ text: ByteView) -> Bool {
    ByteSearch.contains(text, anyOf: figures)
  }

  /// Whether a text speaks of code, a table or figures as if they stood beside it.
  static func pointsAtData(_ text: ByteView) -> Bool {
    // All of the words begin with "th", which stands in few places.
    var previous: UInt8 = 0
    for (index, byte) in text.buffer.enumerated() {
      let letter = byte | 0x20
      if letter == 0x68, previous == 0x74,
        data.contains(where: { ByteSearch.matches(text, at: index - 1, $0) })
      {
        return true
      }
      previous = letter
    }
    return false
  }
}
