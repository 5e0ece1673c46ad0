import Testing
import TextAnalysis

/// The fast path against the definitions, spelled out slowly for ASCII.
@Suite struct ReferenceOracleTests {
  static let stopWords = Set(
    """
    a an and are as at be but by for if in into is it no not of on or such that the their then \
    there these they this to was will with
    """.split(separator: " ").map(String.init))

  private func randomText(_ generator: inout SeededGenerator) -> [UInt8] {
    let letters = Array("abcdefgstuxyzABST".utf8)
    let others = Array("  \n\t.,;:!?()[]-_'\"/+#*&@^%$~|<>=`\\{}\u{1}\u{7F}".utf8)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...30, using: &generator) {
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes += Array((Self.stopWords.sorted().randomElement(using: &generator) ?? "").utf8)
      case 1: bytes += Array("\(Int.random(in: 0...1_000_000, using: &generator))".utf8)
      default:
        for _ in 0..<Int.random(in: 1...24, using: &generator) {
          bytes.append(letters.randomElement(using: &generator) ?? 97)
        }
        let endings = ["", "s", "ed", "ing", "ational", "ness", "ies"]
        bytes += Array((endings.randomElement(using: &generator) ?? "").utf8)
      }
      bytes.append(others.randomElement(using: &generator) ?? 32)
    }
    return bytes
  }

  /// Maximal runs of bytes for which the condition holds.
  private func runs(of bytes: [UInt8], where belongs: (UInt8) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (i, byte) in bytes.enumerated() {
      if belongs(byte) {
        start = start ?? i
      } else if let first = start {
        runs.append(first..<i)
        start = nil
      }
    }
    if let first = start { runs.append(first..<bytes.count) }
    return runs
  }

  @Test func plainIsWhatStandsBetweenBlanks() {
    let session = AnalysisSession(.plain)
    var generator = SeededGenerator(seed: 1)
    for number in 0..<1_000 {
      let bytes = randomText(&generator)
      let expected = runs(of: bytes) { !($0 == 32 || (9...13).contains($0)) }.enumerated().map {
        SpelledToken(
          term: String(decoding: bytes[$0.element].prefix(255), as: UTF8.self), position: $0.offset,
          start: $0.element.lowerBound, end: $0.element.upperBound)
      }
      #expect(session.spelledTokens(of: bytes) == expected, "seed 1, text \(number)")
    }
  }

  @Test func referenceIsRunsOfLettersAndDigitsWithoutStopWords() {
    let session = AnalysisSession(.reference)
    var generator = SeededGenerator(seed: 2)
    for number in 0..<1_000 {
      let bytes = randomText(&generator)
      let words = runs(of: bytes) {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
      }
      let expected = words.map { ($0, String(decoding: bytes[$0], as: UTF8.self).lowercased()) }
        .filter { !Self.stopWords.contains($0.1) }.enumerated().map {
          SpelledToken(
            term: PorterStemmer.revised.stem($0.element.1), position: $0.offset,
            start: $0.element.0.lowerBound, end: $0.element.0.upperBound)
        }
      #expect(session.spelledTokens(of: bytes) == expected, "seed 2, text \(number)")
    }
  }

  /// Words of lower-case letters between separators that join nothing are analyzed as by
  /// themselves.
  @Test func plainWordsOfEnglishAreAnalyzedOneByOne() {
    let session = AnalysisSession(.english)
    var generator = SeededGenerator(seed: 3)
    for number in 0..<500 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        for _ in 0..<Int.random(in: 2...12, using: &generator) {
          bytes.append(UInt8.random(in: 97...122, using: &generator))
        }
        bytes += Array(
          ([" ", ", ", ". ", "; ", "? ", " (", ") ", "\n", " - ", ": \""].randomElement(
            using: &generator) ?? " ").utf8)
      }
      let expected = runs(of: bytes) { (97...122).contains($0) }.enumerated().map {
        SpelledToken(
          term: Analyzer.english.terms(of: String(decoding: bytes[$0.element], as: UTF8.self))[0],
          position: $0.offset, start: $0.element.lowerBound, end: $0.element.upperBound)
      }
      #expect(session.spelledTokens(of: bytes) == expected, "seed 3, text \(number)")
    }
  }

  @Test func referenceKeepsLettersOfAllScripts() {
    #expect(
      Analyzer.reference.terms(of: "Überraschung ÉTÉ снег №5") == [
        "überraschung", "été", "снег", "5",
      ])
  }
}
