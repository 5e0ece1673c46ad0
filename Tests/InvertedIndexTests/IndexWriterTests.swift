import IndexStorage
import InvertedIndex
import TestSupport
import TextAnalysis
import Testing

@Suite struct IndexWriterTests {
  private func writer(_ texts: [String], analyzer: Analyzer = .plain) throws -> IndexWriter {
    let writer = IndexWriter(fields: ["text"], analyzer: analyzer)
    for (number, text) in texts.enumerated() {
      try writer.add(Document(name: "d\(number)", fields: [text], stored: Array(text.utf8)))
    }
    return writer
  }

  @Test func whatIsCommittedIsRead() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    try writer(["alpha beta", "beta"]).commit(to: folder, attachment: [7, 8])
    let snapshot = try Snapshot(folder)
    #expect(snapshot.attachment == [7, 8])
    #expect(snapshot.statistics.documentCount == 2)
    #expect(try snapshot.termCount() == 2)
    #expect(snapshot.statistics.postingsCount == 3)
    #expect(snapshot.statistics.fields[0].totalLength == 3)
    #expect(snapshot.analyzer == .plain)
    let document = try #require(try snapshot.document(named: "d1"))
    #expect(try snapshot.name(of: document) == "d1")
    let stored = try snapshot.withStored(of: document) { reader throws(StorageError) in
      var bytes: [UInt8] = []
      while reader.remaining > 0 { bytes.append(try reader.byte()) }
      return bytes
    }
    #expect(stored == Array("beta".utf8))
    #expect(try snapshot.document(named: "d2") == nil)
    #expect(try snapshot.documentFrequency(of: "beta") == 2)
    #expect(try snapshot.documentFrequency(of: "gamma") == 0)
    try snapshot.verify()
  }

  @Test func sameDocumentsGiveTheSameFilesInAnyFolder() throws {
    let temporary = try TemporaryFolder()
    for name in ["one", "two"] {
      try writer(["alpha beta", "beta"]).commit(to: IndexFolder(path: temporary.path(name)))
    }
    #expect(try temporary.names("one") == temporary.names("two"))
    for name in try temporary.names("one") where name != "lock" {
      #expect(try temporary.read("one/\(name)") == temporary.read("two/\(name)"), "\(name)")
    }
  }

  @Test func aReaderKeepsItsSnapshotWhileTheIndexIsReplaced() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    try writer(["alpha"]).commit(to: folder)
    let old = try Snapshot(folder)
    try writer(["beta", "gamma"]).commit(to: folder)
    #expect(try old.search(Query("alpha", analyzer: .plain), model: .tfidfLucene).matchCount == 1)
    let new = try Snapshot(folder)
    #expect(try new.search(Query("alpha", analyzer: .plain), model: .tfidfLucene).matchCount == 0)
    #expect(new.statistics.documentCount == 2)
    let segments = try temporary.names("index").filter { $0.hasSuffix(".qss") }
    #expect(segments.count == 1, "what no manifest names is removed")
  }

  @Test func leftoversOfADeadWriterAreRemovedAndOtherFilesKept() throws {
    let temporary = try TemporaryFolder()
    try temporary.write([UInt8](repeating: 0, count: 99), to: "index/.tmp-123-0123456789abcdef.qss")
    try temporary.write("mine", to: "index/notes.qss")
    try writer(["alpha"]).commit(to: IndexFolder(path: temporary.path("index")))
    let names = try temporary.names("index")
    #expect(!names.contains { $0.hasPrefix(".tmp") })
    #expect(names.contains("notes.qss"))
  }

  @Test func aSegmentThatTheManifestDoesNotMeanIsRefused() throws {
    let temporary = try TemporaryFolder()
    for name in ["one", "two"] {
      try writer([name]).commit(to: IndexFolder(path: temporary.path(name)))
    }
    let names = try ["one", "two"].map { folder in
      try #require(temporary.names(folder).first { $0.hasSuffix(".qss") })
    }
    try temporary.write(try temporary.read("two/" + names[1]), to: "one/" + names[0])
    let error = #expect(throws: IndexError.self) {
      try Snapshot(IndexFolder(path: temporary.path("one")))
    }
    #expect(error?.description.contains(names[0]) == true)
  }

  @Test func namesThatOnlyLookAlikeAreDifferent() throws {
    let writer = IndexWriter(fields: ["a"], analyzer: .plain)
    try writer.add(Document(name: "caf\u{E9}", fields: ["x"]))
    try writer.add(Document(name: "cafe\u{301}", fields: ["x"]))
    let snapshot = try writer.snapshot()
    #expect(try snapshot.document(named: "cafe\u{301}")?.rawValue == 1)
  }

  @Test func aSecondWriterIsToldWhoHoldsTheLock() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path)
    let lock = try WriterLock(folder)
    let error = #expect(throws: IndexError.self) { try writer(["alpha"]).commit(to: folder) }
    guard case .storage(.locked) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    _ = consume lock
  }

  @Test func mistakesOfTheCallerAreErrors() throws {
    let writer = IndexWriter(fields: ["a", "b"], analyzer: .plain)
    try writer.add(Document(name: "x", fields: ["", ""]))
    #expect(throws: IndexError.duplicateName("x")) {
      try writer.add(Document(name: "x", fields: ["", ""]))
    }
    #expect(throws: IndexError.fieldCount(name: "y", expected: 2, found: 1)) {
      try writer.add(Document(name: "y", fields: [""]))
    }
    #expect(writer.documentCount == 1)
  }

  @Test func anEmptyIndexAnswers() throws {
    let snapshot = try IndexWriter(fields: ["a"], analyzer: .plain).snapshot()
    for name in ScoringModel.names.map(\.name) {
      let found = try snapshot.search(
        Query("x", analyzer: .plain), model: try ScoringModel(named: name))
      #expect(found.hits.isEmpty && found.matchCount == 0)
    }
    #expect(try snapshot.document(named: "x") == nil)
  }

  @Test func termsOfAnyKindAreFoundAgain() throws {
    var generator = SeededGenerator(seed: 11)
    let words = (0..<3000).map { number in
      String(number, radix: 36)
        + String(repeating: "é", count: Int.random(in: 0...3, using: &generator))
    }
    let snapshot = try writer(words).snapshot()
    for (number, word) in words.enumerated() {
      #expect(try snapshot.documentFrequency(of: word) >= 1)
      #expect(try snapshot.document(named: "d\(number)")?.rawValue == UInt32(number))
    }
    for absent in ["", "zzzz", "\u{0}", "1", "é"] where !words.contains(absent) {
      #expect(try snapshot.documentFrequency(of: absent) == 0)
    }
  }

  /// A term that the analyzer numbered but gave no token for once made an index that could not be
  /// read.
  @Test func everyTermOfTheDictionaryHasADocument() throws {
    var generator = SeededGenerator(seed: 12)
    let pieces = ["kestrel", " ", "-", "k-means", ".", "x", "é", "_", "/", "C++", "3", "aB"]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 1..<60, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let snapshot = try writer([text, "k-means"], analyzer: .english).snapshot()
      let query = Query(text + " kestrel zz k", analyzer: .english)
      _ = try snapshot.search(query, model: .bm25(BM25()))
    }
  }

  @Test func lengthsOfEveryWidthAreExact() throws {
    let texts = [1, 300, 70_000].map { Array(repeating: "w", count: $0).joined(separator: " ") }
    for count in 1...3 {
      let snapshot = try writer(Array(texts.prefix(count)) + ["v"]).snapshot()
      let oracle = ScoringOracle(
        (Array(texts.prefix(count)) + ["v"]).map { [$0] }, fieldNames: ["text"])
      let query = Query("w", analyzer: .plain)
      let hits = try snapshot.search(query, model: .bm25(BM25())).hits
      for (hit, wanted) in zip(hits, oracle.ranking(query, .bm25(BM25()))) {
        #expect(abs(hit.score - wanted.score) < 1e-9)
      }
    }
  }

  @Test func anotherAnalyzerVersionIsRefusedWithTheWayOut() throws {
    var bytes = try writer(["alpha"]).encodedSegment()
    // The first section holds the analyzer's name behind its length, and its version.
    #expect(Array(bytes[40..<47]) == [5] + Array("plain".utf8) + [1])
    bytes[46] = 9
    let error = #expect(throws: IndexError.self) {
      try Snapshot(segmentBytes: ByteDamage.signed(bytes), named: "test")
    }
    #expect(
      error
        == .analyzerChanged(path: "test", found: "plain version 9", supported: "plain version 1"))
    bytes[41] = UInt8(ascii: "x")
    #expect(throws: IndexError.self) {
      try Snapshot(segmentBytes: ByteDamage.signed(bytes), named: "test")
    }
  }
}
