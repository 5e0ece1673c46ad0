/// Texts with exactly the same shingles, gathered so that a million copies are compared once.
public struct IdenticalGroups: Sendable, Equatable {
  /// The numbers of all texts in groups, group by group.
  private(set) var members: [UInt32] = []
  /// Where each group begins in ``members``, and where the last ends.
  private(set) var starts: [Int] = [0]

  /// No groups.
  public init() {}

  /// How many groups there are.
  public var count: Int { starts.count - 1 }

  /// The numbers of a group's texts, two or more, ascending; the first stands for all in pairs.
  public subscript(group: Int) -> ArraySlice<UInt32> { members[starts[group]..<starts[group + 1]] }

  /// Adds a group of two or more.
  mutating func append(_ texts: some Sequence<UInt32>) {
    members.append(contentsOf: texts)
    starts.append(members.count)
  }

  /// Puts groups into the order of their first texts.
  mutating func sort() {
    let order = (0..<count).sorted { members[starts[$0]] < members[starts[$1]] }
    var sorted = IdenticalGroups()
    sorted.members.reserveCapacity(members.count)
    for group in order { sorted.append(self[group]) }
    self = sorted
  }
}
