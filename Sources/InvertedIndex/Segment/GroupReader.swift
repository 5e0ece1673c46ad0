import IndexStorage

/// Finds a segment's groups. They are decoded when they are asked for.
struct GroupReader: Sendable {
  private let file: SectionedFile
  private let section: SectionedFile.Section
  private let documentCount: Int

  init(_ file: SectionedFile, documentCount: Int) throws(StorageError) {
    self.file = file
    self.documentCount = documentCount
    section = try file.section(SegmentSection.groups)
  }

  /// All groups, ascending by name; together they have all documents. Cost: the section's length.
  func groups() throws(StorageError) -> [DocumentGroup] {
    guard section.length > 0 else {
      return documentCount == 0 ? [] : [DocumentGroup(name: [], documents: 0..<documentCount)]
    }
    var reader = try file.reader(of: section, in: 0..<section.length)
    let count = try reader.count(ofAtLeast: 2)
    var groups: [DocumentGroup] = []
    groups.reserveCapacity(count)
    var start = 0
    for _ in 0..<count {
      let name = Array(try reader.counted())
      guard name.count <= SegmentLimit.nameLength,
        groups.last?.name.lexicographicallyPrecedes(name) != false
      else { throw reader.damaged("a group's name is too long or not behind the one before it") }
      let documents = try reader.varint()
      guard documents > 0, documents <= UInt64(documentCount - start) else {
        throw reader.damaged("a group of \(documents) documents cannot be")
      }
      groups.append(DocumentGroup(name: name, documents: start..<start + Int(documents)))
      start += Int(documents)
    }
    guard start == documentCount, reader.remaining == 0 else {
      throw reader.damaged("groups do not have all documents")
    }
    return groups
  }
}
