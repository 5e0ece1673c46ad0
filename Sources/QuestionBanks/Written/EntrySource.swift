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

  /// The ``contentHash`` that it had when it was written, where it is another now; else nil.
  public var writtenHash: UInt64?

  /// A hash of its bank and content, wherever it stood and whenever it came in: FNV-1a of bytes,
  /// for strings that only look alike are different wordings.
  public var contentHash: UInt64 {
    let parts = [bank, kind.rawValue, text, difficulty?.rawValue, context, hint, answer, origin]
    return FieldHash.of([isEdit ? "edit" : ""] + parts + [nil] + section + [nil] + tags)
  }

  /// What tells sources apart: what it was when it was written, even if what it has in common with
  /// the merged entry was changed with that.
  public var identity: UInt64 { writtenHash ?? contentHash }

  /// Whether it has something of the merged entry that was changed since it was written.
  public var isStale: Bool { writtenHash != nil }
}

/// Hashes lists of values, of which nil is not the same as empty.
enum FieldHash {
  static func of(_ values: [String?]) -> UInt64 {
    var hash = ContentHasher.basis
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* ContentHasher.prime }
    for value in values {
      add(value == nil ? 0xFE : 0xFF)
      for byte in (value ?? "").utf8 { add(byte) }
    }
    return hash
  }
}

extension Entry {
  /// A hash of what a written bank shows of it, but for its section: tells that it was changed.
  var shownHash: UInt64 {
    FieldHash.of(
      [text, answer, context, hint, origin, kind.rawValue, difficulty?.rawValue] + tags)
  }
}
