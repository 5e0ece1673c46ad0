/// A question as a bank had it when it was merged into another: what a merged entry was made of.
public struct EntrySource: Sendable, Hashable {
  /// The bank's name.
  public var bank: String
  /// The path shown to people, as it was then.
  public var file: String
  /// First line of the question, as it was then.
  public var line: Int
  /// The id that the entry had in its bank.
  public var id: String
  /// By which merge it came in, from 1.
  public var merge: Int
  /// Whether it is the merged entry as somebody changed it by hand, which counts before all older
  /// sources.
  public var isEdit = false
  /// What it asks of its reader.
  public var kind: EntryKind
  /// The wording.
  public var text: String
  /// The difficulty that the bank states.
  public var difficulty: Difficulty?
  /// The headings above the question.
  public var section: [String]
  /// The lead-in.
  public var context: String?
  /// The hint.
  public var hint: String?
  /// The answer.
  public var answer: String?
  /// Tags that the bank gives.
  public var tags: [String]
  /// The source that the bank cites.
  public var origin: String?

  /// What an entry is before it is merged.
  public init(_ entry: Entry, merge: Int) {
    bank = entry.bank
    file = entry.file
    line = entry.line
    id = entry.id
    self.merge = merge
    kind = entry.kind
    text = entry.text
    difficulty = entry.difficulty
    section = entry.section
    context = entry.context
    hint = entry.hint
    answer = entry.answer
    tags = entry.tags
    origin = entry.origin
  }

  /// Equal for the same content of the same bank, wherever it stood and whenever it came in. Bytes:
  /// strings that only look alike are different wordings.
  public var contentKey: [UInt8] {
    var key: [UInt8] = [isEdit ? 1 : 0]
    let parts = [
      bank, id, kind.rawValue, text, difficulty?.rawValue, context, hint, answer, origin,
    ]
    for part in parts + [nil] + section + [nil] + tags {
      key.append(part == nil ? 0xFE : 0xFF)
      key += Array((part ?? "").utf8)
    }
    return key
  }
}
