import NearDuplicates
import Testing

/// Rules that keep alike questions apart, and the words that they name.
@Suite struct ContrastTests {
  /// Two questions, what keeps them apart, and the words that do.
  struct Case: Sendable, CustomTestStringConvertible {
    let kind: Contrast.Kind
    let a: String
    let b: String
    let words: (String, String)
    var testDescription: String { "\(kind): \(a) | \(b)" }

    init(_ kind: Contrast.Kind, _ a: String, _ b: String, _ first: String, _ second: String) {
      (self.kind, self.a, self.b, words) = (kind, a, b, (first, second))
    }
  }

  static let named: [Case] = [
    Case(.number, "Sum of 2 dice rolls", "Sum of 3 dice rolls", "2", "3"),
    Case(.number, "Sum of two dice rolls", "Sum of three dice rolls", "two", "three"),
    Case(.number, "How was World War I ended?", "How was World War II ended?", "I", "II"),
    Case(
      .number, "What is the second derivative of a spline?", "What is the derivative of a spline?",
      "second", ""),
    Case(
      .number, "Who came 2nd in the rowing race?", "Who came 3rd in the rowing race?", "2nd", "3rd"),
    Case(
      .negation, "Which metals are magnetic?", "Which metals are not magnetic?", "", "not"),
    Case(
      .negation, "When would you use a mutex in a kernel?",
      "When would you never use a mutex in a kernel?", "", "never"),
    Case(
      .opposed, "How do you increase the learning rate?", "How do you decrease the learning rate?",
      "increase", "decrease"),
    Case(
      .opposed, "What is supervised learning of parrots?",
      "What is unsupervised learning of parrots?", "supervised", "unsupervised"),
    Case(
      .opposed, "Find the largest value of a heap.", "Find the smallest value of a heap.",
      "largest", "smallest"),
    Case(
      .name, "What does the L1 penalty do to weights?", "What does the L2 penalty do to weights?",
      "L1", "L2"),
    Case(
      .name, "How do you install Debian on a laptop?", "How do you install Fedora on a laptop?",
      "Debian", "Fedora"),
    Case(
      .aspect, "What are the advantages of a bloom filter?",
      "What are the disadvantages of a bloom filter?", "advantage", "disadvantage"),
    Case(
      .aspect, "What is the difference between a moth and a wasp?", "What is a moth or a wasp?",
      "difference", ""),
    Case(
      .aspect, "Who invented the telescope?", "When was the telescope invented?", "person", "time"),
  ]

  @Test(arguments: named)
  func differencesAreNamed(_ item: Case) throws {
    let pair = try #require(PairProbe.pair(item.a, item.b))
    #expect(pair.duplicateClass == .contrast && !pair.isDuplicate, "\(pair.reasons)")
    let contrast = try #require(
      pair.evidence.contrasts.first { $0.kind == item.kind }, "\(pair.reasons)")
    #expect(contrast.isDecisive)
    #expect(contrast.first == item.words.0 && contrast.second == item.words.1, "\(contrast)")
    let words = [item.words.0, item.words.1].filter { !$0.isEmpty }.joined(separator: " / ")
    #expect(pair.reasons.contains("\(item.kind.rawValue): \(words)"), "\(pair.reasons)")
    let mirrored = try #require(PairProbe.pair(item.b, item.a))
    #expect(mirrored.evidence.contrasts.contains(contrast.mirrored), "\(mirrored.reasons)")
  }

  @Test(arguments: [
    ("Convert a list to a dictionary in Python", "Convert a dictionary to a list in Python"),
    ("How do you convert Celsius to Fahrenheit?", "How do you convert Fahrenheit to Celsius?"),
    ("Why does rain cause floods?", "Why do floods cause rain?"),
    (
      "What does a model of high bias and low variance look like?",
      "What does a model of low bias and high variance look like?"
    ),
  ])
  func exchangedWordsKeepApart(_ a: String, _ b: String) throws {
    let pair = try #require(PairProbe.pair(a, b))
    #expect(pair.duplicateClass == .contrast, "\(pair.reasons)")
    let contrast = try #require(pair.evidence.contrasts.first { $0.kind == .swapped })
    #expect(!contrast.first.isEmpty && !contrast.second.isEmpty)
    #expect(pair.reasons.contains(contrast.description))
  }

  /// Where both sides are alike, order says nothing.
  @Test(arguments: [
    (
      "What is the difference between bagging and boosting?",
      "What is the difference between boosting and bagging?"
    ),
    ("Precision vs recall", "Recall vs precision"),
    ("How do sugar and yeast react?", "How do yeast and sugar react?"),
  ])
  func symmetricWordsMayChangePlaces(_ a: String, _ b: String) throws {
    let pair = try #require(PairProbe.pair(a, b))
    #expect(pair.isDuplicate, "\(pair.reasons)")
  }

  @Test(arguments: [
    ("What does P(A|B) mean?", "What does P(B|A) mean?"),
    ("Derive f(x, y) for a cone.", "Derive f(y, x) for a cone."),
    ("What does a < b give?", "What does a > b give?"),
    ("What does a += b do?", "What does a == b do?"),
  ])
  func notationIsCompared(_ a: String, _ b: String) throws {
    let pair = try #require(PairProbe.pair(a, b))
    #expect(pair.duplicateClass == .contrast, "\(pair.reasons)")
    #expect(pair.evidence.contrasts.contains { $0.kind == .notation })
    #expect(pair.reasons.contains { $0.hasPrefix("notation: ") && $0.contains(" / ") })
  }

  @Test(arguments: [
    ("What does P(A|B) mean?", "What does P(B|A) mean?", "notation: P(A|B) / P(B|A)"),
    (
      "Is f(x, y) the same as g(x, y) there?", "Is f(x, y) the same as h(x, y) there?",
      "notation: g(x, y) / h(x, y)"
    ),
    (
      "Which of these is a planet?\nA) Mars\nB) Sirius",
      "Which of these is a planet?\nA) Ceres\nB) Venus", "code: Mars Sirius / Ceres Venus"
    ),
  ])
  func reasonsNameWhatDiffers(_ a: String, _ b: String, _ reason: String) throws {
    let pair = try #require(PairProbe.pair(a, b))
    #expect(pair.reasons.contains(reason), "\(pair.reasons)")
    let mirrored = try #require(PairProbe.pair(b, a))
    #expect(mirrored.reasons.count == pair.reasons.count)
  }

  @Test(arguments: [
    (
      "What is the output of this code?\nprint(a + 1)\nprint(b)",
      "What is the output of this code?\nwhile True:\n  pass"
    ),
    (
      "Which of these is a planet?\nA) Mars\nB) Sirius\nC) Halley",
      "Which of these is a planet?\nA) Ceres\nB) Venus\nC) Vega"
    ),
  ])
  func codeAndOptionsBehindTheFirstLineCount(_ a: String, _ b: String) throws {
    let pair = try #require(PairProbe.pair(a, b))
    #expect(pair.duplicateClass == .contrast, "\(pair.reasons)")
    #expect(pair.evidence.contrasts.contains { $0.kind == .code })
    #expect(pair.reasons.contains { $0.hasPrefix("code: ") && $0.contains(" / ") })
    #expect(PairProbe.pair(a, a)?.duplicateClass == .exact)
  }

  /// What is neither a word nor a mark of the sentence.
  @Test(arguments: [
    ("What is -7 in octal?", "What is 7 in octal?"),
    ("What is .5 of a yard?", "What is 5 of a yard?"),
    ("Is 3 ≤ y there?", "Is 3 ≥ y there?"), ("What is P ∪ Q?", "What is P ∩ Q?"),
    ("What does `//` do in Python?", "What does `/` do in Python?"),
    ("What does [] mean in Ruby?", "What does {} mean in Ruby?"),
    ("What is 2^10 in decimal?", "What is 10^2 in decimal?"), ("Is x - y even?", "Is x + y even?"),
    ("What does a[i] read?", "What does a{i} read?"), ("Who gets $40?", "Who gets €40?"),
    ("What does 🐍 stand for here?", "What does 🐘 stand for here?"),
  ])
  func signsAreCompared(_ a: String, _ b: String) throws {
    let pair = try #require(PairProbe.pair(a, b))
    #expect(!pair.isDuplicate && !pair.evidence.isExact, "\(pair.reasons)")
  }

  @Test(arguments: [
    ("What is a reef?", "🐟 What is a reef? ⭐️"), ("*What* is a reef?", "What is a reef?!"),
    ("What is “a reef”?", "What is a reef ?"), ("What is 1,000 in hex?", "What is 1000 in hex?"),
    ("What is a reef? (hard)", "[Easy] What is a reef?"),
  ])
  func decorationsAreNoSigns(_ a: String, _ b: String) throws {
    #expect(try #require(PairProbe.pair(a, b)).duplicateClass == .exact)
  }

  @Test(arguments: [
    ("Why did the reef die?", "When did the reef die?"),
    ("Where do corals spawn?", "How do corals spawn?"), ("Why do reefs grow?", "Do reefs grow?"),
    ("How many corals does a reef hold?", "Which corals does a reef hold?"),
  ])
  func questionWordsKeepApart(_ a: String, _ b: String) throws {
    let pair = try #require(PairProbe.pair(a, b))
    #expect(pair.duplicateClass == .contrast && pair.reasons.contains { $0.hasPrefix("aspect") })
  }

  @Test(arguments: [
    ("Why do reefs grow?", "What is the reason that reefs grow?"),
    ("When do corals spawn?", "Under what conditions do corals spawn?"),
  ])
  func questionWordsMayBePhrases(_ a: String, _ b: String) throws {
    #expect(try #require(PairProbe.pair(a, b)).duplicateClass != .contrast)
  }

  @Test(arguments: [
    ("Can sharks infect whales?", "Can whales infect sharks?"),
    ("Who did Ahab chase?", "Who chased Ahab?"), ("What eats krill?", "What does krill eat?"),
    ("Is every shark a fish?", "Is every fish a shark?"),
    ("How do crabs hunt snails?", "How do snails hunt crabs?"),
  ])
  func whoDoesWhatToWhomKeepsApart(_ a: String, _ b: String) throws {
    let pair = try #require(PairProbe.pair(a, b))
    #expect(pair.duplicateClass == .contrast, "\(pair.reasons)")
  }

  @Test(arguments: [
    ("Was the map drawn by Cook?", "Was the map drawn to Cook?"),
    ("Which divers have a mask and fins?", "Which divers have a mask or fins?"),
  ])
  func smallWordsThatRelateKeepApart(_ a: String, _ b: String) throws {
    #expect(try #require(PairProbe.pair(a, b)).duplicateClass == .contrast)
  }

  @Test(arguments: [
    ("What is Boeing?", "What is being?"), ("What is a poet?", "What is a pet?"),
    ("[Python] What is a list?", "[Java] What is a list?"),
  ])
  func wordsThatOnlyLookLikeVariantsAreNotTheSame(_ a: String, _ b: String) throws {
    #expect(PairProbe.pair(a, b)?.isDuplicate != true)
  }

  /// Behind the words that are compared one by one anything may differ.
  @Test func theEndOfALongQuestionCounts() throws {
    let words = (0..<600).map { "word\($0)" }.joined(separator: " ")
    let pair = try #require(PairProbe.pair("Why \(words) left?", "Why \(words) right?"))
    #expect(pair.duplicateClass == .contrast && pair.reasons.contains { $0.hasPrefix("code") })
    #expect(PairProbe.pair("Why \(words) left?", "why \(words) LEFT")?.duplicateClass == .exact)
  }

  @Test func anAcronymOfAnAnswerIsKnown() throws {
    let texts = [
      DuplicateText("What is a BOD?", answer: "It tells how much oxygen is used."),
      DuplicateText("What is biochemical demand for oxygen?"),
      DuplicateText("Which bacteria use air?", answer: "Those with a high oxygen demand (OD)."),
      DuplicateText("What is OD good for?"), DuplicateText("What is oxygen demand good for?"),
    ]
    let compared = DuplicateTexts(texts)
    #expect(compared.evidence(3, 4).equivalents.map(\.description) == ["OD = oxygen demand"])
    #expect(compared.evidence(0, 1).equivalents.isEmpty)
  }

  @Test func whatAQuestionPointsAtIsInItsAnswer() throws {
    let question = "What is the output of this code?"
    let one = DuplicateText(question, answer: "It prints the squares of all odd integers.")
    let other = DuplicateText(question, answer: "A TypeError, since tuples cannot be changed.")
    let pair = try #require(PairProbe.pair(one, other))
    #expect(pair.duplicateClass == .contrast, "\(pair.reasons)")
    let reason =
      "code: It prints the squares of all odd integers. / "
      + "A TypeError, since tuples cannot be changed."
    #expect(pair.reasons.contains(reason), "\(pair.reasons)")
    #expect(try #require(PairProbe.pair(one, one)).isDuplicate)
    // One that names its subject does not point away.
    let named = ["It turns.", "Waves travel through it."].map {
      DuplicateText("What is the output of a seismograph?", answer: $0)
    }
    #expect(PairProbe.pair(named[0], named[1])?.isDuplicate == true)
  }

  @Test func leadInsAreCompared() throws {
    let one = DuplicateText("How fast is it at the end?", context: "A stone falls from a bridge.")
    let other = DuplicateText("How fast is it at the end?", context: "A train leaves the station.")
    let pair = try #require(PairProbe.pair(one, other))
    #expect(pair.duplicateClass == .contrast, "\(pair.reasons)")
    let contrast = try #require(pair.evidence.contrasts.first { $0.kind == .context })
    #expect(contrast.first.contains("stone") && contrast.second.contains("train"))
    #expect(pair.reasons.contains { $0.contains("stone") && $0.contains("train") })
  }

  /// Only one has a lead-in: that is said, and keeps nothing apart.
  @Test func aLeadInOfOneIsNamed() throws {
    let one = DuplicateText("What is a ring buffer good for?", context: "Think of a sound card.")
    let pair = try #require(PairProbe.pair(one, DuplicateText("What is a ring buffer good for?")))
    #expect(!pair.evidence.isKeptApart && !pair.evidence.isExact)
    #expect(pair.reasons.contains("one has a lead-in"))
  }

  @Test func oneTellingWordInPlaceOfAnother() throws {
    let pair = try #require(
      PairProbe.pair("How do you sharpen a chisel at home?", "How do you sharpen a scythe at home?")
    )
    #expect(!pair.isDuplicate)
    let contrast = try #require(pair.evidence.contrasts.first { $0.kind == .word })
    #expect((contrast.first, contrast.second) == ("chisel", "scythe"))
    #expect(!contrast.isDecisive)
  }

  /// Words that some question names beside each other as different are different.
  @Test func whatAQuestionTellsApartIsApart() throws {
    let texts = [
      "How do you prune a hazel?", "How do you prune a medlar?",
      "Hazel or medlar, what is hardier?",
    ].map { DuplicateText($0) }
    let result = PairProbe.all(texts + PairProbe.others)
    let pair = try #require(result.pairs.first { $0.first == 0 && $0.second == 1 })
    #expect(pair.duplicateClass == .contrast)
    #expect(pair.reasons.contains("name: hazel / medlar"), "\(pair.reasons)")
  }

  /// Letters alone are not the text.
  @Test(arguments: [
    ("What is a symmetric key?", "What is asymmetric key?"),
    ("How much is 3-5 plus 10?", "How much is 35 plus 10?"),
  ])
  func whatIsKeptApartIsInNoClusterForItsLetters(_ a: String, _ b: String) throws {
    let result = PairProbe.all([DuplicateText(a), DuplicateText(b)])
    #expect(result.pairs.map(\.duplicateClass) == [.contrast])
    #expect(result.clusters.isEmpty)
  }

  @Test(arguments: [
    ("What is 8 / 2 worth?", "What is 8 - 2 worth?"),
    ("What is 8 * 2 worth?", "What is 8 / 2 worth?"),
  ])
  func signsOfArithmeticCount(_ a: String, _ b: String) {
    let pair = PairProbe.pair(a, b)
    #expect(pair?.duplicateClass == .contrast)
  }

  @Test func aHyphenBehindNonIsAVariant() {
    let pair = PairProbe.pair("What is non-linear regression?", "What is nonlinear regression?")
    #expect(pair?.duplicateClass == .exact)
  }
}
