/// The text of an item without what its format adds: numbers, tags, labels, anchors, emoji, hints.
struct ItemText {
  /// The clean text; lines are separated by line breaks.
  var text: ByteView {
    get { growing.view }
    set { growing = GrowingText(newValue) }
  }
  private var growing = GrowingText()
  var difficulty: Difficulty?
  /// A link that the item cites, not its own text.
  var origin: ByteView?
  /// A hint written behind the question.
  var hint: ByteView?
  /// A number, or a label such as `Q7:`, stood before the text.
  var isNumbered = false
  /// A label such as `Question:` stood before the text.
  var isLabelled = false

  var string: String { text.string }
  var evidence: QuestionEvidence { QuestionEvidence(text) }

  /// Reads the item in a range of bytes of one line.
  init(_ document: Document, _ range: Range<Int>) {
    let bytes = document.bytes
    let (body, link) = TrailingLink.split(bytes, BackLink.trimmed(bytes, range))
    origin = link
    let clean = document.clean(body)
    var prefix = ItemPrefix(clean)
    prefix.read()
    difficulty = prefix.difficulty
    isNumbered = prefix.isNumbered
    isLabelled = prefix.isLabelled
    let rest = clean.view(from: prefix.length)
    let suffix = ItemSuffix(rest)
    difficulty = difficulty ?? suffix.difficulty
    text = rest.view(0..<suffix.end)
    if difficulty == nil { cutTagBeforeMark(document.arena) }
    if difficulty != nil, namesOtherDifficulty { difficulty = nil }
    splitHint()
  }

  /// Takes out a tag that stands before the question mark: `Why (★★☆)?`.
  private mutating func cutTagBeforeMark(_ arena: TextArena) {
    let close = text.count - 2
    guard close > 0, text[close + 1] == Byte.question, text[close] == Byte.closeParenthesis,
      let open = text[max(0, close - 24)..<close].lastIndex(of: Byte.openParenthesis), open > 0,
      let tag = DifficultyMark.tag(text, at: open), tag.end == close + 1
    else { return }
    difficulty = tag.difficulty
    let start = text[..<open].lastIndex { !Byte.isBlank($0) }.map { $0 + 1 } ?? open
    text = arena.joined([text.view(0..<start), text.view(from: close + 1)], separator: nil)
  }

  /// Whether a tag of another difficulty stands within the text: a line that explains the tags.
  private var namesOtherDifficulty: Bool {
    let text = text
    var from = 0
    while let index = ByteSearch.first(Byte.openBracket, text, from..<text.count) {
      if let tag = DifficultyMark.tag(text, at: index), tag.difficulty != difficulty { return true }
      from = index + 1
    }
    return false
  }

  /// Adds a further line of the item on a line of its own, code as it is.
  mutating func join(_ document: Document, _ line: Int, separator: UInt8 = 0x0A) {
    let range = document.content(line)
    guard !range.isEmpty else { return }
    let indent = document.lines[line].kind.isCode ? Int(min(document.lines[line].indent, 64)) : 0
    document.arena.extend(&growing, by: 1 + indent + range.count) { writer in
      if writer.count > 0 { writer.append(separator) }
      if document.lines[line].kind.isCode {
        writer.appendBlanks(indent)
        writer.append(document.bytes.view(range))
      } else {
        InlineCleaner.append(document.bytes, range, to: &writer, document.arena)
      }
    }
  }

  /// To be called after the last line was added: a hint may stand behind any of them.
  mutating func settle() {
    if hint == nil { splitHint() }
  }

  /// Cuts off a hint that follows the question in the same line.
  private mutating func splitHint() {
    guard let start = HintLabel.position(in: text) else { return }
    let label = HintLabel.length(text, at: start)
    var end = start
    while end > 0, Byte.isBlank(text[end - 1]) || text[end - 1] == Byte.openParenthesis { end -= 1 }
    guard end > 0 else { return }
    var rest = text.view(from: start + label)
    rest = rest.view(from: rest.prefix(while: Byte.isBlank).count)
    if end < start, text[end..<start].contains(Byte.openParenthesis),
      rest.last == Byte.closeParenthesis
    {
      rest = rest.view(0..<(rest.count - 1))
    }
    hint = rest
    text = text.view(0..<end)
  }
}
