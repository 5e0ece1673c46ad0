import Foundation
import IndexStorage
import TestSupport
import Testing

@testable import InvertedIndex

/// Damaged and hostile segments: an error or a sane answer, never a trap.
@Suite struct CorruptionTests {
  private static let bytes: [UInt8] = {
    var generator = SeededGenerator(seed: 21)
    var writer = SegmentWriter(fieldNames: ["a", "b"], analyzer: .plain, keepsForms: true)
    for number in 0..<4 {
      let texts = (0..<2).map { _ in
        (0..<2).map { _ in RandomCorpus.word(using: &generator) }.joined(separator: " ")
      }
      add(&writer, "d\(number)", texts, [1, 2, 3], group: number < 2 ? "g" : "h\(number)")
    }
    return (try? writer.finish().bytes) ?? []
  }()

  /// Several blocks of postings and of positions, tails, exceptions; names and stored bytes in
  /// several blocks; names that do not ascend.
  private static func large(fieldCount: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: 24)
    var writer = SegmentWriter(
      fieldNames: (0..<fieldCount).map { "f\($0)" }, analyzer: .plain, keepsForms: true)
    for number in 0..<400 {
      let texts = (0..<fieldCount).map { field in
        (field == 0 ? "every " : "") + (number % 97 == 5 ? "twice twice " : "")
          + (number % 2 == 0 ? "even " : "") + RandomCorpus.word(using: &generator)
      }
      let name = "d\((number * 37) % 400)"
      add(&writer, name, texts, Array(name.utf8), group: "g\(100 + number / 90)")
    }
    return (try? writer.finish().bytes) ?? []
  }

  private static let largeFiles = [large(fieldCount: 1), large(fieldCount: 3)]

  private static func add(
    _ writer: inout SegmentWriter, _ name: String, _ texts: [String], _ stored: [UInt8],
    group: String
  ) {
    do {
      try writer.add(
        Document(
          name: name, fields: texts, attributes: ["all", "name=\(name.suffix(1))"],
          stored: stored), group: Array(group.utf8))
    } catch {
      Issue.record("\(error)")
    }
  }

  /// Asks everything that can be asked.
  private func useAll(_ bytes: [UInt8]) throws {
    let snapshot = try Snapshot(segmentBytes: bytes, named: "test")
    let query = Query(terms: ["w0", "w1", "w9", "every", ""].map { Query.Term($0) })
    for model: ScoringModel in [.bm25f(BM25F()), .tfidfCosine] {
      let found = try snapshot.search(query, model: model, limit: 5)
      #expect(found.hits.count <= 5)
      for hit in found.hits {
        _ = try snapshot.name(of: hit.document)
        _ = try snapshot.withStored(of: hit.document) { $0.remaining }
      }
    }
    let ranking = Ranking(
      .bm25f(BM25F()), latent: 0.5, feedback: 1, proximity: 1, exactForms: 1,
      putsSameTextFirst: true)
    let searcher = Searcher(snapshot)
    // One after the other with the same memory: what one search leaves decoded is not another's.
    for text in ["w0", "w1", "every", "w9", "w1", "w0"] {
      _ = try searcher.search(searcher.query(text), model: .bm25(BM25()), limit: 5)
    }
    _ = try snapshot.terms(beginningWith: Array("w".utf8))
    let words = searcher.query("w0 w1 w9 every")
    for hit in try searcher.search(words, ranking: ranking, limit: 5).hits {
      _ = try snapshot.explain(words, ranking: ranking, hit: hit)
    }
    let phrases = Query(
      terms: [.init("w1")],
      phrases: [Query.Phrase(["w0", "w1"], slop: 1), Query.Phrase(["every"])],
      prefixes: [Query.Prefix("w")])
    for query in [phrases, Query(phrases: phrases.phrases), Query(prefixes: phrases.prefixes)] {
      for filter in [nil, DocumentFilter([["name=3", "all"]])] {
        _ = try snapshot.search(query, model: .bm25(BM25()), limit: 5, matching: filter)
        _ = try Searcher(snapshot).search(
          query, model: .bm25f(BM25F()), limit: 5, matching: filter)
      }
    }
    _ = try snapshot.document(named: "d3")
    try snapshot.verify()
    try readAll(bytes)
  }

  /// Decodes every section: groups, names, stored bytes, postings with their frontiers, positions.
  private func readAll(_ bytes: [UInt8]) throws {
    let reader = try SegmentReader(FileBytes(bytes, named: "test"))
    try reader.forEachTerm { _, entry throws(StorageError) in
      let list = try reader.postings(of: entry)
      _ = try list.frontiers()
      for block in 0..<list.blockCount {
        _ = try list.frontiers(ofBlock: block)
        _ = list.lastDocument(ofBlock: block)
      }
    }
    // Merging reads all the rest, and must not trap over what it reads.
    _ = try SegmentMerger([SegmentMerger.Input(reader, deleted: [5])]).merged()
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
        #expect(error is IndexError || error is StorageError, "bit \(bit)")
      }
    }
  }

  /// Files with many blocks: as many mutations as `QSEARCH_MUTATIONS` says, 5,000 otherwise; a
  /// script runs the long form.
  @Test func mutationsWithRightChecksumsThrowOrAnswer() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["QSEARCH_MUTATIONS"].flatMap { Int($0) } ?? 5_000
    var generator = SeededGenerator(
      seed: environment["QSEARCH_SEED"].flatMap { UInt64($0) } ?? 22)
    for file in Self.largeFiles { try useAll(file) }
    let files = [Self.bytes] + Self.largeFiles
    for number in 0..<count {
      // Most in the small file, which is read in a moment.
      let file = files[number % 10 < 8 ? 0 : number % 10 - 7]
      let bytes = ByteDamage.mutated(file, using: &generator)
      do {
        try useAll(bytes)
      } catch {
        #expect(error is IndexError || error is StorageError, "mutation \(number): \(error)")
      }
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
