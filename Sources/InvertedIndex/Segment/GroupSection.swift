import IndexStorage

/// Encodes the groups of a segment's documents, in ascending order of their names' bytes.
///
/// Layout in `Index/FORMAT.md`, "groups". No bytes stand for one group without a name, which is
/// what a caller has that names none.
struct GroupWriter: ~Copyable {
  private var groups: [(name: [UInt8], count: Int)] = []

  /// Takes a document into a group: that of the document before it, or one whose name is greater.
  /// False for any other.
  mutating func append(_ name: [UInt8]) -> Bool {
    guard let last = groups.last, last.name != name else {
      if groups.isEmpty {
        groups.append((name, 1))
      } else {
        groups[groups.count - 1].count += 1
      }
      return true
    }
    guard last.name.lexicographicallyPrecedes(name) else { return false }
    groups.append((name, 1))
    return true
  }

  /// Appends other groups; the first may continue the last, none stands before it.
  mutating func append(_ others: borrowing GroupWriter) {
    for group in others.groups {
      precondition(
        groups.last.map { !group.name.lexicographicallyPrecedes($0.name) } ?? true,
        "groups stand in the order of names")
      if let last = groups.last, last.name == group.name {
        groups[groups.count - 1].count += group.count
      } else {
        groups.append(group)
      }
    }
  }

  /// The section's bytes.
  func encoded() -> [UInt8] {
    var output = ByteWriter()
    guard groups.count > 1 || groups.first?.name.isEmpty == false else { return [] }
    output.varint(UInt64(groups.count))
    // Names are in full: sharing prefixes would let a small file ask for much memory.
    for group in groups {
      output.counted(group.name)
      output.varint(UInt64(group.count))
    }
    return output.bytes
  }
}

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
