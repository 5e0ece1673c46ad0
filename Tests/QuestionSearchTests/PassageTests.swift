import QuestionSearch
import TestSupport
import Testing

@Suite struct PassageTests {
  private func passage(_ answer: String, _ query: String) throws -> Passage {
    var builder = QuestionIndexBuilder()
    builder.add(question: "Question \(query)?", answer: answer, bank: "b")
    builder.add(question: "Something else?", answer: "Other words.", bank: "b")
    return try #require(try builder.index().search(query).hits.first?.passage)
  }

  private func marked(_ passage: Passage) -> [String] {
    passage.highlights.map { String(decoding: Array(passage.text.utf8)[$0.range], as: UTF8.self) }
  }

  @Test func theWordsOfTheQueryAreMarked() throws {
    let found = try passage(
      "Kestrels hover; a hovering kestrel\nwatches the ground.", "kestrel hovers")
    #expect(found.text == "Kestrels hover; a hovering kestrel watches the ground.")
    #expect(marked(found) == ["Kestrels", "hover", "hovering", "kestrel"])
  }

  @Test func functionWordsAreMarkedOnlyWhereNothingElseIsAsked() throws {
    let found = try passage("A kestrel hovers above their field.", "a kestrel above their field")
    #expect(marked(found) == ["kestrel", "above", "field"])
    #expect(try marked(passage("What is it to be?", "what is it")) == ["What", "is", "it"])
  }

  /// The list holds terms, and the stemmer changes words such as "why" and "any".
  @Test func everyFunctionWordIsKnownAsItIsStemmed() throws {
    for word in ["why", "any", "very", "only", "does", "this", "those", "their", "was", "has"] {
      let found = try passage("Kestrels \(word) hover.", "kestrel \(word)")
      #expect(marked(found) == ["Kestrels"], "\(word)")
    }
  }

  @Test func thePassageIsWhereTheWordsAre() throws {
    let filler = String(repeating: "Nothing of interest stands here. ", count: 60)
    let found = try passage(
      filler + "The kestrel hovers above the field. " + filler, "kestrel field")
    #expect(found.text.contains("The kestrel hovers above the field."))
    #expect(found.text.hasPrefix("… ") && found.text.hasSuffix(" …"))
    #expect(found.text.utf8.count < 300)
    #expect(marked(found) == ["kestrel", "field"])
  }

  @Test func withoutAMatchThePassageIsTheBeginning() throws {
    let found = try passage(
      "First words. " + String(repeating: "More of them. ", count: 50), "zebra")
    #expect(found.text.hasPrefix("First words."))
    #expect(found.highlights.isEmpty)
  }

  @Test func longWordsAndOtherScriptsAreCutBetweenCharacters() throws {
    for answer in [
      String(repeating: "ä", count: 900) + " kestrel " + String(repeating: "ß", count: 900),
      String(repeating: "鷹", count: 400) + "kestrel" + String(repeating: "鷹", count: 400),
      String(repeating: "🙂 ", count: 300) + "kestrel",
    ] {
      let found = try passage(answer, "kestrel")
      #expect(!found.text.contains("\u{FFFD}"))
      #expect(found.text.utf8.count < 2000)
    }
  }

  @Test func highlightsLieOnCharactersOfAnyText() throws {
    var generator = SeededGenerator(seed: 51)
    let pieces = ["kestrel", "hover", " ", "\n", "\t", "é", "🙂", "-", "k-means", ".", "x", "  "]
    for _ in 0..<150 {
      let answer = (0..<Int.random(in: 1..<200, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let found = try passage(answer, "kestrel hover k-means")
      var previous = 0
      for place in found.highlights {
        #expect(previous <= place.start && place.end <= found.text.utf8.count)
        previous = place.end
      }
      #expect(!marked(found).contains { $0.contains("\u{FFFD}") || $0.isEmpty })
    }
  }
}
