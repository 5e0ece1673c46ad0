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

  @Test(arguments: [
    ("embeddings", "embed"), ("clustering", "cluster"), ("queries", "queri"), ("ties", "tie"),
    ("gas", "gas"), ("kiwis", "kiwi"), ("agreed", "agre"), ("proceed", "proceed"),
    ("succeeding", "succeed"), ("hopping", "hop"), ("hoping", "hope"), ("adding", "add"),
    ("egged", "egg"), ("lying", "lie"), ("evening", "evening"), ("happily", "happili"),
    ("enjoyed", "enjoy"), ("sayyid", "sayyid"), ("rationally", "ration"),
    ("psychologists", "psycholog"), ("fearfully", "fear"), ("generically", "generic"),
    ("university", "universiti"), ("pasted", "paste"), ("news", "news"), ("skis", "ski"),
    ("'cause", "caus"), ("sun's", "sun"), ("as", "as"), ("", ""), ("'", "'"),
  ])
  func snowballEnglishFollowsItsRules(_ word: String, _ stem: String) {
    #expect(SnowballEnglish.stem(word) == stem)
  }

  @Test(arguments: [
    ("retrieval", "retriev"), ("ponies", "poni"), ("agreed", "agre"), ("plastered", "plaster"),
    ("bled", "bled"), ("sized", "size"), ("falling", "fall"), ("filing", "file"),
    ("happy", "happi"), ("sky", "sky"), ("conditional", "condit"), ("digitizer", "digit"),
    ("formaliti", "formal"), ("hopefulness", "hope"), ("adoption", "adopt"), ("rate", "rate"),
    ("controlling", "control"), ("", ""),
  ])
  func porterFollowsItsRules(_ word: String, _ stem: String) {
    #expect(PorterStemmer.published.stem(word) == stem)
    #expect(PorterStemmer.revised.stem(word) == stem)
  }

  @Test func porterRevisedDiffersWhereItsAuthorRevisedIt() {
    #expect(PorterStemmer.published.stem("archeologi") == "archeologi")
    #expect(PorterStemmer.revised.stem("archeologi") == "archeolog")
    #expect(PorterStemmer.published.stem("forcibli") == "forcibli")
    #expect(PorterStemmer.revised.stem("forcibli") == "forcibl")
    #expect(PorterStemmer.published.stem("as") == "a")
    #expect(PorterStemmer.revised.stem("as") == "as")
  }
}
