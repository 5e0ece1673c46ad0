import InvertedIndex
import QuestionBanks

/// Which entries a search may find. Of the values of one kind an entry has any, and it has one of
/// every kind that is named. Names are compared byte by byte.
public struct SearchFilter: Sendable, Hashable {
  /// Names of banks.
  public var banks: [String]
  /// Difficulties that banks state.
  public var levels: [Difficulty]
  /// What entries ask of their reader.
  public var kinds: [EntryKind]
  /// Tags.
  public var tags: [String]
  /// Sources that banks cite.
  public var origins: [String]
  /// Only entries with an answer.
  public var hasAnswer: Bool

  /// A filter; what is not named is not asked for.
  public init(
    banks: [String] = [], levels: [Difficulty] = [], kinds: [EntryKind] = [], tags: [String] = [],
    origins: [String] = [], hasAnswer: Bool = false
  ) {
    self.banks = banks
    self.levels = levels
    self.kinds = kinds
    self.tags = tags
    self.origins = origins
    self.hasAnswer = hasAnswer
  }

  /// Whether all entries pass.
  public var isEmpty: Bool { self == SearchFilter() }

  /// The filter as the index has it.
  var documentFilter: DocumentFilter {
    let clauses = [
      banks.map(Self.bank), levels.map(Self.level), kinds.map(Self.kind), tags.map(Self.tag),
      origins.map(Self.origin), hasAnswer ? [Self.answer] : [],
    ]
    return DocumentFilter(clauses.filter { !$0.isEmpty })
  }

  /// The attributes that an entry's document has. One that is longer than an index holds is left
  /// out: nothing is found by it.
  static func attributes(of entry: Entry) -> [String] {
    var attributes = [bank(entry.bank), kind(entry.kind)]
    if let difficulty = entry.difficulty { attributes.append(level(difficulty)) }
    attributes += entry.tags.map(tag)
    if let source = entry.origin { attributes.append(origin(source)) }
    if entry.answer != nil { attributes.append(answer) }
    return attributes.filter { $0.utf8.count <= Document.attributeLengthLimit }
  }

  private static let answer = "has=answer"
  private static func bank(_ name: String) -> String { "bank=" + name }
  private static func level(_ level: Difficulty) -> String { "level=" + level.rawValue }
  private static func kind(_ kind: EntryKind) -> String { "kind=" + kind.rawValue }
  private static func tag(_ tag: String) -> String { "tag=" + tag }
  private static func origin(_ origin: String) -> String { "origin=" + origin }
}
