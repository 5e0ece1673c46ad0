/// One question with its parts, as one file of a bank has it.
///
/// Lines are 1-based and inclusive. Byte ranges are half-open and count bytes of the original file,
/// before any repair. The lines of an entry are those of the question itself with its options, code
/// and hint; the answer and the context have lines of their own.
public struct Entry: Sendable, Hashable {
  /// A short name made of the content and the bank; see ``EntryIdentifier``.
  public var id: String
  /// The bank's name.
  public var bank: String
  /// The path shown to people.
  public var file: String
  /// First line of the question.
  public var line: Int
  /// Last line of the question.
  public var lineEnd: Int
  /// Offset of the first byte of ``line``.
  public var byteStart: Int
  /// Offset after the last byte of ``lineEnd``, without its line break.
  public var byteEnd: Int
  /// What the entry asks of its reader.
  public var kind: EntryKind
  /// The question without marks of its format. Options and code follow on lines of their own.
  public var text: String
  /// The difficulty that the bank states.
  public var difficulty: Difficulty?
  /// The headings above the question, outermost first.
  public var section: [String]
  /// The lead-in, label or parent question without which the text is not understood.
  public var context: String?
  /// A hint or note that the bank gives with the question.
  public var hint: String?
  /// The answer, where the bank has one.
  public var answer: String?
  /// First line of the answer.
  public var answerLine: Int?
  /// Last line of the answer.
  public var answerLineEnd: Int?
  /// Tags that the bank gives.
  public var tags: [String]
  /// The source that the bank cites.
  public var origin: String?
  /// What the entry was merged of; empty where it was never merged.
  public var sources: [EntrySource] = []
  /// Whether somebody changed it by hand since it was written with ``sources``.
  public var isEdited = false

  /// Makes an entry of its parts.
  public init(
    id: String = "", bank: String, file: String, line: Int, lineEnd: Int, byteStart: Int,
    byteEnd: Int, kind: EntryKind, text: String, difficulty: Difficulty? = nil,
    section: [String] = [], context: String? = nil, hint: String? = nil, answer: String? = nil,
    answerLine: Int? = nil, answerLineEnd: Int? = nil, tags: [String] = [], origin: String? = nil
  ) {
    self.id = id
    self.bank = bank
    self.file = file
    self.line = line
    self.lineEnd = lineEnd
    self.byteStart = byteStart
    self.byteEnd = byteEnd
    self.kind = kind
    self.text = text
    self.difficulty = difficulty
    self.section = section
    self.context = context
    self.hint = hint
    self.answer = answer
    self.answerLine = answerLine
    self.answerLineEnd = answerLineEnd
    self.tags = tags
    self.origin = origin
  }
}
