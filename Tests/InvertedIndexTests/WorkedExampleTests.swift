import Foundation
import InvertedIndex
import TestSupport
import Testing

/// Scores worked out by hand: five one-line documents over a fixed set of four terms.
@Suite struct WorkedExampleTests {
  // Sentences cut down to the terms kite, wind, string, cloud; a repeated word stands twice.
  private static let documents = [
    "kite kite wind", "wind cloud", "kite string string wind", "cloud cloud cloud",
    "string wind kite cloud",
  ]

  private func snapshot() throws -> Snapshot {
    let writer = IndexWriter(fields: ["text"], analyzer: .plain)
    for (number, text) in Self.documents.enumerated() {
      try writer.add(Document(name: "D\(number + 1)", fields: [text]))
    }
    return try writer.snapshot()
  }

  private func scores(_ query: String, _ model: ScoringModel) throws -> [(String, Double)] {
    let snapshot = try snapshot()
    let found = try snapshot.search(Query(query, analyzer: .plain), model: model)
    return try found.hits.map { (try snapshot.name(of: $0.document), $0.score) }
  }

  /// The cosine of `lnc.ltc`.
  ///
  /// N = 5; df: kite 3, wind 4, string 2, cloud 3.
  /// Query "kite string kite": kite (1 + ln 2) · ln(5/3) = 1.693147 · 0.510826 = 0.864903,
  /// string 1 · ln(5/2) = 0.916291; length √(0.748057 + 0.839589) = 1.260018;
  /// normalized: kite 0.686421, string 0.727204.
  /// D1: kite 1.693147, wind 1; length √3.866747 = 1.966405; 0.861036 · 0.686421 = 0.591034.
  /// D3: string 1.693147, kite 1, wind 1; length √4.866747 = 2.206071;
  ///     0.453295 · 0.686421 + 0.767494 · 0.727204 = 0.311151 + 0.558125 = 0.869276.
  /// D5: four terms of weight 1; length 2; 0.5 · (0.686421 + 0.727204) = 0.706813.
  /// D2 and D4 have neither term.
  @Test func cosineOfFiveDocuments() throws {
    let found = try scores("kite string kite", .tfidfCosine)
    #expect(found.map(\.0) == ["D3", "D5", "D1"])
    for (value, wanted) in zip(found.map(\.1), [0.869276, 0.706813, 0.591034]) {
      #expect(abs(value - wanted) < 1e-6)
    }
  }

  /// BM25 with k1 = 1.2, b = 0.75.
  ///
  /// Mean length 16 / 5 = 3.2. idf: kite ln(1 + 2.5/3.5) = 0.538997, string ln(1 + 3.5/2.5)
  /// = 0.875469; kite counts twice.
  /// D1: K = 1.2 · (0.25 + 0.75 · 3/3.2) = 1.14375; 2 · 0.538997 · 2 / 3.14375 = 0.685801.
  /// D3: K = 1.2 · (0.25 + 0.75 · 4/3.2) = 1.425; kite 2 · 0.538997 / 2.425 = 0.444533,
  ///     string 0.875469 · 2 / 3.425 = 0.511223; together 0.955756.
  /// D5: the same K; kite 0.444533, string 0.875469 / 2.425 = 0.361018; together 0.805551.
  @Test func bm25OfFiveDocuments() throws {
    let found = try scores("kite string kite", .bm25(BM25()))
    #expect(found.map(\.0) == ["D3", "D5", "D1"])
    for (value, wanted) in zip(found.map(\.1), [0.955756, 0.805551, 0.685801]) {
      #expect(abs(value - wanted) < 1e-6)
    }
  }

  /// Lucene's classic formula: kite 1 + ln(6/4) = 1.405465, string 1 + ln(6/3) = 1.693147.
  /// D5: (2 · 1.405465² + 1.693147²) / √4 = (3.950664 + 2.866747) / 2 = 3.408706.
  /// D3: (3.950664 + √2 · 2.866747) / 2 = 4.002428. D1: √2 · 3.950664 / √3 = 3.225704.
  @Test func classicTFIDFOfFiveDocuments() throws {
    let found = try scores("kite string kite", .tfidfLucene)
    #expect(found.map(\.0) == ["D3", "D5", "D1"])
    for (value, wanted) in zip(found.map(\.1), [4.002428, 3.408706, 3.225704]) {
      #expect(abs(value - wanted) < 1e-6)
    }
  }

  /// BM25F, weights 2 and 1, b 0.5 and 0, k1 = 1.
  ///
  /// title lengths 1, 2 (mean 1.5), body lengths 3 and 0 (mean over documents that have one: 3).
  /// A, "owl": title 2 · 1 / (0.5 + 0.5 · 1/1.5) = 2.4, body 1 · 2 = 2; t = 4.4; 4.4 / 5.4.
  /// B, "owl": title 2 · 1 / (0.5 + 0.5 · 2/1.5) = 1.714286; 1.714286 / 2.714286.
  /// idf = ln(1 + (2 − 2 + 0.5) / 2.5) = 0.182322.
  @Test func bm25fOfTwoFields() throws {
    let writer = IndexWriter(fields: ["title", "body"], analyzer: .plain)
    try writer.add(Document(name: "A", fields: ["owl", "owl sees owl"]))
    try writer.add(Document(name: "B", fields: ["the owl", ""]))
    let snapshot = try writer.snapshot()
    let model = ScoringModel.bm25f(
      BM25F(k1: 1, fields: [.init("title", weight: 2, b: 0.5), .init("body", weight: 1, b: 0)]))
    let hits = try snapshot.search(Query("owl", analyzer: .plain), model: model).hits
    #expect(hits.map(\.document.rawValue) == [0, 1])
    #expect(abs(hits[0].score - 0.148559) < 1e-6)
    #expect(abs(hits[1].score - 0.115151) < 1e-6)
  }

  @Test func aTermOfEveryDocumentWeighsNothingInTheCosine() throws {
    let writer = IndexWriter(fields: ["text"], analyzer: .plain)
    for name in ["A", "B"] { try writer.add(Document(name: name, fields: ["same"])) }
    let found = try writer.snapshot().search(
      Query("same", analyzer: .plain), model: .tfidfCosine)
    #expect(found.hits.map(\.score) == [0, 0])
    #expect(found.hits.map(\.document.rawValue) == [0, 1])
  }
}
