import NearDuplicates
import Testing

/// Examples of each class of duplicates.
@Suite struct DuplicateClassTests {
  @Test(arguments: [
    // Case, punctuation, blanks.
    ("What is a ring buffer?", "what is a RING buffer"),
    ("What is a ring buffer?", "  What  is\ta ring buffer ?!  "),
    ("What's a ring buffer?", "What’s a ring buffer?"),
    // Variants of spelling.
    ("How do you normalise a colour histogram?", "How do you normalize a color histogram?"),
    ("Analyse the behaviour of the centre court.", "Analyze the behavior of the center court."),
    ("What is the bias-variance trade-off?", "What is the bias variance tradeoff?"),
    ("What is the bias–variance trade off?", "What is the bias-variance trade-off?"),
    // Tags, numbers, points and bullets.
    ("[E] What is a ring buffer?", "What is a ring buffer?"),
    ("What is a ring buffer? [Hard]", "(M) What is a ring buffer?"),
    ("Q7. What is a ring buffer?", "What is a ring buffer?"),
    ("Question 12: What is a ring buffer?", "iii) What is a ring buffer?"),
    ("7) What is a ring buffer?", "12. [E] What is a ring buffer?"),
    ("(5 points) What is a ring buffer?", "What is a ring buffer? (3 pts)"),
    ("- What is a ring buffer?", "• What is a ring buffer?"),
    ("## What is a ring buffer?", "**What is a ring buffer?**"),
    ("What is a ring buffer? #queues", "What is a ring buffer?"),
  ])
  func exact(_ a: String, _ b: String) throws {
    let pair = try #require(PairProbe.pair(a, b))
    #expect(pair.duplicateClass == .exact && pair.evidence.isExact && pair.isDuplicate)
    #expect(pair.reasons.contains("the same after normalization"))
    // Without a candidate too.
    let texts = DuplicateTexts([DuplicateText(a), DuplicateText(b)])
    let result = DuplicateFinder(threshold: 0.5).find(texts, candidates: [])
    #expect(result.pairs.map(\.duplicateClass) == [.exact])
    #expect(result.clusters.map(\.members) == [[0, 1]])
    #expect(texts.representatives.count == 1)
    #expect(texts.key(0) == texts.key(1))
  }

  @Test(arguments: [
    // A slip of the hand.
    ("What is a skip list good for?", "What is a skpi list good for?"),
    ("How does gradient descent converge?", "How does gradeint descent converge?"),
    ("Explain the convolution theorem of Fourier.", "Explain the convoluton theorem of Fourier."),
    // An article, a plural, another form.
    ("What is the kernel trick?", "What is kernel trick?"),
    ("How are ring buffers filled?", "How is a ring buffer filled?"),
    ("How does a bloom filter save memory?", "How do bloom filters save memory?"),
    // Another order.
    ("How does gradient descent converge slowly?", "How does slowly gradient descent converge?"),
  ])
  func near(_ a: String, _ b: String) throws {
    let pair = try #require(PairProbe.pair(a, b))
    #expect(pair.duplicateClass == .near, "\(pair.reasons)")
    #expect(!pair.evidence.isExact && pair.isDuplicate)
    #expect(pair.evidence.contrasts.allSatisfy { !$0.isDecisive })
  }

  @Test(arguments: [
    // An acronym and what it stands for.
    ("What is a CNN?", "What is a convolutional neural network?"),
    ("How does PCA work?", "How does principal component analysis work?"),
    // Frames that ask for the same.
    ("What is momentum in physics?", "Explain momentum in physics."),
    ("Define a bloom filter.", "What is meant by a bloom filter?"),
    ("What is a bloom filter?", "Can you explain briefly what a bloom filter is?"),
    // Comparisons.
    ("Bagging vs boosting", "What is the difference between bagging and boosting?"),
    ("How does bagging differ from boosting?", "Compare bagging and boosting."),
    ("Moth versus butterfly", "Differences between a butterfly and a moth"),
  ])
  func same(_ a: String, _ b: String) throws {
    let pair = try #require(PairProbe.pair(a, b))
    #expect([.same, .near].contains(pair.duplicateClass), "\(pair.reasons)")
    #expect(!pair.evidence.isKeptApart)
    #expect(
      pair.duplicateClass == .same || pair.evidence.characterJaccard > 0.5
        || pair.evidence.editSimilarity >= 0.75)
  }

  @Test func wordsThatStandForEachOtherAreNamed() throws {
    let short = "What is PCA?"
    let long = "What is principal component analysis?"
    let pair = try #require(PairProbe.pair(short, long))
    #expect(pair.duplicateClass == .same)
    #expect(pair.evidence.equivalents.map(\.description) == ["PCA = principal component analysis"])
    #expect(pair.reasons.contains("PCA = principal component analysis"))
    let mirrored = try #require(PairProbe.pair(long, short))
    #expect(mirrored.reasons.contains("principal component analysis = PCA"))
    let neural = PairProbe.pair("What is a CNN?", "What is a convolutional neural network?")
    #expect(neural?.reasons.contains("CNN = convolutional neural network") == true)
  }

  @Test func aWordWithTheStemOfAPhraseIsNoPhrase() {
    let pair = PairProbe.pair("What is the CLT?", "What is the central limit theorem?")
    #expect(pair?.isDuplicate == true)
  }

  @Test(arguments: [
    ("What is a ring buffer?", "Why do bees dance?"),
    ("What is a ring buffer?", "What is a haiku?"),
    ("Explain gradient descent.", "Explain photosynthesis."),
  ])
  func unlikeQuestionsAreNoDuplicates(_ a: String, _ b: String) {
    #expect(PairProbe.pair(a, b)?.isDuplicate != true)
  }

  /// A pair that has no rivals is no surer for that.
  @Test(arguments: [
    ("Explain gradient descent.", "Explain photosynthesis."),
    ("什么是环形缓冲区?", "什么是哈希表?"), ("ما هو المخزن الدائري؟", "ما هو جدول التجزئة؟"),
  ])
  func twoUnlikeQuestionsAloneAreNoDuplicates(_ a: String, _ b: String) {
    let result = PairProbe.all([DuplicateText(a), DuplicateText(b)])
    #expect(result.pairs.allSatisfy { !$0.isDuplicate })
  }

  /// A lead-in is part of a question.
  @Test func theSameQuestionUnderAnotherLeadInIsNotExact() throws {
    let one = DuplicateText(
      "How many are left?", context: "A basket has seven apples; Ann eats two.")
    let other = DuplicateText("How many are left?", context: "A ship has ninety masts of cedar.")
    #expect(try #require(PairProbe.pair(one, one)).duplicateClass == .exact)
    #expect(PairProbe.pair(one, other)?.isDuplicate == false)
  }

  /// Fragments are told apart by what they stand under.
  @Test func fragmentsAreOfTheirSection() throws {
    let one = DuplicateText("Advantages?", section: "Bloom filters")
    let other = DuplicateText("Advantages?", section: "Sourdough")
    #expect(try #require(PairProbe.pair(one, one)).duplicateClass == .exact)
    #expect(PairProbe.pair(one, other)?.isDuplicate != true)
    // A whole question is the same wherever it stands.
    let whole = ["Bloom filters", "Sourdough"].map {
      DuplicateText("Why do bees dance in the hive?", section: $0)
    }
    #expect(try #require(PairProbe.pair(whole[0], whole[1])).duplicateClass == .exact)
  }
}
