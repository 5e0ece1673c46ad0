import IndexStorage
import TestSupport
import TextAnalysis
import Testing

@testable import InvertedIndex

/// A merged segment is byte for byte the one that is built of the documents that stay.
@Suite struct SegmentMergerTests {
  private struct Item {
    let group: [UInt8]
    let document: Document
  }

  /// Documents of random groups; the groups are dealt to segments.
  private struct Collection {
    let fieldNames: [String]
    let keepsForms: Bool
    var segments: [[Item]] = []

    init(seed: UInt64) {
      var generator = SeededGenerator(seed: seed)
      let corpus = RandomCorpus(
        maximum: seed % 4 == 0 ? 900 : 60, using: &generator)
      fieldNames = corpus.fieldNames
      keepsForms = seed % 2 == 1
      let segmentCount = Int.random(in: 1...5, using: &generator)
      let groupCount = Int.random(in: 1...8, using: &generator)
      let hasStored = Bool.random(using: &generator)
      var groups = [[Document]](repeating: [], count: groupCount)
      for (number, fields) in corpus.documents.enumerated() {
        let name = seed % 3 == 0 ? "n\(number)" : "n\(generator.next() % 1_000_000)-\(number)"
        let stored = hasStored ? Array("s\(number)".utf8) : []
        groups[Int.random(in: 0..<groupCount, using: &generator)].append(
          Document(
            name: name, fields: fields,
            attributes: seed % 2 == 0 ? ["all", "third=\(number % 3)", "name=\(number)"] : [],
            stored: stored))
      }
      segments = Array(repeating: [], count: segmentCount)
      for (number, documents) in groups.enumerated() {
        let segment = Int.random(in: 0..<segmentCount, using: &generator)
        let name = number == 0 ? [] : Array("g\(number)".utf8)
        segments[segment] += documents.map { Item(group: name, document: $0) }
      }
    }
  }

  private func segment(
    _ items: [Item], _ fieldNames: [String], keepsForms: Bool = false
  ) throws -> [UInt8] {
    var writer = SegmentWriter(
      fieldNames: fieldNames, analyzer: .plain, keepsForms: keepsForms)
    for item in items { try writer.add(item.document, group: item.group) }
    return try writer.finish().bytes
  }

  private func check(seed: UInt64, deleting share: Int) throws {
    let collection = Collection(seed: seed)
    var generator = SeededGenerator(seed: seed &+ 1000)
    var inputs: [SegmentMerger.Input] = []
    var kept: [Item] = []
    for items in collection.segments {
      var deleted = [UInt64](repeating: 0, count: (items.count + 63) / 64)
      for (number, item) in items.enumerated() {
        if Int.random(in: 0..<100, using: &generator) < share {
          deleted[number / 64] |= 1 << UInt64(number % 64)
        } else {
          kept.append(item)
        }
      }
      let bytes = try segment(items, collection.fieldNames, keepsForms: collection.keepsForms)
      inputs.append(
        SegmentMerger.Input(
          try SegmentReader(FileBytes(bytes, named: "test")), deleted: share == 0 ? nil : deleted))
    }
    // Stable: documents of a group stay in their order.
    let groups = Set(kept.map(\.group)).sorted { $0.lexicographicallyPrecedes($1) }
    let ordered = groups.flatMap { group in kept.filter { $0.group == group } }
    let expected = try segment(
      ordered, collection.fieldNames, keepsForms: collection.keepsForms)
    #expect(try SegmentMerger(inputs).merged().bytes == expected, "seed \(seed), \(share) %")

    let temporary = try TemporaryFolder()
    let stamp = try SegmentMerger(inputs).write(to: IndexFolder(path: temporary.path))
    #expect(try temporary.names("") == [stamp.name])
    #expect(try temporary.read(stamp.name) == expected)
  }

  @Test(arguments: UInt64(0)..<24)
  func mergingIsBuildingAtOnce(seed: UInt64) throws {
    for share in [0, 3, 40, 100] { try check(seed: seed, deleting: share) }
  }

  @Test func aNameInTwoSegmentsIsAnError() throws {
    let items = ["b", "a"].map { name in
      Item(group: [], document: Document(name: name, fields: ["x"]))
    }
    let segments = try [[items[0]], items].map { items in
      SegmentMerger.Input(
        try SegmentReader(FileBytes(try segment(items, ["f"]), named: "test")))
    }
    #expect(throws: IndexError.duplicateName("b")) { try SegmentMerger(segments).merged() }
  }

  @Test func aSegmentWrittenToAFolderIsTheOneInMemory() throws {
    let collection = Collection(seed: 4)
    let temporary = try TemporaryFolder()
    var writer = SegmentWriter(fieldNames: collection.fieldNames, analyzer: .plain)
    for item in collection.segments.joined() { try writer.add(item.document) }
    let stamp = try writer.write(to: IndexFolder(path: temporary.path))
    let file = try writer.finish()
    #expect(try temporary.read(stamp.name) == file.bytes)
    #expect(stamp.contentHash == file.contentHash && stamp.length == file.bytes.count)
  }
}
