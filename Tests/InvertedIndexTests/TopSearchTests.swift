import IndexStorage
import InvertedIndex
import TestSupport
import Testing

/// Searches that pass documents over find what scoring every document finds, to the bit.
@Suite struct TopSearchTests {
  /// Documents of a few frequent and many rare words, of very different lengths, some with a word
  /// many times.
  private static func texts(_ count: Int, using generator: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in
      let length =
        Int.random(in: 0..<60, using: &generator) == 0
        ? Int.random(in: 200...400, using: &generator) : Int.random(in: 1...9, using: &generator)
      var words: [String] = []
      while words.count < length {
        let word = RandomCorpus.word(using: &generator)
        let times =
          Int.random(in: 0..<40, using: &generator) == 0
          ? Int.random(in: 2...30, using: &generator) : 1
        words += Array(repeating: word, count: times)
      }
      return words.joined(separator: " ")
    }
  }

  private static func snapshot(
    fields: Int, documents: Int, segments: Int, in folder: IndexFolder,
    using generator: inout SeededGenerator
  ) throws -> Snapshot {
    let writer = try IndexWriter(
      folder, fields: (0..<fields).map { "f\($0)" }, analyzer: .plain)
    // Groups of falling sizes, so that no policy merges what is committed.
    for segment in 0..<segments {
      let count = documents >> (2 * segment)
      let columns = (0..<fields).map { _ in texts(count, using: &generator) }
      for number in 0..<count {
        try writer.add(
          Document(name: "\(segment)-\(number)", fields: columns.map { $0[number] }),
          group: "g\(segment)-\(number % 10)")
      }
      try writer.commit()
    }
    if segments > 1 {
      for segment in 0..<segments { try writer.delete(group: "g\(segment)-3") }
      try writer.commit()
    }
    return try Snapshot(folder)
  }

  private static func models(using generator: inout SeededGenerator) -> [ScoringModel] {
    let k1 = Double.random(in: 0...3, using: &generator)
    let b = Double.random(in: 0...1, using: &generator)
    return [
      .bm25(BM25()), .bm25(BM25(k1: k1, b: b)), .bm25(BM25(.atire, k1: k1, b: b)),
      .bm25(BM25(.robertson)), .bm25(BM25(k1: 0, b: 1)),
      .bm25l(BM25Delta(k1: k1, b: b, delta: 0.5, countsAbsentTerms: false)),
      .bm25Plus(BM25Delta(k1: k1, b: b, delta: 1, countsAbsentTerms: false)), .bm25f(BM25F()),
      .bm25f(
        BM25F(k1: k1, fields: [.init("f0", weight: 3, b: b), .init("f1", weight: 0.5, b: 0)])),
      .bm25l(BM25L.parameters),
    ]
  }

  /// With `b` 1 an occurrence in an empty field would be worth everything; there is none.
  @Test func emptyFieldsAreWorthNothing() throws {
    let writer = IndexWriter(fields: ["f0", "f1"], analyzer: .plain)
    for (number, texts) in [["a b", ""], ["a c", "a a"], ["", "b a"], ["c", ""]].enumerated() {
      try writer.add(Document(name: "\(number)", fields: texts))
    }
    let snapshot = try writer.snapshot()
    let model = ScoringModel.bm25f(BM25F(fields: [.init("f0", b: 1), .init("f1", b: 1)]))
    let query = Query(terms: [.init("a"), .init("b")])
    let hits = try snapshot.search(query, model: model, limit: 10).hits
    #expect(hits.count == 3 && hits.allSatisfy { $0.score > 0 })
    for hit in hits {
      #expect(try snapshot.explain(query, model: model, document: hit.document).score == hit.score)
    }
  }

  @Test(arguments: 0..<12)
  func fewHitsAreTheFirstOfMany(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(7000 + seed))
    let temporary = try TemporaryFolder()
    let snapshot = try Self.snapshot(
      fields: [1, 1, 2, 3][seed % 4], documents: [300, 6000, 1500][seed % 3],
      segments: [1, 3, 2][(seed / 2) % 3], in: IndexFolder(path: temporary.path("index")),
      using: &generator)
    let searcher = Searcher(snapshot)
    for model in Self.models(using: &generator) {
      for _ in 0..<8 {
        var query = RandomCorpus.query(using: &generator)
        if Bool.random(using: &generator) {
          query.terms.append(.init("w\(Int.random(in: 60...70, using: &generator))"))
        }
        query.match = Int.random(in: 0..<3, using: &generator) == 0 ? .all : .any
        let all = try snapshot.searchExhaustively(query, model: model, limit: 100_000)
        #expect(all.matchCount == all.hits.count)
        #expect(try snapshot.search(query, model: model, limit: 100_000) == all)
        let excluded = all.hits.prefix(40).map(\.document).filter { _ in
          Int.random(in: 0..<8, using: &generator) == 0
        }
        let rest = all.hits.filter { !excluded.contains($0.document) }
        for limit in [1, 2, 3, 10, 17, 32, 33, 100, 500, 100_000] {
          let found = try searcher.search(query, model: model, limit: limit)
          #expect(found.hits == Array(all.hits.prefix(limit)), "\(seed) \(model) \(query) \(limit)")
          let other = try searcher.search(query, model: model, limit: limit, excluding: excluded)
          #expect(other.hits == Array(rest.prefix(limit)), "\(seed) \(model) \(query) \(limit)")
        }
      }
    }
  }

  /// In whatever order scores come, many hits of many are the first of all.
  @Test func ordersOfScoresMakeNoDifference() throws {
    let count = 3000
    let orders: [(Int) -> Int] = [
      { $0 }, { count - $0 }, { min($0, count - $0) }, { $0 % 7 }, { _ in 1 }, { $0 * 919 % count },
    ]
    for (name, order) in orders.enumerated() {
      let writer = IndexWriter(fields: ["text"], analyzer: .plain)
      for number in 0..<count {
        let others = String(repeating: " b", count: order(number) / 20)
        try writer.add(Document(name: "\(number)", fields: ["a\(others)"]))
      }
      let snapshot = try writer.snapshot()
      let query = Query(terms: [.init("a")])
      let all = try snapshot.searchExhaustively(query, model: .bm25(BM25()), limit: count).hits
        .sorted { ($1.score, $0.document.rawValue) < ($0.score, $1.document.rawValue) }
      #expect(all.count == count)
      for limit in [1, 31, 32, 33, 64, 100, 999, 1500, 2999] {
        let found = try snapshot.search(query, model: .bm25(BM25()), limit: limit).hits
        #expect(found == Array(all.prefix(limit)), "\(name) \(limit)")
      }
    }
  }

  @Test func textsAreTheSameQueriesAsInAQuery() throws {
    var generator = SeededGenerator(seed: 5)
    let snapshot = try RandomCorpus(maximum: 40, using: &generator).writer().snapshot()
    let searcher = Searcher(snapshot)
    for text in ["", "w0", "w1 w0 w1", "a b c a w3"] {
      #expect(searcher.query(text) == Query(text, analyzer: .plain))
      #expect(searcher.query(text, .all) == Query(text, analyzer: .plain, match: .all))
    }
  }
}
