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
