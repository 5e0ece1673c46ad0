import IndexStorage
import InvertedIndex
import TestSupport
import Testing

/// Updates of an index in any order against what the index should hold.
@Suite struct IndexUpdateTests {
  /// What an index should hold: documents by group.
  private struct Expected {
    let corpus: RandomCorpus
    var groups: [String: [Document]] = [:]
    var count = 0

    /// The documents in canonical order.
    var documents: [Document] {
      groups.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.flatMap(\.value)
    }

    /// Does some of what a caller may do, in any order of groups.
    mutating func change(_ writer: IndexWriter, using generator: inout SeededGenerator) throws {
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let group = "g\(Int.random(in: 0..<9, using: &generator))"
        let isAppending = Int.random(in: 0..<4, using: &generator) == 0
        if !isAppending {
          let count = try writer.delete(group: group)
          #expect(count == groups[group]?.count ?? 0)
          groups[group] = nil
        }
        guard Int.random(in: 0..<5, using: &generator) > 0 else { continue }
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
          count += 1
          let document = Document(
            name: "n\(count)", fields: corpus.documents.randomElement(using: &generator) ?? [],
            stored: Array("stored \(count)".utf8))
          groups[group, default: []].append(document)
          try writer.add(document, group: group)
        }
      }
    }

    func rebuilt() throws -> IndexWriter {
      let writer = IndexWriter(fields: corpus.fieldNames, analyzer: .plain)
      for (group, documents) in groups.sorted(by: { $0.key < $1.key }) {
        for document in documents { try writer.add(document, group: group) }
      }
      return writer
    }
  }

  private func expectEqual(
    _ found: Snapshot, _ expected: Expected, seed: Int, using generator: inout SeededGenerator
  ) throws {
    let documents = expected.documents
    let wanted = try expected.rebuilt().snapshot()
    #expect(found.statistics == wanted.statistics, "seed \(seed)")
    #expect(try found.termCount() == wanted.termCount(), "seed \(seed)")
    for document in documents {
      let number = try #require(try found.document(named: document.name), "seed \(seed)")
      #expect(try found.name(of: number) == document.name)
      let stored = try found.withStored(of: number) { reader throws(StorageError) in
        Array(try reader.take(reader.remaining))
      }
      #expect(stored == document.stored)
    }
    var names: Set<String> = []
    try found.forEachDocument { names.insert(try found.name(of: $0)) }
    #expect(names == Set(documents.map(\.name)), "seed \(seed)")
    #expect(try found.groups().map(\.name) == expected.groups.keys.sorted(), "seed \(seed)")
    let oracle = ScoringOracle(
      documents.map(\.fields), fieldNames: expected.corpus.fieldNames)
    for kind in 0..<RandomCorpus.modelKinds {
      let query = RandomCorpus.query(using: &generator)
      let model = expected.corpus.model(using: &generator, kind: kind)
      let scores = try scores(found, query, model)
      #expect(try scores == self.scores(wanted, query, model), "seed \(seed) \(model) \(query)")
      let oracleScores = oracle.ranking(query, model)
      #expect(scores.count == oracleScores.count, "seed \(seed) \(model)")
      for (document, score) in oracleScores {
        let name = documents[document].name
        #expect(abs((scores[name] ?? .infinity) - score) <= 1e-9, "seed \(seed) \(model)")
      }
      for hit in try found.search(query, model: model, limit: 3).hits {
        let explanation = try found.explain(query, model: model, document: hit.document)
        #expect(abs(explanation.score - hit.score) <= 1e-9, "seed \(seed) \(model)")
      }
    }
  }

  private func scores(
    _ snapshot: Snapshot, _ query: Query, _ model: ScoringModel
  ) throws -> [String: Double] {
    let found = try snapshot.search(query, model: model, limit: 10_000)
    #expect(found.matchCount == found.hits.count)
    return Dictionary(
      uniqueKeysWithValues: try found.hits.map { (try snapshot.name(of: $0.document), $0.score) })
  }

  @Test(arguments: 0..<60)
  func updatesEqualARebuild(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(6000 + seed))
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    var expected = Expected(corpus: RandomCorpus(maximum: 40, using: &generator))
    for _ in 0..<Int.random(in: 1...14, using: &generator) {
      let writer = try IndexWriter(folder, fields: expected.corpus.fieldNames, analyzer: .plain)
      try expected.change(writer, using: &generator)
      #expect(writer.documentCount == expected.documents.count)
      if Bool.random(using: &generator) {
        try expectEqual(try writer.snapshot(), expected, seed: seed, using: &generator)
      }
      if Int.random(in: 0..<6, using: &generator) == 0 {
        try writer.optimize()
      } else {
        try writer.commit()
      }
      let snapshot = try Snapshot(folder)
      try snapshot.verify()
      #expect(snapshot.segmentCount <= 7)
    }
    try expectEqual(try Snapshot(folder), expected, seed: seed, using: &generator)
  }

  @Test(arguments: 0..<30)
  func optimizedIndexesHaveTheBytesOfARebuild(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(7000 + seed))
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    var expected = Expected(corpus: RandomCorpus(maximum: 60, using: &generator))
    for _ in 0..<Int.random(in: 1...10, using: &generator) {
      let writer = try IndexWriter(folder, fields: expected.corpus.fieldNames, analyzer: .plain)
      try expected.change(writer, using: &generator)
      try writer.commit(attachment: [UInt8.random(in: 0...9, using: &generator)])
    }
    do {
      let writer = try IndexWriter(folder, fields: expected.corpus.fieldNames, analyzer: .plain)
      try writer.optimize(attachment: [1, 2])
    }
    try expected.rebuilt().commit(
      to: IndexFolder(path: temporary.path("again")), attachment: [1, 2])
    #expect(try temporary.names("index") == temporary.names("again"), "seed \(seed)")
    for name in try temporary.names("again") {
      #expect(try temporary.read("index/\(name)") == temporary.read("again/\(name)"), "\(name)")
    }
    // Nothing is left to do.
    let writer = try IndexWriter(folder, fields: expected.corpus.fieldNames, analyzer: .plain)
    #expect(try writer.optimize() == false)
  }

  private func document(_ name: String, _ text: String) -> Document {
    Document(name: name, fields: [text])
  }

  @Test func namesMustDifferWhenACommitComes() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    do {
      let writer = try IndexWriter(folder, fields: ["text"], analyzer: .plain)
      try writer.add(document("x", "one"), group: "a")
      try writer.commit()
      try writer.add(document("x", "two"), group: "b")
      #expect(throws: IndexError.duplicateName("x")) { try writer.commit() }
    }
    #expect(try Snapshot(folder).documentFrequency(of: "two") == 0)
    let writer = try IndexWriter(folder, fields: ["text"], analyzer: .plain)
    // The order in which a document moves from group to group does not matter.
    try writer.add(document("x", "two"), group: "b")
    try writer.delete(group: "a")
    try writer.commit()
    #expect(try Snapshot(folder).documentFrequency(of: "two") == 1)
    #expect(try Snapshot(folder).documentFrequency(of: "one") == 0)
  }

  @Test func anIndexIsUpdatedWithItsOwnAnalyzerAndFields() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    try IndexWriter(folder, fields: ["text"], analyzer: .plain).commit()
    #expect(try IndexWriter(folder, fields: ["text"]).analyzer == .plain)
    #expect(throws: IndexError.self) {
      _ = try IndexWriter(folder, fields: ["text"], analyzer: .english)
    }
    #expect(throws: IndexError.self) { _ = try IndexWriter(folder, fields: ["other"]) }
    let writer = try IndexWriter(folder, fields: ["other"], analyzer: .english, replacing: true)
    try writer.commit()
    #expect(try Snapshot(folder).analyzer == .english)
  }

  @Test func whatChangesNothingWritesNothing() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    let writer = try IndexWriter(folder, fields: ["text"], analyzer: .plain)
    try writer.add(document("x", "one"), group: "a")
    #expect(try writer.commit(attachment: [1]))
    #expect(try !writer.commit())
    #expect(try !writer.commit(attachment: [1]))
    #expect(try writer.delete(group: "b") == 0)
    #expect(try !writer.commit())
    #expect(try writer.commit(attachment: [2]))
    #expect(try Snapshot(folder).attachment == [2])
  }

  @Test func deletedDocumentsAreFoundUntilTheCommit() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    let writer = try IndexWriter(folder, fields: ["text"], analyzer: .plain)
    for number in 0..<9 {
      try writer.add(document("d\(number)", "word w\(number)"), group: "\(number)")
    }
    try writer.commit()
    let before = try Snapshot(folder)
    try writer.delete(group: "3")
    #expect(try Snapshot(folder).documentFrequency(of: "word") == 9)
    try writer.commit()
    #expect(try temporary.names("index").contains { $0.hasSuffix(".qsd") })
    let after = try Snapshot(folder)
    #expect(try after.documentFrequency(of: "word") == 8)
    #expect(try after.document(named: "d3") == nil)
    #expect(try after.termCount() == 9)
    #expect(after.segmentCount == 1)
    #expect(try before.documentFrequency(of: "word") == 9)
    // More than a third: the segment is written again.
    for number in 4..<7 { try writer.delete(group: "\(number)") }
    try writer.commit()
    #expect(try !temporary.names("index").contains { $0.hasSuffix(".qsd") })
    #expect(try Snapshot(folder).statistics.documentCount == 5)
  }

  @Test func anIndexCanBecomeEmptyAndGrowAgain() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    let writer = try IndexWriter(folder, fields: ["text"], analyzer: .plain)
    try writer.add(document("x", "one"), group: "a")
    try writer.commit()
    try writer.delete(group: "a")
    try writer.commit()
    let empty = try Snapshot(folder)
    #expect(empty.segmentCount == 0 && empty.statistics.documentCount == 0)
    #expect(try empty.search(Query("one", analyzer: .plain), model: .tfidfCosine).hits.isEmpty)
    try writer.add(document("x", "one"), group: "a")
    try writer.commit()
    #expect(try Snapshot(folder).statistics.documentCount == 1)
  }
}
