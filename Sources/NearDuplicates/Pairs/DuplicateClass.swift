/// How two questions are to each other.
public enum DuplicateClass: String, Sendable, CaseIterable {
  /// The same after normalization: case, punctuation, variants of spelling, tags, numbers in front.
  case exact
  /// The same words but for small edits.
  case near
  /// Asked in other words.
  case same
  /// Alike, and kept apart by what differs.
  case contrast
  /// About much the same.
  case related
}
