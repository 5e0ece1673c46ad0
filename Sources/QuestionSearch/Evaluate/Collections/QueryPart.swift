/// A part of a collection's queries.
public enum QueryPart: String, Sendable, Codable, Hashable, CaseIterable {
  /// Queries on which parameters may be chosen.
  case development
  /// Queries that no choice may look at.
  case test
  /// Both.
  case all
}
