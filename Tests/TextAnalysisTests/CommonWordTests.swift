import Testing
import TextAnalysis

@Suite("Words that say little")
struct CommonWordTests {
  private func terms(_ text: String) -> [String] { Analyzer.english.terms(of: text) }

  @Test(arguments: [
    "How would you describe the following to somebody, perhaps again?", "between", "because",
    "What happens whenever we use this?", "Mention, discuss and understand", "x", "works, using",
  ])
  func linksAndFrames(_ text: String) {
    for term in terms(text) where term != "follow" {
      #expect(CommonWords.contains(term), "\(term)")
    }
  }

  /// Stems of technical words are none, whatever else has the same stem.
  @Test(arguments: [
    "list", "state", "name", "walk", "call", "get", "go", "severity", "mining", "contrastive",
    "exceptions", "tries", "likelihood", "worker", "user", "index", "least squares", "mean",
    "comparator", "explainable", "goodness", "few-shot", "undecidable", "even", "before", "7",
  ])
  func technicalWords(_ text: String) {
    #expect(!terms(text).contains(where: CommonWords.contains))
  }

  @Test func functionWordsAreCommon() {
    for term in terms("the of with should which what how and its an") {
      #expect(FunctionWords.contains(term) && CommonWords.contains(term))
    }
    // Otherwise common words are words as others are.
    for term in terms("between describe use") { #expect(!FunctionWords.contains(term)) }
  }
}
