/// A query whose answers are known, because it was made from them.
public struct KnownItemQuery: Sendable, Hashable {
  /// The kind, and a number.
  public let id: String
  /// How it was made.
  public let kind: KnownItemKind
  /// What is asked.
  public let text: String
  /// Ids of the entries that are to be found: the one that it was made from, and those with the
  /// same text.
  public let relevant: [String]
  /// Ids of entries that do not count as results.
  public let excluded: [String]
}
