/// The text of an item without what its format adds: numbers, tags, labels, anchors, emoji, hints.
struct ItemText: Sendable {
  /// The clean text; lines are separated by line breaks.
  var text: [UInt8] = []
  var difficulty: Difficulty?
  /// A link that the item cites, not its own text.
  var origin: String?
  /// A hint written behind the question.
  var hint: String?
  /// A number, or a label such as `Q7:`, stood before the text.
  var isNumbered = false
  /// A label such as `Question:` stood before the text.
  var isLabelled = false

  var string: String { String(decoding: text, as: UTF8.self) }
  var evidence: QuestionEvidence { QuestionEvidence(text) }

  /// Reads the item in a range of bytes of one line.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    let (body, link) = TrailingLink.split(bytes, BackLink.trimmed(bytes, range))
    origin = link
    var clean = InlineCleaner.clean(bytes, body)
    var prefix = ItemPrefix(clean)
    prefix.read()
    difficulty = prefix.difficulty
    isNumbered = prefix.isNumbered
    isLabelled = prefix.isLabelled
    clean.removeFirst(prefix.length)
    let suffix = ItemSuffix(clean)
    difficulty = difficulty ?? suffix.difficulty
    clean.removeLast(clean.count - suffix.end)
    text = clean
    if difficulty == nil { cutTagBeforeMark() }
    if difficulty != nil, namesOtherDifficulty { difficulty = nil }
    splitHint()
  }

  /// Takes out a tag that stands before the question mark: `Why (★★☆)?`.
  private mutating func cutTagBeforeMark() {
    let close = text.count - 2
    guard close > 0, text[close + 1] == Byte.question, text[close] == Byte.closeParenthesis,
      let open = text[max(0, close - 24)..<close].lastIndex(of: Byte.openParenthesis), open > 0,
      let tag = DifficultyMark.tag(text, at: open), tag.end == close + 1
    else { return }
    difficulty = tag.difficulty
    let start = text[..<open].lastIndex { !Byte.isBlank($0) }.map { $0 + 1 } ?? open
    text.removeSubrange(start...close)
  }

  /// Whether a tag of another difficulty stands within the text: a line that explains the tags.
  private var namesOtherDifficulty: Bool {
    text.indices.contains { index in
      guard text[index] == Byte.openBracket, let tag = DifficultyMark.tag(text, at: index) else {
        return false
      }
      return tag.difficulty != difficulty
    }
  }

  /// Adds a further line of the item on a line of its own, code as it is.
  mutating func join(_ document: Document, _ line: Int, separator: UInt8 = 0x0A) {
    let range = document.content(line)
    guard !range.isEmpty else { return }
    if !text.isEmpty { text.append(separator) }
    if document.lines[line].kind.isCode {
      let indent = Int(min(document.lines[line].indent, 64))
      text.append(contentsOf: repeatElement(Byte.space, count: indent))
      text.append(contentsOf: document.bytes[range])
    } else {
      text.append(contentsOf: InlineCleaner.clean(document.bytes, range))
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
    var hintBytes = Array(text[(start + label)...].drop(while: Byte.isBlank))
    if end < start, text[end..<start].contains(Byte.openParenthesis),
      hintBytes.last == Byte.closeParenthesis
    {
      hintBytes.removeLast()
    }
    hint = String(decoding: hintBytes, as: UTF8.self)
    text.removeLast(text.count - end)
  }
}
