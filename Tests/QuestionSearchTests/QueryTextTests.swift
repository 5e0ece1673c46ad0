import Testing

@testable import QuestionSearch

/// What quotes and stars of a person's query mean.
@Suite struct QueryTextTests {
  private func phrases(_ text: String) -> [String] {
    QueryText(text).phrases.map { $0.slop == 0 ? $0.text : "\($0.text)~\($0.slop)" }
  }

  @Test func quotesArePhrases() {
    let text = QueryText("why \"batch normalization\" helps \"deep nets\"~3 learn")
    #expect(text.plain == ["why", "helps", "learn"])
    #expect(
      phrases("why \"batch normalization\" helps \"deep nets\"~3 learn")
        == ["batch normalization", "deep nets~3"])
    #expect(
      phrases("\u{201C}curly quotes\u{201D} and \u{201E}german ones\u{201C}")
        == ["curly quotes", "german ones"])
    #expect(phrases("(\"in parentheses\")?") == ["in parentheses"])
    #expect(phrases("\"mixed\u{201D} \u{201C}ends\"") == ["mixed", "ends"])
    #expect(phrases("\"\" \" \"") == ["", " "])
  }

  @Test func aSlopIsANumberBehindThePhrase() {
    #expect(phrases("\"a b\"~2") == ["a b~2"])
    #expect(phrases("\"a b\" ~2") == ["a b"])
    #expect(phrases("\"a b\"~") == ["a b"])
    #expect(phrases("\"a b\"~x") == ["a b"])
    #expect(phrases("\"a b\"~99999999999999999999") == ["a b"])
  }

  @Test(arguments: [
    "\"", "an \"unclosed quote", "two words\" \"", "\u{201C}curly", "the 24\" \"screen",
  ])
  func anUnclosedQuoteIsPlainText(text: String) {
    let query = QueryText(text)
    #expect(query.hasUnclosedQuote && query.phrases.isEmpty)
    #expect(query.plain.joined() == text.split(separator: " ").joined(separator: " "))
  }

  @Test(arguments: ["a 24\" screen", "foo\"bar\"baz", "no quotes", "", "'single'", "it’s"])
  func otherQuotesAreText(text: String) {
    let query = QueryText(text)
    #expect(!query.hasUnclosedQuote && query.phrases.isEmpty)
  }

  @Test func aStarBehindAWordIsItsEnd() {
    #expect(QueryText("regular* expressions").beginnings == ["regular"])
    #expect(QueryText("regular* expressions").plain == ["expressions"])
    for text in ["A* search", "*bold*", "count(*)", "a * b", "**", "k-mea*", "regular *"] {
      #expect(QueryText(text).beginnings.isEmpty, "\(text)")
    }
  }

  /// No text is refused, and a long one takes no longer than its length.
  @Test func longTextsAreRead() {
    for part in ["\"", "\" ", " \"a", "\u{201C}", "a* ", "\"a\"~1 ", "~", "\"~"] {
      let text = String(repeating: part, count: 20_000)
      #expect(QueryText(text).plain.joined().utf8.count <= text.utf8.count)
    }
  }

  @Test(arguments: [
    ("12. What is a bee hive?", "What is a bee hive?"),
    ("- 3) Why do bees dance", "Why do bees dance"),
    ("Q7: How do bees see?", "How do bees see?"), ("## 4. How do bees see?", "How do bees see?"),
    ("2. normal form", "2. normal form"), ("12.5 grams of wax melt", "12.5 grams of wax melt"),
    ("1984", "1984"), ("1984: who wrote the book", "1984: who wrote the book"), ("3:", "3:"),
    ("20000. too long a number", "20000. too long a number"),
  ])
  func theNumberOfAListIsNoWord(_ text: String, _ expected: String) throws {
    let index = try SampleIndex.builder().index()
    let (hits, others) = (try index.search(text).hits, try index.search(expected).hits)
    #expect(hits.map(\.score) == others.map(\.score))
    #expect(hits.map(\.entry.id) == others.map(\.entry.id))
  }
}
