import IndexStorage
import InvertedIndex
import TestSupport
import TextAnalysis
import Testing

/// Documents that rankings find by their nearness, wherever they stand by words.
@Suite struct NearestDocumentsTests {
  private static let ranking = Ranking(.bm25(BM25()), latent: 0.5, feedback: 1)

  /// Texts of twelve subjects with words of their own; one in four of a subject lacks the subject's
  /// name, and all have one of its other words.
  private static func texts(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    (0..<count).map { number in
      let subject = number % 12
      let words = (0..<6).map { _ in "s\(subject)w\(Int.random(in: 0..<5, using: &random))" }
      return ((number / 12 % 4 == 0 ? [] : ["name\(subject)"]) + words).joined(separator: " ")
    }
  }

  /// 240 such texts in two segments, some of them deleted.
  private func index(seed: UInt64, in temporary: TemporaryFolder) throws -> Snapshot {
    var random = SeededGenerator(seed: seed)
    let texts = Self.texts(240, &random)
    let folder = IndexFolder(path: temporary.path("index"))
    let writer = try IndexWriter(folder, fields: ["text"], analyzer: .plain)
    for (number, text) in texts.enumerated() {
      let document = Document(
        name: "d\(number)", fields: [text], attributes: ["half=\(number % 2)"])
      try writer.add(document, group: number % 13 == 0 ? "gone" : "kept\(number % 2)")
      if number == texts.count / 2 { try writer.commit() }
    }
    _ = try writer.delete(group: "gone")
    try writer.commit()
    return try Snapshot(folder)
  }

  @Test func documentsOfTheSubjectAreFoundWithoutItsName() throws {
    let temporary = try TemporaryFolder()
    let snapshot = try index(seed: 3, in: temporary)
    let searcher = Searcher(snapshot)
    var foundCount = 0
    for subject in 0..<12 {
      let query = searcher.query("name\(subject)")
      let words = try searcher.search(
        query, model: Self.ranking.model, limit: 1000, countsMatches: true)
      let result = try searcher.search(
        query, ranking: Self.ranking, limit: 1000, countsMatches: true)
      let own = try Set(words.hits.map { try snapshot.name(of: $0.document) })
      let found = try result.hits.map { try snapshot.name(of: $0.document) }
      #expect(Set(found).count == found.count && own.isSubset(of: found))
      let near = Set(result.hits.filter(\.isNear).map(\.document))
      #expect(
        Set(result.hits.map(\.document)).subtracting(words.hits.map(\.document)) == near)
      #expect(result.matchCount == result.hits.count)
      let others = found.filter { !own.contains($0) }
      let numbers = others.compactMap { Int($0.dropFirst()) }
      #expect(numbers.allSatisfy { $0 % 12 == subject && $0 / 12 % 4 == 0 && $0 % 13 != 0 })
      foundCount += numbers.count
      try check(result, query, snapshot)
      for limit in [1, 5, 20] {
        let some = try searcher.search(query, ranking: Self.ranking, limit: limit).hits
        #expect(some == Array(result.hits.prefix(limit)))
      }
    }
    // Of 56; the others have too little in common with those that have the name.
    #expect(foundCount > 20)
  }

  /// Explanations are the whole score, of nearness alone where there is no word.
  private func check(_ result: SearchResult, _ query: Query, _ snapshot: Snapshot) throws {
    for hit in result.hits {
      let parts = try snapshot.explain(query, ranking: Self.ranking, hit: hit).parts
      #expect(abs(parts.map(\.contribution).reduce(0, +) - hit.score) < 1e-9)
      if hit.isNear {
        #expect(parts.filter { $0.contribution > 0 }.map(\.term) == [Explanation.nearness])
      }
    }
  }

  @Test func whatIsAskedForIsKeptTo() throws {
    let temporary = try TemporaryFolder()
    let snapshot = try index(seed: 4, in: temporary)
    let searcher = Searcher(snapshot)
    let query = searcher.query("name3")
    let all = try searcher.search(query, ranking: Self.ranking, limit: 1000)
    let one = try #require(all.hits.filter(\.isNear).map(\.document).min())
    let without = try searcher.search(query, ranking: Self.ranking, limit: 1000, excluding: [one])
    #expect(!without.hits.map(\.document).contains(one) && without.hits.count >= all.hits.count - 1)
    let filtered = try searcher.search(
      query, ranking: Self.ranking, limit: 1000, matching: DocumentFilter([["half=1"]]))
    #expect(!filtered.hits.isEmpty)
    for hit in filtered.hits {
      let number = Int(try snapshot.name(of: hit.document).dropFirst())
      #expect(number.map { $0 % 2 } == 1)
    }
    // A phrase, the beginning of a word, and all words are what a document has to have.
    var every = searcher.query("name3 s3w1")
    every.match = .all
    for strict in [every, searcher.phraseQuery("name3 s3w1"), Query(prefixes: [.init("name3")])] {
      #expect(
        try searcher.search(strict, ranking: Self.ranking, limit: 1000).hits.allSatisfy {
          !$0.isNear
        })
    }
    #expect(try searcher.search(searcher.query("nothing"), ranking: Self.ranking).hits.isEmpty)
  }

  private static func letters(_ text: String) -> String {
    let syllables = ["ka", "ko", "ku", "ta", "to", "tu", "ra", "ro", "ru", "la"]
    return text.map { $0.wholeNumberValue.map { syllables[$0] } ?? String($0) }.joined()
  }

  /// Function words find many documents, which match and are counted once, whatever they weigh.
  @Test(arguments: [0, 0.3])
  func functionWordsFindNothingThatIsMeant(weight: Double) throws {
    var random = SeededGenerator(seed: 6)
    let writer = IndexWriter(fields: ["text"], analyzer: .english)
    for (number, text) in Self.texts(300, &random).enumerated() {
      // Digits would make compounds of words.
      let text = (number % 2 == 0 ? "what is " : "") + Self.letters(text)
      try writer.add(Document(name: "d\(number)", fields: [text]))
    }
    let snapshot = try writer.snapshot()
    let searcher = Searcher(snapshot)
    let ranking = Ranking(.bm25(BM25()), functionWords: weight, latent: 0.5, feedback: 1)
    var nearCount = 0
    for subject in 0..<12 {
      let query = searcher.query("what is " + Self.letters("name\(subject)"))
      let all = try searcher.search(query, ranking: ranking, limit: 1000, countsMatches: true)
      #expect(all.matchCount == all.hits.count)
      #expect(Set(all.hits.map(\.document)).count == all.hits.count)
      for limit in [1, 10, 99, 100, 101, 150] {
        let some = try searcher.search(query, ranking: ranking, limit: limit).hits
        #expect(some == Array(all.hits.prefix(limit)))
      }
      for hit in all.hits where hit.isNear {
        let number = Int(hit.document.rawValue)
        #expect(number / 12 % 4 == 0, "has the name")
        nearCount += 1
      }
    }
    #expect(nearCount > 0)
  }

  /// What joins has what words give it, wherever it stands by them, and is no near hit then.
  @Test func whatJoinsHasItsWords() throws {
    var random = SeededGenerator(seed: 8)
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(
      IndexFolder(path: folder.path("index")), fields: ["text"], analyzer: .plain)
    for (number, text) in Self.texts(400, &random).enumerated() {
      // Every other one has a word that all subjects share, some of them often.
      let shared = Array(repeating: "shared", count: number % 2 == 0 ? number % 5 + 1 : 0)
      let words = ([text] + shared).joined(separator: " ")
      try writer.add(
        Document(name: "d\(number)", fields: [words]), group: number < 300 ? "g0" : "g1")
      if number == 299 { try writer.commit() }
    }
    try writer.commit()
    let snapshot = try Snapshot(IndexFolder(path: folder.path("index")))
    let searcher = Searcher(snapshot)
    var joinedCount = 0
    for subject in 0..<12 {
      let query = searcher.query("shared name\(subject)")
      let words = try searcher.search(query, model: Self.ranking.model, limit: 1000).hits
      let result = try searcher.search(
        query, ranking: Self.ranking, limit: 1000, countsMatches: true)
      #expect(words.count >= 200 && result.matchCount == result.hits.count)
      #expect(Set(result.hits.map(\.document)).count == result.hits.count)
      let own = Set(words.map(\.document))
      for (place, hit) in result.hits.enumerated() {
        #expect(hit.isNear != own.contains(hit.document))
        // Better than by words alone, though not among their first hundred.
        if let before = words.firstIndex(where: { $0.document == hit.document }), before >= 100,
          hit.score > words[before].score
        {
          joinedCount += 1
          #expect(place < before)
        }
      }
      try check(result, query, snapshot)
      for limit in [1, 10, 100, 101, 130] {
        let some = try searcher.search(query, ranking: Self.ranking, limit: limit).hits
        #expect(some == Array(result.hits.prefix(limit)))
      }
    }
    #expect(joinedCount > 0)
  }

  /// Of few documents all lie near each other: no word, no result.
  @Test func fewDocumentsAreFoundByWordsAlone() throws {
    var random = SeededGenerator(seed: 5)
    let writer = IndexWriter(fields: ["text"], analyzer: .plain)
    for (number, text) in Self.texts(95, &random).enumerated() {
      try writer.add(Document(name: "d\(number)", fields: [text]))
    }
    let searcher = Searcher(try writer.snapshot())
    for subject in 0..<12 {
      let result = try searcher.search(searcher.query("name\(subject)"), ranking: Self.ranking)
      #expect(result.hits.allSatisfy { !$0.isNear })
    }
  }
}
