import IndexStorage
import InvertedIndex
import TestSupport
import TextAnalysis
import Testing

/// Rankings that put documents first whose first field is the query's text.
@Suite struct SameTextTests {
  private static let rankings = [
    Ranking(.bm25(BM25()), putsSameTextFirst: true),
    Ranking(
      .bm25f(BM25F()), functionWords: 0.3, latent: 0.55, feedback: 1, proximity: 0.3,
      putsSameTextFirst: true),
    Ranking(.tfidfLucene, putsSameTextFirst: true),
  ]

  /// Few words, many of them in every text, so that the right document is often not the best.
  private func texts(_ random: inout SeededGenerator) -> [[String]] {
    (0..<400).map { _ in
      [Int.random(in: 1..<9, using: &random), Int.random(in: 0..<60, using: &random)].map { count in
        (0..<count).map { _ in "w\(Int.random(in: 0..<12, using: &random))" }
          .joined(separator: " ")
      }
    }
  }

  /// What the text of a document promises for a query: exact before near before others.
  private func promise(_ text: String, _ query: [String]) -> Int {
    let words = text.split(separator: " ").map(String.init)
    let isThere = Set(query).allSatisfy { word in
      words.count { $0 == word } >= query.count { $0 == word }
    }
    guard isThere, words.count >= query.count,
      words.count <= query.count + query.count / 5
    else { return 2 }
    return words.count == query.count ? 0 : 1
  }

  @Test(arguments: 0..<6)
  func theSameTextIsFirst(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let texts = texts(&random)
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    let writer = IndexWriter(fields: ["question", "answer"], analyzer: .plain)
    for (number, text) in texts.enumerated() where number < 300 {
      let group = number % 17 == 0 ? "gone" : "kept"
      try writer.add(Document(name: "d\(number)", fields: text), group: group)
    }
    try writer.commit(to: folder, attachment: [])
    let update = try IndexWriter(folder, fields: ["question", "answer"], analyzer: .plain)
    for (number, text) in texts.enumerated() where number >= 300 {
      try update.add(Document(name: "d\(number)", fields: text), group: "later")
    }
    _ = try update.delete(group: "gone")
    _ = try update.commit()
    let snapshot = try Snapshot(folder)
    let searcher = Searcher(snapshot)
    for number in 0..<60 where number % 17 != 0 {
      let query = texts[number][0].split(separator: " ").map(String.init).shuffled(using: &random)
      let words = searcher.query(query.joined(separator: " "))
      for ranking in Self.rankings {
        let all = try searcher.search(words, ranking: ranking, limit: 1000).hits
        let promises = try all.map {
          promise(texts[Int(try snapshot.name(of: $0.document).dropFirst()) ?? 0][0], query)
        }
        #expect(promises.first == 0, "\(query)")
        #expect(promises == promises.sorted(), "\(query) \(ranking)")
        #expect(Set(all.map(\.document)).count == all.count)
        for limit in [1, 3, 10, 100, 101] {
          let some = try searcher.search(words, ranking: ranking, limit: limit).hits
          #expect(some == Array(all.prefix(limit)))
        }
        let first = try #require(all.first)
        let explanation = try snapshot.explain(words, ranking: ranking, hit: first)
        #expect(explanation.parts.last?.term == Explanation.sameText)
        #expect(abs(explanation.parts.map(\.contribution).reduce(0, +) - first.score) < 1e-9)
        let others = try searcher.search(words, ranking: ranking, excluding: [first.document]).hits
        #expect(!others.map(\.document).contains(first.document))
      }
    }
  }
}
