import Foundation
import IndexStorage
import InvertedIndex
import TestSupport
import TextAnalysis
import Testing

/// Rankings with nearness in the latent space of an index's documents.
@Suite struct LatentSpaceTests {
  private static let ranking = Ranking(.bm25(BM25()), functionWords: 0.3, latent: 0.3)
  private static let withFeedback = Ranking(
    .bm25(BM25()), functionWords: 0.3, latent: 0.3, feedback: 1)

  private func snapshot(
    _ texts: [String], _ analyzer: Analyzer = .plain
  ) throws -> Snapshot {
    let writer = IndexWriter(fields: ["text"], analyzer: analyzer)
    for (number, text) in texts.enumerated() {
      try writer.add(Document(name: "d\(number)", fields: [text]))
    }
    return try writer.snapshot()
  }

  private func hits(
    _ snapshot: Snapshot, _ text: String, _ ranking: Ranking = ranking, limit: Int = 1000
  ) throws -> [(name: String, score: Double)] {
    let searcher = Searcher(snapshot)
    return try searcher.search(searcher.query(text), ranking: ranking, limit: limit).hits.map {
      (try snapshot.name(of: $0.document), $0.score)
    }
  }

  /// Texts about four things, each with words of its own.
  private func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      (0..<8).map { _ in "w\(number % 4 * 20 + Int.random(in: 0..<24, using: &random))" }
        .joined(separator: " ")
    }
  }

  /// Both last documents have one word of the query; one of them speaks of the same thing.
  @Test func whatOccursTogetherIsNear() throws {
    let cars = (0..<6).flatMap { _ in
      ["car engine road", "automobile engine road", "car automobile"]
    }
    let boats = (0..<6).flatMap { _ in ["boat sail sea", "ship sail sea", "boat ship"] }
    let snapshot = try snapshot(cars + boats + ["wheel ship sail", "wheel automobile engine"])
    let names = try hits(snapshot, "car wheel").map(\.name)
    let (near, far) = (names.firstIndex(of: "d37"), names.firstIndex(of: "d36"))
    #expect(try #require(near) < #require(far))
    let words = try hits(snapshot, "car wheel", Ranking(.bm25(BM25())))
    #expect(words.first { $0.name == "d36" }?.score == words.first { $0.name == "d37" }?.score)
  }

  /// Two documents have the same words of the query; one of them has a word that is like another.
  @Test func wordsThatAreAlikeAreNear() throws {
    let others = (0..<40).map { "word\($0 % 7) thing\($0 % 5) item\($0 % 3)" }
    let texts = ["valley parameterized", "valley kilometers", "parameter river", "gorge mountain"]
    let snapshot = try snapshot(others + texts)
    let found = try hits(snapshot, "valley parameter")
    let (alike, other) = (
      found.first { $0.name == "d40" }?.score, found.first { $0.name == "d41" }?.score
    )
    #expect(try #require(alike) > #require(other))
    let words = try hits(snapshot, "valley parameter", Ranking(.bm25(BM25())))
    #expect(words.first { $0.name == "d40" }?.score == words.first { $0.name == "d41" }?.score)
  }

  /// Where there are as many dimensions as words, nearness is the cosine of the words' weights.
  @Test func withDimensionsForAllWordsNearnessIsTheCosine() throws {
    var random = SeededGenerator(seed: 77)
    let words = (0..<12).map { "w\($0)" }
    let documents = (0..<480).map { _ in Array(words.shuffled(using: &random).prefix(4)) }
    let snapshot = try snapshot(documents.map { $0.joined(separator: " ") })
    func idf(_ word: String) -> Double {
      let count = Double(documents.count { $0.contains(word) })
      return log(1 + (480 - count + 0.5) / (count + 0.5))
    }
    for query in [["w0", "w1"], ["w3"], ["w4", "w5", "w6"]] {
      let searcher = Searcher(snapshot)
      let terms = searcher.query(query.joined(separator: " "))
      let best = try #require(
        try searcher.search(terms, model: Self.ranking.model, limit: 1).hits.first?.score)
      for hit in try searcher.search(terms, ranking: Self.ranking, limit: 40).hits {
        let number = try #require(Int(try snapshot.name(of: hit.document).dropFirst()))
        let document = documents[number]
        let common = query.filter(document.contains).map { idf($0) * idf($0) }.reduce(0, +)
        let lengths = [query, document].map {
          $0.map { idf($0) * idf($0) }.reduce(0, +).squareRoot()
        }
        let explanation = try snapshot.explain(terms, ranking: Self.ranking, hit: hit)
        let part = try #require(explanation.parts.last)
        #expect(part.term == Explanation.nearness)
        let nearness = part.contribution / (best * 0.3 / 0.7)
        #expect(abs(nearness - common / (lengths[0] * lengths[1])) < 0.04)
        #expect(abs(explanation.parts.map(\.contribution).reduce(0, +) - hit.score) < 1e-9)
      }
    }
  }

  /// However documents came into the index, and in whatever order.
  @Test(arguments: 0..<4)
  func updatesAndOrderMakeNoDifference(seed: Int) throws {
    let texts = texts(120, seed: UInt64(seed))
    let whole = try snapshot(texts)
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    var random = SeededGenerator(seed: UInt64(900 + seed))
    let order = texts.indices.shuffled(using: &random)
    let writer = IndexWriter(fields: ["text"], analyzer: .plain)
    for part in [order[..<30], order[30..<31], order[31...]] {
      for number in part {
        try writer.add(Document(name: "d\(number)", fields: [texts[number]]))
      }
      try writer.commit(to: folder, attachment: [])
    }
    let updated = try Snapshot(folder)
    for query in ["w1 w2 w3", "w25 w30", "w70 w5 w44 w61"] {
      let one = try hits(whole, query, Self.withFeedback).sorted { $0.name < $1.name }
      let other = try hits(updated, query, Self.withFeedback).sorted { $0.name < $1.name }
      #expect(one.map(\.name) == other.map(\.name) && one.map(\.score) == other.map(\.score))
    }
  }

  @Test func fewHitsAreTheFirstOfMany() throws {
    let snapshot = try snapshot(texts(600, seed: 5))
    for query in ["w1 w2 w3 w4 w5 w6 w7 w8 w9 w10", "w20 w21 w22 w23"] {
      let all = try hits(snapshot, query, Self.withFeedback)
      #expect(all.count > 130)
      for limit in [0, 1, 10, 99, 100, 101, 130] {
        let some = try hits(snapshot, query, Self.withFeedback, limit: limit)
        #expect(some.map(\.name) == all.prefix(limit).map(\.name))
        #expect(some.map(\.score) == all.prefix(limit).map(\.score))
      }
    }
  }

  /// A file that is damaged, cut or another index's is made anew: it changes no ranking.
  @Test func aDamagedFileIsMadeAnew() throws {
    let temporary = try TemporaryFolder()
    let folder = IndexFolder(path: temporary.path("index"))
    let writer = IndexWriter(fields: ["text"], analyzer: .plain)
    for (number, text) in texts(60, seed: 8).enumerated() {
      try writer.add(Document(name: "d\(number)", fields: [text]))
    }
    try writer.commit(to: folder, attachment: [])
    try Snapshot(folder).prepareRanking()
    let url = URL(fileURLWithPath: folder.path(of: "latent.state"))
    let bytes = Array(try Data(contentsOf: url))
    let expected = try hits(try Snapshot(folder), "w1 w2 w25").map(\.score)
    var random = SeededGenerator(seed: 3)
    for number in 0..<200 {
      let damaged =
        switch number % 3 {
        case 0: ByteDamage.flip(bytes, bit: Int.random(in: 0..<bytes.count * 8, using: &random))
        case 1: ByteDamage.cut(bytes, to: Int.random(in: 0..<bytes.count, using: &random))
        default: ByteDamage.signed(ByteDamage.mutated(bytes, using: &random))
        }
      try Data(damaged).write(to: url)
      let found = try? hits(try Snapshot(folder), "w1 w2 w25").map(\.score)
      // With checksums made right it may say something else, but it says something.
      #expect(number % 3 == 2 ? found != nil : found == expected, "\(number)")
    }
  }

  @Test func functionWordsWeighLess() throws {
    let texts = ["how does the cat sleep", "how does the dog bark", "the the the how does"]
    let snapshot = try snapshot(texts, .english)
    let scores = try hits(snapshot, "how does the cat", Ranking(.bm25(BM25()), functionWords: 0))
    #expect(scores.first?.name == "d0" && scores.dropFirst().allSatisfy { $0.score == 0 })
    // A query of nothing else is as it was.
    #expect(
      try hits(snapshot, "how does the", Ranking(.bm25(BM25()), functionWords: 0)).map(\.score)
        == (try hits(snapshot, "how does the", Ranking(.bm25(BM25())))).map(\.score))
  }

  /// So do others that say little, and letters alone, where a word says more.
  @Test func wordsThatSayLittleWeighLess() throws {
    let texts = ["describe the cat", "describe between", "x y z", "the c cat", "the the c"]
    let snapshot = try snapshot(texts, .english)
    let ranking = Ranking(.bm25(BM25()), functionWords: 0)
    for query in ["describe the cat", "cat x", "is c between cats"] {
      let scores = try hits(snapshot, query, ranking)
      #expect(Set(scores.filter { $0.score > 0 }.map(\.name)) == ["d0", "d3"], "\(query)")
    }
    // Where none does, function words alone weigh less.
    let plain = Ranking(.bm25(BM25()))
    #expect(
      try hits(snapshot, "the c", ranking).filter { $0.score > 0 }.map(\.score)
        == hits(snapshot, "c", plain).map(\.score))
  }

  /// Of very many documents those that ask in the same way are the better ones.
  @Test func inLargeCollectionsFunctionWordsWeighAsOthers() throws {
    let snapshot = try snapshot((0..<50_000).map { "how w\($0 % 10_000)" } + ["what w7", "w7"])
    let scores = try hits(snapshot, "what w7", Ranking(.bm25(BM25()), functionWords: 0))
    #expect(
      scores.map(\.score) == (try hits(snapshot, "what w7", Ranking(.bm25(BM25())))).map(\.score))
    #expect(scores.first?.name == "d50000")
  }

  @Test(arguments: [
    ("bm25:function=0.3,k1=0.9,latent=0.2", "bm25:k1=0.9,b=0.75,function=0.3,latent=0.2"),
    ("bm25", "bm25:k1=1.2,b=0.75"), ("tfidf:lucene", "tfidf:lucene"),
    (
      "bm25:latent=0.5,feedback=1,spelling=1,exact=1",
      "bm25:k1=1.2,b=0.75,latent=0.5,feedback=1.0,spelling=1,exact=1"
    ),
  ])
  func rankingsHaveNames(_ name: String, _ description: String) throws {
    let ranking = try Ranking(named: name)
    #expect(ranking.description == description)
    #expect(try Ranking(named: ranking.description) == ranking)
    for wrong in ["bm25:latent=2", "bm25:function=-1", "bm25:latent=x", "nothing:latent=0.1"] {
      #expect(throws: IndexError.self) { try Ranking(named: wrong) }
    }
  }
}
