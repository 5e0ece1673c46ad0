import Foundation
import IndexStorage
import InvertedIndex
import TestSupport
import TextAnalysis
import Testing

/// What rankings add where words that stand beside each other in the query stand near each other in
/// a document.
@Suite struct ProximityTests {
  fileprivate static let weight = 0.3
  private static let ranking = Ranking(.bm25(BM25()), proximity: weight)

  private func index(_ texts: [[String]], analyzer: Analyzer = .plain) throws -> Snapshot {
    let writer = IndexWriter(fields: texts[0].indices.map { "f\($0)" }, analyzer: analyzer)
    for (number, fields) in texts.enumerated() {
      try writer.add(Document(name: "d\(number)", fields: fields))
    }
    return try writer.snapshot()
  }

  private func gains(_ texts: [String], _ query: String, _ analyzer: Analyzer) throws -> [Double] {
    let snapshot = try index(texts.map { [$0] }, analyzer: analyzer)
    let searcher = Searcher(snapshot)
    let terms = searcher.query(query)
    let words = try searcher.search(terms, model: Self.ranking.model, limit: 100).hits
    let ranked = try searcher.search(terms, ranking: Self.ranking, limit: 100).hits
    return try texts.indices.map { number in
      let document = try #require(try snapshot.document(named: "d\(number)"))
      let before = words.first { $0.document == document }?.score ?? 0
      return (ranked.first { $0.document == document }?.score ?? 0) - before
    }
  }

  @Test func neighborsGainByTheirDistance() throws {
    let gains = try gains(
      [
        "positional encoding one two three four five six",
        "encoding positional one two three four five six",
        "positional one encoding two three four five six",
        "positional one two three four five six encoding",
        "positional one two three four five six seven eight encoding",
        "positional seven one two three four five six",
        "one two three four five six seven eight",
      ], "positional encoding", .plain)
    #expect(gains[0] > 0 && gains[0] == gains[1])
    #expect(gains[1] > gains[2] && gains[2] > gains[3] && gains[3] > 0)
    #expect(gains[4] == 0 && gains[5] == 0 && gains[6] == 0)
  }

  /// Function words are passed over in the query and take their places in documents.
  @Test func functionWordsAreNoNeighbors() throws {
    let texts = [
      "the rate of learning one two three four", "rate one two three four five six learning",
      "of the one two three four five six",
    ]
    let gains = try gains(texts, "what is the rate of the learning", .english)
    #expect(gains[0] > gains[1] && gains[1] > 0 && gains[2] == 0)
  }

  /// A compound stands where its parts stand: it is not near them, it is them.
  @Test func aCompoundIsNotNearItsParts() throws {
    let texts = ["k-means one two three", "means one two three k", "one two three four"]
    let gains = try gains(texts, "k-means", .english)
    #expect(gains[2] == 0)
    let apart = try self.gains(["k means one two", "one two three four"], "k means", .english)
    #expect(apart[0] > 0)
  }

  @Test func oneWordGainsNothing() throws {
    #expect(try gains(["one two", "two one one"], "one one", .plain) == [0, 0])
    #expect(try gains(["one two", "two one one"], "", .plain) == [0, 0])
  }

  /// The formula, word by word over the texts, for any number of fields, segments and deletions.
  @Test(arguments: 0..<6)
  func gainsAreThoseOfTheFormula(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let oracle = Oracle(fields: 1 + seed % 3, &random)
    let temporary = try TemporaryFolder()
    let snapshot = try oracle.index(in: IndexFolder(path: temporary.path("index")))
    let searcher = Searcher(snapshot)
    let gains = RankingGains(
      snapshot: snapshot, ranking: Self.ranking, part: Explanation.proximity, candidates: 10)
    for _ in 0..<20 {
      let query = (0..<Int.random(in: 2..<7, using: &random)).map { _ in
        "w\(Int.random(in: 0..<24, using: &random))"
      }
      let terms = searcher.query(query.joined(separator: " "))
      try gains.check(terms, searcher) { oracle.gain($0, query) }
    }
  }

  /// Made up texts, and what each gains by the formula.
  private struct Oracle {
    let texts: [[[String]]]
    private let counts: [String: Int]
    private let liveCount: Int
    private let average: Double

    init(fields: Int, _ random: inout SeededGenerator) {
      texts = (0..<240).map { _ in
        (0..<fields).map { _ in
          (0..<Int.random(in: 0..<30, using: &random)).map { _ in
            "w\(Int.random(in: 0..<20, using: &random))"
          }
        }
      }
      let live = texts.enumerated().filter { !Self.isDeleted($0.offset) }.map(\.element)
      counts = live.reduce(into: [:]) { counts, text in
        for word in Set(text.joined()) { counts[word, default: 0] += 1 }
      }
      liveCount = live.count
      average = Double(live.joined().map(\.count).reduce(0, +)) / Double(live.count)
    }

    private static func isDeleted(_ number: Int) -> Bool { number % 11 == 0 }

    func index(in folder: IndexFolder) throws -> Snapshot {
      let fields = texts[0].indices.map { "f\($0)" }
      let writer = try IndexWriter(folder, fields: fields, analyzer: .plain)
      for (number, text) in texts.enumerated() {
        let document = Document(
          name: "d\(number)", fields: text.map { $0.joined(separator: " ") })
        try writer.add(document, group: Self.isDeleted(number) ? "gone" : "kept\(number / 80)")
        if number % 80 == 79 { try writer.commit() }
      }
      _ = try writer.delete(group: "gone")
      try writer.commit()
      return try Snapshot(folder)
    }

    private func idf(_ word: String) -> Double {
      let count = Double(counts[word, default: 0])
      return log(1 + (Double(liveCount) - count + 0.5) / (count + 0.5))
    }

    func gain(_ number: Int, _ query: [String]) -> Double {
      var words: [String] = []
      for word in query where counts[word] != nil && !words.contains(word) {
        words.append(word)
      }
      let text = texts[number]
      let norm = 1.2 * (0.25 + 0.75 * Double(text.joined().count) / average)
      var sum = 0.0
      for (one, other) in zip(words, words.dropFirst()) {
        var near = 0.0
        for field in text {
          let others = field.indices.filter { field[$0] == other }
          for place in field.indices where field[place] == one {
            let distance = others.map { abs($0 - place) }.min() ?? .max
            if distance <= 8 { near += 1 / Double(distance * distance) }
          }
        }
        sum += (idf(one) + idf(other)) * near / (near + norm)
      }
      return ProximityTests.weight * sum
    }
  }
}
