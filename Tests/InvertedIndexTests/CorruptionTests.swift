import IndexStorage
import InvertedIndex
import TestSupport
import Testing

/// Damaged and hostile segments: an error or a sane answer, never a trap.
@Suite struct CorruptionTests {
  private static let bytes: [UInt8] = {
    var generator = SeededGenerator(seed: 21)
    let writer = IndexWriter(fields: ["a", "b"], analyzer: .plain)
    for number in 0..<4 {
      let texts = (0..<2).map { _ in
        (0..<2).map { _ in RandomCorpus.word(using: &generator) }.joined(separator: " ")
      }
      do {
        try writer.add(Document(name: "d\(number)", fields: texts, stored: [1, 2, 3]))
      } catch {
        Issue.record("\(error)")
      }
    }
    return (try? writer.encodedSegment()) ?? []
  }()

  /// Asks everything that can be asked.
  private func useAll(_ bytes: [UInt8]) throws {
    let snapshot = try Snapshot(segmentBytes: bytes, named: "test")
    let query = Query(terms: ["w0", "w1", "w9", ""].map { Query.Term($0) })
    for model: ScoringModel in [.bm25f(BM25F()), .tfidfCosine] {
      let found = try snapshot.search(query, model: model, limit: 5)
      #expect(found.hits.count <= 5)
      for hit in found.hits {
        _ = try snapshot.name(of: hit.document)
        _ = try snapshot.withStored(of: hit.document) { $0.remaining }
      }
    }
    _ = try snapshot.document(named: "d3")
    try snapshot.verify()
  }

  @Test func theWholeFileIsFine() throws {
    try useAll(Self.bytes)
  }

  @Test func everyCutThrows() {
    for length in 0..<Self.bytes.count {
      #expect(throws: IndexError.self, "length \(length)") {
        try useAll(ByteDamage.cut(Self.bytes, to: length))
      }
    }
  }

  @Test func everyFlippedBitThrows() {
    for bit in 0..<8 * Self.bytes.count {
      #expect(throws: IndexError.self, "bit \(bit)") {
        try useAll(ByteDamage.flip(Self.bytes, bit: bit))
      }
    }
  }

  @Test func everyFlippedBitWithRightChecksumsThrowsOrAnswers() {
    for bit in 0..<8 * Self.bytes.count {
      do {
        try useAll(ByteDamage.signed(ByteDamage.flip(Self.bytes, bit: bit)))
      } catch {
        #expect(error is IndexError, "bit \(bit)")
      }
    }
  }

  @Test func randomBytesWithRightChecksumsThrowOrAnswer() {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<1000 {
      var bytes = Self.bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 40..<bytes.count, using: &generator)
        bytes[place] =
          [0, 0x7F, 0x80, 0xFF, UInt8(truncatingIfNeeded: generator.next())]
          .randomElement(using: &generator) ?? 0
      }
      _ = try? useAll(ByteDamage.signed(bytes))
    }
  }

  @Test func damagedManifestsAndMissingSegmentsAreNamed() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    let writer = IndexWriter(fields: ["a"], analyzer: .plain)
    try writer.add(Document(name: "d", fields: ["x"]))
    try writer.commit(to: folder)
    let manifest = try temporary.read("index/manifest.qsm")
    for place in manifest.indices {
      try temporary.write(ByteDamage.flip(manifest, bit: 8 * place), to: "index/manifest.qsm")
      let error = #expect(throws: IndexError.self, "byte \(place)") { try Snapshot(folder) }
      #expect(error?.description.contains("manifest.qsm") == true)
    }
    try temporary.write(manifest, to: "index/manifest.qsm")
    let segment = try #require(folder.names().first { $0.hasSuffix(".qss") })
    try folder.remove(segment)
    #expect(throws: IndexError.storage(.missing(path: folder.path(of: segment)))) {
      try Snapshot(folder)
    }
    #expect(throws: IndexError.self) { try Snapshot(IndexFolder(path: temporary.path("none"))) }
  }
}
