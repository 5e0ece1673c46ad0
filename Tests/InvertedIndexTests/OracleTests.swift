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
    for _ in 0..<6 {
      let query = RandomCorpus.query(using: &generator)
      let model = corpus.model(using: &generator)
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
        let words = corpus.documents[Int(hit.document.rawValue)].map { $0.split(separator: " ") }
        #expect(part.frequencies == words.map { $0.filter { $0 == part.term }.count })
      }
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
    #expect(rest.matchCount == all.matchCount - 1)
  }
}
