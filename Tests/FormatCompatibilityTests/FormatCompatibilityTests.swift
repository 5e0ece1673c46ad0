import Foundation
import IndexStorage
import InvertedIndex
import QuestionSearch
import Testing

/// Indexes of every format version go on opening and answering.
///
/// A fixture was written by the program that had its version as the newest. It is never rewritten:
/// a test that fails here says that users' indexes no longer open, and is not mended by a new
/// fixture. Version 1 was never released: its fixture shows that it is refused.
///
/// The fixtures are analyzed by `plain`, the analyzer that has least reason to change; they have no
/// file `lock`, for readers need none.
@Suite struct FormatCompatibilityTests {
  private static let versions = Array(FileLayout.oldestVersion...FileLayout.version)

  /// From best to worst, with scores as the definition of BM25 (k1 1.2, b 0.75) and the cosine give
  /// them on the fixture's words.
  private static let expectedHits: [(query: String, model: ScoringModel, hits: [Hit])] = [
    (
      "owl heron", .bm25(BM25()),
      [
        Hit("p60wn40ww9", 1.384683), Hit("bz0vy7gfrb-2", 0.505366), Hit("bz0vy7gfrb", 0.496725),
        Hit("5y968bfd2p", 0.477669),
      ]
    ),
    (
      "owl heron", .tfidfCosine,
      [
        Hit("p60wn40ww9", 0.402590), Hit("bz0vy7gfrb-2", 0.114862), Hit("bz0vy7gfrb", 0.100584),
        Hit("5y968bfd2p", 0.082772),
      ]
    ),
    (
      "Fish. fish pond? größer", .bm25(BM25()),
      [Hit("bz0vy7gfrb-2", 1.873804), Hit("bz0vy7gfrb", 1.475697), Hit("5y968bfd2p", 0.709542)]
    ),
    (
      "ring 7 (größer", .bm25(BM25()),
      [Hit("jx4etman6t", 1.767063), Hit("5y968bfd2p", 1.061567)]
    ),
    (
      "ring 7 (größer", .tfidfCosine,
      [Hit("jx4etman6t", 0.238104), Hit("5y968bfd2p", 0.132453)]
    ),
  ]

  private struct Hit {
    let name: String
    let score: Double

    init(_ name: String, _ score: Double) {
      self.name = name
      self.score = score
    }
  }

  private static func path(_ version: UInt32) -> String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/v\(version)").path
  }

  private func snapshot(_ version: UInt32) throws -> Snapshot {
    try Snapshot(IndexFolder(path: Self.path(version)))
  }

  /// Version 1 was never released.
  @Test func versionOneIsRefusedWithTheWayOut() throws {
    let error = #expect(throws: IndexError.self) { try snapshot(1) }
    guard case .storage(.tooOld(_, found: 1, oldest: 2)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.description.contains("build the index again") == true)
  }

  @Test(arguments: versions)
  func filesHaveTheVersionOfTheirFolder(version: UInt32) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.path(version)).sorted()
    #expect(names.contains("manifest.qsm"))
    #expect(names.contains { $0.hasSuffix(".qss") })
    if version >= 2 { #expect(names.contains { $0.hasSuffix(".qsd") }) }
    for name in names {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: Self.path(version) + "/" + name)))
      #expect(Array(bytes[8..<12]) == [UInt8(version), 0, 0, 0], "\(name)")
    }
  }

  @Test(arguments: versions)
  func everyByteIsWhole(version: UInt32) throws {
    try snapshot(version).verify()
    #expect(try IndexCheck(IndexFolder(path: Self.path(version))).isWhole)
  }

  @Test(arguments: versions)
  func countsAreThoseOfTheQuestions(version: UInt32) throws {
    let snapshot = try snapshot(version)
    #expect(snapshot.analyzer == .plain)
    let statistics = snapshot.statistics
    #expect(statistics.documentCount == 6)
    #expect(try snapshot.termCount() == 360)
    #expect(snapshot.segmentCount == (version >= 2 ? 2 : 1))
    #expect(statistics.postingsCount == 372)
    #expect(statistics.fields.map(\.name) == ["question", "context", "answer", "tags"])
    #expect(statistics.fields.map(\.documentCount) == [6, 2, 5, 1])
    #expect(statistics.fields.map(\.totalLength) == [39, 10, 628, 2])
  }

  @Test(arguments: versions)
  func searchesFindWhatTheyFound(version: UInt32) throws {
    let snapshot = try snapshot(version)
    for (query, model, expected) in Self.expectedHits {
      let found = try snapshot.search(Query(query, analyzer: .plain), model: model)
      #expect(found.matchCount == expected.count, "\(query), \(model)")
      #expect(try found.hits.map { try snapshot.name(of: $0.document) } == expected.map(\.name))
      for (hit, wanted) in zip(found.hits, expected) {
        #expect(abs(hit.score - wanted.score) < 1e-6, "\(query), \(model): \(wanted.name)")
      }
    }
  }

  @Test(arguments: versions)
  func everyTermIsFound(version: UInt32) throws {
    let snapshot = try snapshot(version)
    var builder = QuestionIndexBuilder(analyzer: .plain)
    builder.add(FixtureQuestions.entries)
    let written = try builder.index().snapshot
    let words = FixtureQuestions.entries.flatMap { entry in
      ([entry.text, entry.context, entry.hint, entry.answer].compactMap { $0 } + entry.section
        + entry.tags).flatMap { $0.split { $0 == " " || $0 == "\n" } }
    }
    for word in words {
      let expected = try written.documentFrequency(of: String(word))
      #expect(expected > 0, "\(word)")
      #expect(try snapshot.documentFrequency(of: String(word)) == expected, "\(word)")
    }
    #expect(try snapshot.documentFrequency(of: "ow") == 0)
  }

  /// The fixture of version 2 was written before there were attributes.
  @Test func anIndexWithoutAttributesSaysThatItKnowsNoFilters() throws {
    let index = try QuestionIndex.open(Self.path(2))
    let options = SearchOptions(filter: SearchFilter(kinds: [.question]))
    let error = #expect(throws: QuestionSearchError.self) {
      try index.search("owl", options: options)
    }
    #expect(error?.description.contains("qsearch index --replace") == true)
  }

  @Test(arguments: versions)
  func entriesComeBackWhole(version: UInt32) throws {
    let index = try QuestionIndex.open(Self.path(version))
    var builder = QuestionIndexBuilder(analyzer: .plain)
    builder.add(FixtureQuestions.entries)
    var found: [Entry] = []
    try index.forEachEntry { found.append($0) }
    let expected = builder.identifiedEntries()
    #expect(found.count == expected.count)
    for (var entry, wanted) in zip(found, expected) {
      // Files are shown from the current folder, whichever that is.
      #expect(entry.file.hasSuffix("Fixtures/" + wanted.file) || entry.file == wanted.file)
      entry.file = wanted.file
      #expect(entry == wanted)
      #expect(try index.entry(wanted.id)?.text == wanted.text)
    }
    let sources = try index.sources()
    #expect(sources.count == FixtureQuestions.sources.count)
    for (source, wanted) in zip(sources, FixtureQuestions.sources) {
      #expect(source.hasSuffix(wanted))
    }
    try index.verify()
  }
}
