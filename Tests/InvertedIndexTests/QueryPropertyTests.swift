import InvertedIndex
import TestSupport
import Testing

/// Queries of terms, phrases, beginnings of words and filters together: what passes over documents
/// finds what scoring every document finds, to the bit.
@Suite struct QueryPropertyTests {
  private static func query(
    _ vocabulary: Int, using generator: inout SeededGenerator
  ) -> Query {
    var query = Query()
    func word() -> String { RandomIndex.word(vocabulary, using: &generator) }
    for _ in 0..<([0, 1, 1, 2].randomElement(using: &generator) ?? 0) {
      query.phrases.append(
        Query.Phrase(
          (0..<Int.random(in: 1...3, using: &generator)).map { _ in word() },
          slop: [0, 0, 1, 3].randomElement(using: &generator) ?? 0,
          boost: Bool.random(using: &generator) ? 1 : 0.7))
    }
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let word = Int.random(in: 0..<12, using: &generator) == 0 ? "absent" : word()
      if !query.terms.contains(where: { $0.text == word }) { query.terms.append(.init(word)) }
    }
    for _ in 0..<([0, 0, 1, 2].randomElement(using: &generator) ?? 0) {
      query.prefixes.append(
        Query.Prefix(
          String(word().prefix(Int.random(in: 0...2, using: &generator))),
          boost: Bool.random(using: &generator) ? 1 : 0.3))
    }
    query.match = Int.random(in: 0..<4, using: &generator) == 0 ? .all : .any
    return query
  }

  @Test(arguments: 0..<12)
  func fewHitsAreTheFirstOfMany(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(8500 + seed))
    let vocabulary = [6, 40, 200][seed % 3]
    let index = try RandomIndex(
      fields: [1, 1, 3][seed % 3], documents: [200, 1500][seed % 2], segments: 1 + seed / 2 % 3,
      vocabulary: vocabulary, using: &generator)
    let searcher = Searcher(index.snapshot)
    let models: [ScoringModel] = [
      .bm25(BM25()), .bm25(BM25(k1: 0, b: 1)), .bm25(BM25(.robertson)), .bm25f(BM25F()),
      .bm25f(BM25F(k1: 2, fields: [.init("f0", weight: 3, b: 0.4)])), .tfidfCosine, .tfidfLucene,
      try ScoringModel(named: "bm25:bm25l"), try ScoringModel(named: "bm25:bm25+"),
      try ScoringModel(named: "bm25:bm25-adpt"),
    ]
    for model in models {
      for _ in 0..<6 {
        let query = Self.query(vocabulary, using: &generator)
        let filter = RandomIndex.filter(using: &generator)
        let all = try index.snapshot.searchExhaustively(query, model: model, limit: 100_000).hits
          .filter { index.passes($0.document, filter) }
        let name = "\(seed) \(model) \(query) \(String(describing: filter))"
        let whole = try searcher.search(
          query, model: model, limit: 100_000, matching: filter, countsMatches: true)
        #expect(whole.hits == all, "\(name)")
        #expect(whole.matchCount == all.count, "\(name)")
        let excluded = all.prefix(30).map(\.document).filter { $0.rawValue % 7 == 0 }
        let rest = all.filter { !excluded.contains($0.document) }
        for limit in [0, 1, 2, 3, 10, 64, 300] {
          let found = try searcher.search(query, model: model, limit: limit, matching: filter)
          #expect(found.hits == Array(all.prefix(limit)), "\(name) \(limit)")
          let other = try searcher.search(
            query, model: model, limit: limit, excluding: excluded, matching: filter)
          #expect(other.hits == Array(rest.prefix(limit)), "\(name) \(limit)")
        }
      }
    }
  }

  /// The definition: documents with a word that begins so, in their order, with one score.
  @Test(arguments: 0..<12)
  func beginningsFindTheFirstDocumentsWithSuchAWord(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(8700 + seed))
    let index = try RandomIndex(
      fields: 1 + seed % 2, documents: [100, 3000][seed % 2], segments: 1 + seed / 2 % 3,
      vocabulary: [10, 120, 2000][seed % 3], using: &generator)
    let searcher = Searcher(index.snapshot)
    for prefix in ["", "1", "2", "12", "103", "4444", "x"] {
      let filter = RandomIndex.filter(using: &generator)
      let expected = index.words.keys.sorted().filter { number in
        (index.words[number] ?? []).joined().contains { $0.hasPrefix(prefix) }
          && index.passes(DocumentID(rawValue: number), filter)
      }
      for limit in [1, 2, 10, 200, 300, 5000] {
        let found = try searcher.search(
          Query(prefixes: [Query.Prefix(prefix)]), model: .bm25(BM25()), limit: limit,
          matching: filter
        ).hits
        #expect(
          found.map(\.document.rawValue) == Array(expected.prefix(limit)), "\(seed) '\(prefix)*'")
        #expect(found.allSatisfy { $0.score == 1 })
      }
    }
  }

  /// Results do not depend on the number of threads.
  @Test func aBatchIsItsQueriesOneByOne() throws {
    var generator = SeededGenerator(seed: 8900)
    let index = try RandomIndex(
      fields: 2, documents: 500, segments: 2, vocabulary: 40, using: &generator)
    let queries = (0..<37).map { _ in Self.query(40, using: &generator) }
    let filter = DocumentFilter([["all"]])
    let searcher = Searcher(index.snapshot)
    for model: ScoringModel in [.bm25f(BM25F()), .tfidfCosine] {
      let expected = try queries.map { query in
        try searcher.search(query, model: model, limit: 7, matching: filter).hits
      }
      for threads in [nil, 1, 2, 3, 8, 100] {
        let found = try index.snapshot.search(
          queries, model: model, limit: 7, matching: filter, threads: threads)
        #expect(found.map(\.hits) == expected)
      }
      #expect(try index.snapshot.search([], model: model).isEmpty)
    }
  }

  @Test(arguments: 0..<10)
  func explanationsAddUpToTheScore(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(8800 + seed))
    let index = try RandomIndex(
      fields: 1 + seed % 3, documents: 120, segments: 1 + seed % 2, vocabulary: 12,
      using: &generator)
    for model: ScoringModel in [.bm25(BM25()), .bm25f(BM25F()), .tfidfLucene, .tfidfCosine] {
      for _ in 0..<6 {
        let query = Self.query(12, using: &generator)
        let hits = try index.snapshot.search(query, model: model, limit: 5).hits
        for hit in hits {
          let explanation = try index.snapshot.explain(
            query, model: model, document: hit.document)
          #expect(abs(explanation.score - hit.score) <= 1e-9, "\(seed) \(model) \(query)")
          #expect(
            explanation.parts.count <= query.terms.count + query.phrases.count
              + query.prefixes.count)
        }
      }
    }
  }
}
