import IndexStorage
import TestSupport
import TextAnalysis
import Testing

@testable import InvertedIndex

/// Groups of documents within a segment.
@Suite struct DocumentGroupTests {
  private func segment(_ groups: [(name: String, count: Int)]) throws -> SegmentReader {
    var writer = SegmentWriter(fieldNames: ["text"], analyzer: .plain)
    for (name, count) in groups {
      for _ in 0..<count {
        let number = writer.documentCount
        try writer.add(Document(name: "d\(number)", fields: ["x"]), group: Array(name.utf8))
      }
    }
    return try SegmentReader(FileBytes(try writer.finish().bytes, named: "test"))
  }

  private func check(_ groups: [(name: String, count: Int)]) throws {
    let found = try segment(groups).groups()
    #expect(found.map(\.name) == groups.map { Array($0.name.utf8) })
    var start = 0
    for (group, wanted) in zip(found, groups) {
      #expect(group.documents == start..<start + wanted.count)
      start += wanted.count
    }
  }

  @Test func groupsComeBackInTheirOrder() throws {
    try check([("", 2), ("bank\0a.md", 1), ("bank\0ab.md", 130), ("bank\0b.md", 3), ("é", 1)])
    try check([("one", 5)])
    try check([("", 3)])
    try check([])
  }

  @Test func oneGroupWithoutNameTakesNoBytes() throws {
    let segment = try segment([("", 3)])
    #expect(try segment.file.section(SegmentSection.groups).length == 0)
  }

  @Test func namesOfAnyLengthUpToTheLimit() throws {
    let long = String(repeating: "x", count: SegmentLimit.nameLength)
    try check([(long, 1), ("y", 1)])
    #expect(throws: IndexError.self) { try segment([(long + "x", 1)]) }
  }

  @Test func flippedBitsAreErrorsOrGroupsOfAllDocuments() throws {
    let file = try segment([("a", 2), ("ab", 1), ("b", 4)]).file
    let section = try file.section(SegmentSection.groups)
    var writer = SegmentWriter(fieldNames: ["text"], analyzer: .plain)
    for (number, group) in ["a", "a", "ab", "b", "b", "b", "b"].enumerated() {
      try writer.add(Document(name: "d\(number)", fields: ["x"]), group: Array(group.utf8))
    }
    let bytes = try writer.finish().bytes
    for bit in 8 * section.offset..<8 * (section.offset + section.length) {
      let damaged = ByteDamage.signed(ByteDamage.flip(bytes, bit: bit))
      let reader = try SegmentReader(FileBytes(damaged, named: "test"))
      guard let groups = try? reader.groups() else { continue }
      #expect(groups.reduce(0) { $0 + $1.documents.count } == 7, "bit \(bit)")
      #expect(groups.last?.documents.upperBound == 7)
    }
  }
}
