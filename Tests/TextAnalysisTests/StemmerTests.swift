import Testing
import TextAnalysis

@Suite struct StemmerTests {
  static let english = "data/snowball/english.tsv"
  static let porter = "data/snowball/porter.tsv"

  @Test(.enabled(if: SharedData.has(english), "the published vocabulary is not here"))
  func snowballEnglishAgreesWithItsPublishedVocabulary() throws {
    let pairs = try SharedData.pairs(Self.english)
    #expect(pairs.count == 42_649)
    let wrong = pairs.filter { SnowballEnglish.stem($0.0) != $0.1 }
    #expect(wrong.isEmpty, "\(wrong.count) differ: \(wrong.prefix(20))")
  }

  @Test(.enabled(if: SharedData.has(porter), "the published vocabulary is not here"))
  func porterAgreesWithItsPublishedVocabulary() throws {
    let pairs = try SharedData.pairs(Self.porter)
    #expect(pairs.count == 42_603)
    let wrong = pairs.filter { PorterStemmer.published.stem($0.0) != $0.1 }
    #expect(wrong.isEmpty, "\(wrong.count) differ: \(wrong.prefix(20))")
  }
}
