import InvertedIndex
import TestSupport
import Testing

/// The engine against the definitions, on random collections.
@Suite struct OracleTests {
  @Test(arguments: 0..<150)
  func searchEqualsTheOracle(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let corpus = RandomCorpus(maximum: seed < 130 ? 30 : 120, using: &generator)
    let oracle = ScoringOracle(corpus.documents, fieldNames: corpus.fieldNames)
    let snapshot = try corpus.writer().snapshot()
    for kind in 0..<RandomCorpus.modelKinds {
      let query = RandomCorpus.query(using: &generator)
      let model = corpus.model(using: &generator, kind: kind)
      let expected = oracle.ranking(query, model)
      let limit = Int.random(in: 0...50, using: &generator)
      let found = try snapshot.search(query, model: model, limit: limit)
      #expect(found.matchCount == expected.count, "seed \(seed)")
      #expect(found.hits.count == min(limit, expected.count), "seed \(seed)")
      for (hit, wanted) in zip(found.hits, expected) {
        #expect(abs(hit.score - wanted.score) <= 1e-9, "seed \(seed) \(model) \(query)")
      }
      // Equal scores may differ in their last digit, as sums of the same parts in another order.
      let scores = Dictionary(uniqueKeysWithValues: expected.map { ($0.document, $0.score) })
      for hit in found.hits {
        let score = try #require(scores[Int(hit.document.rawValue)], "seed \(seed)")
        #expect(abs(hit.score - score) <= 1e-9, "seed \(seed) \(model)")
      }
    }
  }

  @Test(arguments: 0..<60)
  func ordersAndPrefixesHold(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(1000 + seed))
    let corpus = RandomCorpus(maximum: 80, using: &generator)
    let snapshot = try corpus.writer().snapshot()
    let query = RandomCorpus.query(using: &generator)
    let model = corpus.model(using: &generator)
    let all = try snapshot.search(query, model: model, limit: 1000).hits
    for (left, right) in zip(all, all.dropFirst()) {
      #expect(
        left.score > right.score || (left.score == right.score && left.document < right.document),
        "seed \(seed)")
    }
    for limit in 0...12 {
      let hits = try snapshot.search(query, model: model, limit: limit).hits
      #expect(hits == Array(all.prefix(limit)), "seed \(seed), limit \(limit)")
    }
  }

  @Test(arguments: 0..<60)
  func explanationsAddUpToTheScore(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(2000 + seed))
    let corpus = RandomCorpus(maximum: 40, using: &generator)
    let snapshot = try corpus.writer().snapshot()
    let query = RandomCorpus.query(using: &generator)
    let model = corpus.model(using: &generator)
    for hit in try snapshot.search(query, model: model, limit: 100).hits {
      let explanation = try snapshot.explain(query, model: model, document: hit.document)
      let sum = explanation.parts.reduce(0) { $0 + $1.contribution }
      #expect(abs(sum - hit.score) <= 1e-9, "seed \(seed) \(model)")
      #expect(explanation.score == sum)
      for part in explanation.parts {
        #expect(abs(part.idf * part.queryPart * part.documentPart - part.contribution) <= 1e-9)
        #expect(part.frequencies.contains { $0 > 0 } || Self.countsAbsentTerms(model))
        let words = corpus.documents[Int(hit.document.rawValue)].map { $0.split(separator: " ") }
        #expect(part.frequencies == words.map { $0.filter { $0 == part.term }.count })
      }
    }
  }

  private static func countsAbsentTerms(_ model: ScoringModel) -> Bool {
    switch model {
    case .bm25l(let model): model.countsAbsentTerms
    case .bm25Plus(let model): model.countsAbsentTerms
    default: false
    }
  }

  /// What a document has for terms that it lacks is in the scores, so that hits stand in the order
  /// of the full formula over all documents, and those that are no hits behind them, all alike.
  @Test(arguments: 0..<60)
  func absentTermsAreScoredAsInTheFullFormula(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(3000 + seed))
    let corpus = RandomCorpus(maximum: 40, using: &generator)
    let oracle = ScoringOracle(corpus.documents, fieldNames: corpus.fieldNames)
    let snapshot = try corpus.writer().snapshot()
    let query = RandomCorpus.query(using: &generator)
    let k1 = Double.random(in: 0...3, using: &generator)
    let b = Double.random(in: 0...1, using: &generator)
    let delta = Double.random(in: 0...2, using: &generator)
    let models: [ScoringModel] = [
      .bm25l(BM25Delta(k1: k1, b: b, delta: delta)),
      .bm25Plus(BM25Delta(k1: k1, b: b, delta: delta)),
    ]
    for model in models {
      let all = oracle.rankingOfAll(query, model)
      let hits = try snapshot.search(query, model: model, limit: 1000).hits
      for (hit, wanted) in zip(hits, all) {
        #expect(abs(hit.score - wanted.score) <= 1e-9, "seed \(seed) \(model)")
      }
      let rest = all.dropFirst(hits.count)
      let lowest = rest.first?.score ?? 0
      #expect(rest.allSatisfy { abs($0.score - lowest) <= 1e-9 }, "seed \(seed) \(model)")
      #expect(hits.allSatisfy { $0.score >= lowest - 1e-9 }, "seed \(seed) \(model)")
    }
  }

  /// Every pair of letters that two triples can have for documents, in one search each.
  @Test func everySMARTTripleEqualsTheOracle() throws {
    var generator = SeededGenerator(seed: 17)
    let corpus = RandomCorpus(maximum: 40, using: &generator)
    let oracle = ScoringOracle(corpus.documents, fieldNames: corpus.fieldNames)
    let snapshot = try corpus.writer().snapshot()
    let query = Query(terms: [.init("w0", frequency: 2), .init("w3"), .init("w7"), .init("absent")])
    for first in SMARTTriple.TermFrequency.allCases {
      for second in SMARTTriple.DocumentFrequency.allCases {
        for third in SMARTTriple.Normalization.allCases {
          let triple = SMARTTriple(first, second, third)
          for model in [
            SMARTWeighting(document: triple, query: SMARTTriple(.logarithm, .idf, .cosine)),
            SMARTWeighting(document: SMARTTriple(.logarithm, .none, .cosine), query: triple),
          ] {
            let found = try snapshot.search(query, model: .tfidf(model), limit: 1000).hits
            let wanted = oracle.ranking(query, .tfidf(model))
            #expect(found.count == wanted.count)
            for (hit, wanted) in zip(found, wanted) {
              #expect(abs(hit.score - wanted.score) <= 1e-9, "\(model)")
            }
          }
        }
      }
    }
  }

  @Test func threadsShareWhatIsWorkedOutOnce() async throws {
    var generator = SeededGenerator(seed: 19)
    let corpus = RandomCorpus(maximum: 120, using: &generator)
    let snapshot = try corpus.writer().snapshot()
    let model = try ScoringModel(named: "tfidf:Ltc.apu")
    let query = Query(terms: [.init("w0"), .init("w5", frequency: 2)])
    let expected = try corpus.writer().snapshot().search(query, model: model, limit: 200)
    try await withThrowingTaskGroup(of: SearchResult.self) { group in
      for _ in 0..<8 {
        group.addTask { try snapshot.search(query, model: model, limit: 200) }
      }
      for try await found in group { #expect(found == expected) }
    }
  }

  @Test func excludedDocumentsAreNotFoundAndNotCounted() throws {
    var generator = SeededGenerator(seed: 7)
    let corpus = RandomCorpus(maximum: 40, using: &generator)
    let snapshot = try corpus.writer().snapshot()
    let query = Query(terms: [.init("w0")])
    let all = try snapshot.search(query, model: .bm25(BM25()), limit: 1000)
    let first = try #require(all.hits.first?.document)
    let rest = try snapshot.search(
      query, model: .bm25(BM25()), limit: 1000, excluding: [first, DocumentID(rawValue: 999_999)])
    #expect(rest.hits == Array(all.hits.dropFirst()))
    #expect(rest.matchCount == all.hits.count - 1)
  }
}
