import Foundation
import TestSupport
import TextAnalysis
import Testing

@Suite struct TermSelectionTests {
  /// The terms of a word, found in a text by a session that looks for them alone.
  private func found(_ text: String, for terms: [String], _ analyzer: Analyzer) -> [Token] {
    let session = AnalysisSession(analyzer)
    var selection = TermSelection()
    for term in terms { selection.insert(term.utf8) }
    var tokens: [Token] = []
    session.analyze(text, for: selection, into: &tokens)
    return tokens.filter { terms.contains(session.term($0.term)) }
  }

  private func all(_ text: String, for terms: [String], _ analyzer: Analyzer) -> [Token] {
    let session = AnalysisSession(analyzer)
    var tokens: [Token] = []
    session.analyze(text, into: &tokens)
    return tokens.filter { terms.contains(session.term($0.term)) }
  }

  @Test(arguments: Analyzer.all)
  func selectedTermsAreFoundWhereTheyAreFoundInAll(analyzer: Analyzer) {
    let text = """
      Oestrogen, estrogen and aesthetics; the kerb and the curb, an enquiry or inquiry. k-means and
      K means in C++ with TF-IDF, naïve Bayes, ONE One one, GPT4, the jail and the gaol, \\alpha x.
      """
    for query in ["estrogen", "curb", "inquiry", "k-means", "c++", "naive", "one", "alpha", "jail"]
    {
      let terms = analyzer.terms(of: query)
      let ranges = found(text, for: terms, analyzer).map { [$0.start, $0.end] }
      #expect(ranges == all(text, for: terms, analyzer).map { [$0.start, $0.end] }, "\(query)")
    }
  }

  /// Whatever words hyphens, points and blanks join: what is found of one of them is all there is.
  @Test(arguments: Analyzer.all)
  func nothingThatIsSelectedIsPassedOver(analyzer: Analyzer) {
    var generator = SeededGenerator(seed: 71)
    let words = [
      "kestrel", "Kestrel", "KESTREL", "kestrels", "K", "k", "means", "NN", "CNNs", "dying", "die",
      "oestrogen", "Aesthetic", "estrogen", "gaol", "foetus", "pyjamas", "GPT", "4", "2017", "1",
      "gpt4", "reLU", "XMLParser", "naïve", "e", "i", "a", "o", "estrel", "aol", "don't", "x2",
    ]
    let joints = ["-", "-", "-", " ", " ", ".", ". ", "/", "_", "--", "-.", ", ", "’"]
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        text += words.randomElement(using: &generator) ?? ""
        text += joints.randomElement(using: &generator) ?? ""
      }
      let terms = analyzer.terms(of: words.randomElement(using: &generator) ?? "")
      let ranges = found(text, for: terms, analyzer).map { [$0.start, $0.end] }
      #expect(
        ranges == all(text, for: terms, analyzer).map { [$0.start, $0.end] }, "\(terms): \(text)")
    }
  }

  @Test func passedOverWordsStayUnknown() {
    #expect(found("some other words", for: ["heap"], .english).isEmpty)
    let session = AnalysisSession(.english)
    var tokens: [Token] = []
    session.analyze("many simple words", for: TermSelection(), into: &tokens)
    #expect(tokens.isEmpty && session.termCount == 0)
    session.analyze("many simple words", into: &tokens)
    #expect(tokens.count == 3)
  }

  /// Every word of the published vocabulary is found by its own terms.
  @Test(.enabled(if: Repository.shared != nil))
  func noWordIsPassedOver() throws {
    let shared = try #require(Repository.shared)
    let words = try String(contentsOfFile: shared + "/data/snowball/english.tsv", encoding: .utf8)
      .split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    #expect(words.count > 40_000)
    let all = AnalysisSession(.english)
    var tokens: [Token] = []
    for word in words {
      all.analyze(word, into: &tokens)
      let expected = tokens.count
      var selection = TermSelection()
      for token in tokens { selection.insert(all.term(token.term).utf8) }
      let session = AnalysisSession(.english)
      session.analyze(word, for: selection, into: &tokens)
      #expect(tokens.count == expected, "\(word)")
    }
  }

  /// Every spelling of every published pair is found by the terms of itself and of the other.
  @Test(.enabled(if: Repository.shared != nil))
  func noSpellingIsPassedOver() throws {
    let shared = try #require(Repository.shared)
    let lines = try String(
      contentsOfFile: shared + "/data/spelling/british_american.tsv", encoding: .utf8
    ).split(separator: "\n")
    #expect(lines.count > 10_000)
    for line in lines {
      let pair = line.split(separator: "\t").map { $0.lowercased() }
      guard pair.count == 2 else { continue }
      for (word, other) in [(pair[0], pair[1]), (pair[1], pair[0])] {
        let terms = Analyzer.english.terms(of: other)
        let expected = all(word, for: terms, .english).count
        #expect(found(word, for: terms, .english).count == expected, "\(word) for \(other)")
      }
    }
  }
}
