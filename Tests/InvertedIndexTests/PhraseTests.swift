import Foundation
import InvertedIndex
import TestSupport
import TextAnalysis
import Testing

/// Phrases against their definition.
@Suite struct PhraseTests {
  private static func phrase(
    _ vocabulary: Int, using generator: inout SeededGenerator
  ) -> Query.Phrase {
    let count = Int.random(in: 1...4, using: &generator)
    var place = 0
    let words = (0..<count).map { _ in
      defer { place += Int.random(in: 0..<8, using: &generator) == 0 ? 2 : 1 }
      return Query.Phrase.Word(RandomIndex.word(vocabulary, using: &generator), place: place)
    }
    return Query.Phrase(
      words: words, slop: [0, 0, 0, 1, 2, 3, 7].randomElement(using: &generator) ?? 0)
  }

  /// Which documents match, and with which frequencies.
  @Test(arguments: 0..<15)
  func frequenciesAreThoseOfTheDefinition(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(8000 + seed))
    let vocabulary = [3, 8, 30][seed % 3]
    let index = try RandomIndex(
      fields: 1 + seed % 3, documents: 100, segments: 1 + seed % 2, vocabulary: vocabulary,
      using: &generator)
    for _ in 0..<12 {
      let phrase = Self.phrase(vocabulary, using: &generator)
      // Long documents have too many choices for the oracle.
      let short = index.words.filter { $0.value.allSatisfy { $0.count < 20 } }
      let expected = short.mapValues { $0.map { PhraseOracle.frequency(phrase, in: $0) } }
        .filter { $0.value.contains { $0 > 0 } }
      let query = Query(phrases: [phrase])
      let found = try index.snapshot.search(query, model: .bm25(BM25()), limit: 10_000)
      #expect(try index.snapshot.hasPhrase(phrase) == !found.hits.isEmpty, "\(seed) \(phrase)")
      let shortHits = found.hits.filter { short[$0.document.rawValue] != nil }
      #expect(Set(shortHits.map(\.document.rawValue)) == Set(expected.keys), "\(seed) \(phrase)")
      for hit in shortHits.prefix(5) {
        let explanation = try index.snapshot.explain(
          query, model: .bm25(BM25()), document: hit.document)
        #expect(explanation.parts.count == 1)
        #expect(explanation.parts[0].frequencies == expected[hit.document.rawValue], "\(phrase)")
        #expect(explanation.parts[0].documentFrequency == found.matchCount)
        #expect(abs(explanation.score - hit.score) < 1e-12)
      }
    }
  }

  /// BM25 and BM25F with the sum of the words' idf and the phrase's frequency.
  @Test func scoresAreThoseOfAPseudoTerm() throws {
    let writer = IndexWriter(fields: ["a", "b"], analyzer: .plain)
    let texts = [["x y x y z", "y"], ["y x", "x y"], ["z z z", ""], ["x z", "y z"]]
    for (number, fields) in texts.enumerated() {
      try writer.add(Document(name: "\(number)", fields: fields))
    }
    let snapshot = try writer.snapshot()
    let query = Query(phrases: [Query.Phrase(["x", "y"])])
    // df: x 3, y 3 of 4 documents; mean length (6 + 4 + 3 + 4) / 4.
    let idf = 2 * log(1 + (4 - 3 + 0.5) / 3.5)
    func bm25(_ frequency: Double, _ length: Double) -> Double {
      idf * frequency / (frequency + 1.2 * (0.25 + 0.75 * length / 4.25))
    }
    let hits = try snapshot.search(query, model: .bm25(BM25())).hits
    #expect(hits.map(\.document.rawValue) == [0, 1])
    #expect(abs(hits[0].score - bm25(2, 6)) < 1e-12)
    #expect(abs(hits[1].score - bm25(1, 4)) < 1e-12)
    // Mean lengths: a (5 + 2 + 3 + 2) / 4, b (1 + 2 + 2) / 3.
    let fielded = try snapshot.search(query, model: .bm25f(BM25F())).hits
    let first = 2 / (0.25 + 0.75 * 5 / 3.0)
    let second = 1 / (0.25 + 0.75 * 2 / (5 / 3.0))
    let expected = [first, second].map { idf * $0 / (1.2 + $0) }
    for hit in fielded { #expect(abs(hit.score - expected[Int(hit.document.rawValue)]) < 1e-12) }
    #expect(fielded.count == 2)
  }

  @Test func wordsOfDifferentFieldsAreNoPhrase() throws {
    let writer = IndexWriter(fields: ["a", "b"], analyzer: .plain)
    try writer.add(Document(name: "0", fields: ["x", "y"]))
    try writer.add(Document(name: "1", fields: ["x y", ""]))
    let found = try writer.snapshot().search(
      Query(phrases: [Query.Phrase(["x", "y"], slop: 50)]), model: .bm25f(BM25F()))
    #expect(found.hits.map(\.document.rawValue) == [1])
  }

  /// A phrase is analyzed as the text was: compounds, signs and apostrophes stand where they stood.
  @Test(arguments: [
    ("k-means clustering", "the k-means clustering of points", true),
    ("k-means clustering", "a k means clustering", true),
    ("C++ templates", "why C++ templates exist", true),
    ("C++ templates", "why C templates exist", false),
    ("C templates", "why C++ templates exist", true),
    ("the model's loss", "what is the model’s loss?", true),
    ("ASP.NET core", "an ASP.NET Core page", true),
    ("don't repeat yourself", "principle: don't repeat yourself", true),
    ("O(n log n) sorting", "an O(n log n) sorting method", true),
    ("gradient descent", "gradients and gradient descents", true),
    ("descent gradient", "gradient descent", false),
    ("colour spaces", "a color space", true),
  ])
  func phrasesMeetTheTextsTheyAreFrom(phrase: String, text: String, isFound: Bool) throws {
    let writer = IndexWriter(fields: ["text"], analyzer: .english)
    try writer.add(Document(name: "0", fields: [text]))
    try writer.add(Document(name: "1", fields: ["another text of five words"]))
    let searcher = Searcher(try writer.snapshot())
    let hits = try searcher.search(searcher.phraseQuery(phrase), model: .bm25(BM25())).hits
    #expect(hits.count == (isFound ? 1 : 0))
  }

  @Test func aTextWithoutWordsIsNoPhrase() throws {
    let writer = IndexWriter(fields: ["text"])
    try writer.add(Document(name: "0", fields: ["text"]))
    let searcher = Searcher(try writer.snapshot())
    for text in ["", " ", "?! …"] { #expect(searcher.phraseQuery(text).isEmpty) }
    let absent = Query(
      terms: [.init("text")], phrases: [Query.Phrase(["text"]), Query.Phrase(["no"])])
    #expect(try searcher.search(absent, model: .bm25(BM25())).hits.isEmpty)
  }
}
