import Foundation
import QuestionSearch
import TestSupport
import Testing

/// Documents of evaluation collections.
@Suite struct DocumentCollectionTests {
  private func collection(
    _ text: String, fields: [String] = DocumentCollection.defaultFields
  ) throws -> DocumentCollection {
    try DocumentCollection(
      Array(text.utf8), file: "docs.jsonl", analyzer: .reference, fields: fields)
  }

  @Test func documentsAreIndexedByTheirFieldsAndRanked() throws {
    let text = """
      \u{FEFF}{"id": "a", "title": "Hives", "text": "How do bees keep warm?", "answer": "wool"}\r

      {"text": "Why do bees dance? Bees dance to point.", "other": [1, {"deep": null}], "id": "b"}
      {"id": 7, "text": "", "title": "Dancing \\u00e9toiles"}
      {"id": "last", "text": "wool", "title": null}
      """
    let collection = try collection(text)
    #expect(collection.documentCount == 4)
    let ranking = try Ranking(named: "bm25")
    #expect(
      try collection.search("bees dance", ranking: ranking, limit: 9).map(\.id) == ["b", "7", "a"])
    #expect(try collection.search("wool", ranking: ranking, limit: 9).map(\.id) == ["last"])
    #expect(try collection.search("bees", ranking: ranking, limit: 1).count == 1)
    #expect(
      try collection.search("bees", ranking: ranking, limit: 9, excluding: ["b", "nowhere"]).map(
        \.id)
        == ["a"])
    #expect(try collection.search("", ranking: ranking, limit: 9).isEmpty)
    let answers = try self.collection(text, fields: ["answer", "text"])
    #expect(
      try answers.search("wool", ranking: ranking, limit: 9).map(\.id).sorted() == ["a", "last"])
  }

  @Test(arguments: [
    ("{\"id\": \"a\", \"text\": \"x\"}\n{\"id\": \"a\", \"text\": \"y\"}", 2, "stood there before"),
    ("\n\nnot json", 3, "not a JSON object"), ("[1]", 1, "not a JSON object"),
    ("{\"id\": \"a\", \"text\": \"x\"} {}", 1, "not a JSON object"),
    ("{\"text\": \"x\"}", 1, "\"id\""), ("{\"id\": \"a b\", \"text\": \"x\"}", 1, "\"id\""),
    ("{\"id\": \"\", \"text\": \"x\"}", 1, "\"id\""),
    ("{\"id\": 1.5, \"text\": \"x\"}", 1, "\"id\""),
    ("{\"id\": \"a\", \"body\": \"x\"}", 1, "title, text"),
    ("{\"id\": \"a\", \"text\": 5}", 1, "\"text\" is not a string"),
  ])
  func mistakesNameTheirLine(text: String, line: Int, reason: String) {
    let error = #expect(throws: QuestionSearchError.self) { try collection(text) }
    let description = error?.description ?? ""
    #expect(description.hasPrefix("docs.jsonl:\(line): "), "\(description)")
    #expect(description.contains(reason), "\(description)")
  }

  @Test func noDocumentsAreAnError() {
    let error = #expect(throws: QuestionSearchError.self) { try collection("\n \n") }
    #expect(error?.description.hasPrefix("docs.jsonl: nothing in it") == true)
  }

  @Test func anyBytesGiveAnAnswerOrAnError() {
    var generator = SeededGenerator(seed: 23)
    let line = Array("{\"id\": \"a\", \"title\": \"t\", \"text\": \"some words\"}\n".utf8)
    for _ in 0..<400 {
      var bytes = line + line.map { $0 == 0x61 ? 0x62 : $0 }
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = bytes.indices.randomElement(using: &generator) ?? 0
        bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      }
      _ = try? DocumentCollection(bytes, file: "docs.jsonl", analyzer: .reference)
    }
    let deep = Array(String(repeating: "[", count: 200_000).utf8)
    #expect(throws: QuestionSearchError.self) {
      try DocumentCollection(deep, file: "docs.jsonl", analyzer: .reference)
    }
    let nested = "{\"id\": \"a\", \"text\": " + String(repeating: "{\"text\":", count: 100_000)
    #expect(throws: QuestionSearchError.self) {
      try DocumentCollection(Array(nested.utf8), file: "docs.jsonl", analyzer: .reference)
    }
  }
}
