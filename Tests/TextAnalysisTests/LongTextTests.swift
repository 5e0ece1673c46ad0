import Testing
import TextAnalysis

@Suite struct LongTextTests {
  @Test(arguments: Analyzer.all)
  func aLongWordIsCutAtACharacter(_ analyzer: Analyzer) throws {
    for letter in ["q", "я", "ब", "𝒳"] {
      let text = String(repeating: letter, count: 100_000)
      let tokens = AnalysisSession(analyzer).spelledTokens(of: text)
      let token = try #require(tokens.first)
      #expect(tokens.count == 1)
      #expect(token.term.utf8.count <= 255 && token.term.utf8.count > 250)
      #expect(token.start == 0 && token.end == text.utf8.count)
      #expect(Set(token.term).count == 1, "only whole characters")
    }
  }

  @Test(arguments: [
    "a-", "A", "aB", "1,", "1.", "a'", "_", "学", "学\u{300}", "a\u{300}", ".net", "O(", "c++", "’",
    "\u{AD}", "é-", "x^", "a.b/", "กำ",
  ])
  func aTextWithoutBlanksIsAnalyzed(_ piece: String) {
    let text = String(repeating: piece, count: 50_000)
    for analyzer in Analyzer.all {
      let session = AnalysisSession(analyzer)
      let tokens = session.spelledTokens(of: text)
      #expect(tokens.count <= 2 * text.utf8.count)
      #expect(tokens.allSatisfy { $0.term.utf8.count <= 255 && $0.end <= text.utf8.count })
    }
  }

  /// More distinct words than the memory holds: it is emptied on the way and nothing changes.
  @Test func aFullMemoryChangesNothing() {
    let session = AnalysisSession(.reference)
    var tokens: [Token] = []
    for round in 0..<2 {
      for start in stride(from: 0, to: 300_000, by: 10_000) {
        let words = (start..<start + 10_000).map { "w\($0)q" }
        session.analyze(words.joined(separator: " "), into: &tokens)
        #expect(tokens.count == words.count)
        #expect(tokens.enumerated().allSatisfy { Int($0.element.term) == start + $0.offset })
      }
      #expect(session.termCount == 300_000, "round \(round)")
    }
  }

  @Test(arguments: Analyzer.all)
  func emptyAndBlankTextsHaveNoTokens(_ analyzer: Analyzer) {
    for text in ["", " ", "\n\t \u{3000}", "\u{85}\u{A0}"] {
      #expect(analyzer.terms(of: text).isEmpty)
    }
  }
}
