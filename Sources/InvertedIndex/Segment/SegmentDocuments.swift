import IndexStorage

/// What a segment that is being made holds of its documents, beside their terms.
struct SegmentDocuments: ~Copyable {
  var lengths: LengthColumns
  var names = NameArena()
  var groups = GroupWriter()
  var stored = StoredSections()

  init(fieldCount: Int) { lengths = LengthColumns(fieldCount: fieldCount) }

  /// Bytes that are held in memory.
  var byteCount: Int { lengths.byteCount + names.byteCount + stored.byteCount }
}
