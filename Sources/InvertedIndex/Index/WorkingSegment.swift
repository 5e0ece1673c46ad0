import IndexStorage

/// A segment while an index is being updated.
struct WorkingSegment {
  let reader: SegmentReader
  let bytes: FileBytes
  /// The list of deletions that the manifest names.
  var deletions: DeletionsReader?
  /// What is deleted now.
  private(set) var deleted: DocumentBitmap
  /// Whether no manifest names it yet.
  private(set) var isNew: Bool
  private var groups: [DocumentGroup]?

  init(_ bytes: FileBytes, isNew: Bool) throws(IndexError) {
    self.init(
      ManifestFiles.Part(reader: try SegmentReader(bytes), bytes: bytes, deletions: nil),
      isNew: isNew)
  }

  init(_ part: ManifestFiles.Part, isNew: Bool = false) {
    reader = part.reader
    bytes = part.bytes
    deletions = part.deletions
    deleted = part.deletions?.documents ?? DocumentBitmap(documentCount: part.reader.documentCount)
    self.isNew = isNew
  }

  /// Documents that are not deleted.
  var documentCount: Int { reader.documentCount - deleted.count }

  /// What the manifest says of the segment itself.
  var file: Manifest.File {
    Manifest.File(contentHash: reader.file.contentHash, length: UInt64(reader.file.length))
  }

  /// Whether documents were deleted since the last commit.
  var hasNewDeletions: Bool { deleted.count != deletions?.documents.count ?? 0 }

  /// Deletes a group's documents; gives how many there were.
  mutating func delete(group name: [UInt8]) throws(StorageError) -> Int {
    let groups = if let groups { groups } else { try reader.groups() }
    self.groups = groups
    var lower = 0
    var upper = groups.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if groups[middle].name.lexicographicallyPrecedes(name) {
        lower = middle + 1
      } else {
        upper = middle
      }
    }
    guard lower < groups.count, groups[lower].name == name else { return 0 }
    let before = deleted.count
    deleted.insert(groups[lower].documents)
    return deleted.count - before
  }

  /// Takes over what is deleted in a segment of the same documents.
  mutating func copyDeletions(of other: WorkingSegment) { deleted = other.deleted }

  /// The same, once a manifest names it.
  func committed() -> WorkingSegment {
    var copy = self
    copy.isNew = false
    return copy
  }

  /// What is deleted now, as a snapshot needs it.
  func currentDeletions() throws(StorageError) -> DeletionsReader? {
    guard deleted.count > 0 else { return nil }
    guard hasNewDeletions else { return deletions }
    let file = try DeletionsWriter.file(of: deleted, in: reader)
    return try DeletionsReader(FileBytes(file.bytes, named: "deletions in memory"), of: reader)
  }
}
