import Foundation
import IndexStorage
import InvertedIndex
import TestSupport
import TextAnalysis
import Testing

/// What rankings add where a document has a word of the query in its very form.
@Suite struct ExactFormsTests {
  private static let weight = 0.2
  private static let ranking = Ranking(.bm25(BM25()), exactForms: weight)

  private func index(_ texts: [[String]], keepsForms: Bool = true) throws -> Snapshot {
    let writer = IndexWriter(
      fields: texts[0].indices.map { "f\($0)" }, analyzer: .english, keepsForms: keepsForms)
    for (number, fields) in texts.enumerated() {
      try writer.add(Document(name: "d\(number)", fields: fields))
    }
    return try writer.snapshot()
  }

  private func ranked(_ texts: [String], _ query: String) throws -> [Int] {
    let searcher = Searcher(try index(texts.map { [$0] }))
    return try searcher.search(searcher.query(query), ranking: Self.ranking).hits
      .map { Int($0.document.rawValue) }
  }

  @Test func theVeryFormIsFirst() throws {
    let texts = ["what is normalized", "what is normalizing", "what is a normalization"]
    #expect(try ranked(texts, "normalized").first == 0)
    #expect(try ranked(texts, "Normalizing").first == 1)
    #expect(try ranked(texts, "normalization").first == 2)
    // None has it: the shorter ones, in their order.
    #expect(try ranked(texts, "normalize") == [0, 1, 2])
  }

  @Test func theFirstFieldWithWordsCounts() throws {
    let snapshot = try index([
      ["sorted", "sorting"], ["", "sorting"], ["sorting", "sorted"], ["", "sorted"],
    ])
    let searcher = Searcher(snapshot)
    let query = searcher.query("sorting")
    let hits = try searcher.search(query, ranking: Self.ranking).hits
    for hit in hits {
      let parts = try snapshot.explain(query, ranking: Self.ranking, hit: hit).parts
      let hasForm = [1, 2].contains(Int(hit.document.rawValue))
      #expect(parts.contains { $0.term == Explanation.exactForms } == hasForm)
    }
  }

  @Test func anIndexWithoutFormsHasNoPreference() throws {
    let snapshot = try index([["sorted"], ["sorting"]], keepsForms: false)
    let searcher = Searcher(snapshot)
    let query = searcher.query("sorting")
    let plain = try searcher.search(query, model: .bm25(BM25()))
    #expect(try searcher.search(query, ranking: Self.ranking).hits == plain.hits)
  }

  /// The formula, word by word over the texts, for any number of segments and deletions.
  @Test(arguments: 0..<6)
  func gainsAreThoseOfTheFormula(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let texts = (0..<240).map { _ in
      [Int.random(in: 0..<12, using: &random), 5].map { count in
        (0..<count).map { _ in Self.word(&random) }
      }
    }
    let temporary = try TemporaryFolder()
    let snapshot = try Self.index(texts, in: IndexFolder(path: temporary.path("index")))
    let searcher = Searcher(snapshot)
    let gains = RankingGains(
      snapshot: snapshot, ranking: Self.ranking, part: Explanation.exactForms, candidates: 16)
    let live = texts.enumerated().filter { $0.offset % 11 != 0 }.map(\.element)
    for _ in 0..<20 {
      let query = (0..<Int.random(in: 1..<6, using: &random)).map { _ in Self.word(&random) }
      let terms = searcher.query(query.joined(separator: " ").uppercased())
      try gains.check(terms, searcher) { Self.gain(texts[$0], query, of: live) }
    }
  }

  /// With everything else that rankings add, the parts are still the whole.
  @Test func anExplanationTellsFormsFromNearnessOfWords() throws {
    let snapshot = try index([
      ["sorting big lists"], ["sorted big lists"], ["sorting is for lists that are big"],
      ["merging trees"], ["merged trees"], ["hashing"],
    ])
    let ranking = Ranking(
      .bm25f(BM25F()), functionWords: 0.3, latent: 0.5, feedback: 1, proximity: 0.1,
      exactForms: 0.1, putsSameTextFirst: true)
    let searcher = Searcher(snapshot)
    for text in ["sorting big lists", "sorting lists", "merged trees hashing"] {
      let query = searcher.query(text)
      for hit in try searcher.search(query, ranking: ranking).hits {
        let parts = try snapshot.explain(query, ranking: ranking, hit: hit).parts
        #expect(abs(parts.map(\.contribution).reduce(0, +) - hit.score) < 1e-9)
        #expect(parts.allSatisfy { $0.contribution > 0 })
      }
    }
    let query = searcher.query("sorting big lists")
    let first = try #require(try searcher.search(query, ranking: ranking).hits.first)
    #expect(
      try snapshot.explain(query, ranking: ranking, hit: first).parts.map(\.term).suffix(3)
        == [Explanation.proximity, Explanation.exactForms, Explanation.sameText])
  }

  private static let stems = ["train", "sort", "cluster", "filter", "test"]
  private static let endings = ["", "s", "ing", "ed"]

  private static func word(_ random: inout SeededGenerator) -> String {
    stems[Int.random(in: 0..<stems.count, using: &random)]
      + endings[Int.random(in: 0..<endings.count, using: &random)]
  }

  private static func stem(_ word: String) -> String { stems.first { word.hasPrefix($0) } ?? word }

  private static func index(_ texts: [[[String]]], in folder: IndexFolder) throws -> Snapshot {
    let writer = try IndexWriter(
      folder, fields: ["question", "answer"], analyzer: .english, keepsForms: true)
    for (number, text) in texts.enumerated() {
      let document = Document(name: "d\(number)", fields: text.map { $0.joined(separator: " ") })
      try writer.add(document, group: number % 11 == 0 ? "gone" : "kept\(number / 80)")
      if number % 80 == 79 { try writer.commit() }
    }
    _ = try writer.delete(group: "gone")
    try writer.commit()
    return try Snapshot(folder)
  }

  private static func gain(
    _ text: [[String]], _ query: [String], of live: [[[String]]]
  ) -> Double {
    var seen: Set<String> = []
    return query.filter { seen.insert(stem($0)).inserted }
      .filter { (text.first { !$0.isEmpty } ?? []).contains($0) }
      .reduce(0) { sum, word in
        let count = Double(live.count { $0.joined().contains { stem($0) == stem(word) } })
        return sum + weight * log(1 + (Double(live.count) - count + 0.5) / (count + 0.5))
      }
  }
}
