import IndexStorage

/// The parts of a file of deletions; see `Index/FORMAT.md`.
enum DeletionsLayout {
  static let effect: SectionName = "effect"
  static let documents: SectionName = "deleted"
  static let terms: SectionName = "terms"
  /// Bytes of one term's entry: its ordinal, by how much its document frequency falls.
  static let termLength = 8
}
