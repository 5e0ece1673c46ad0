import NearDuplicates
import TestSupport

/// Asks what made-up questions are to each other.
enum PairProbe {
  /// Questions of other matters: among them common words are common and rare ones rare.
  static let others: [DuplicateText] = [
    "What does a lighthouse keeper do at night?", "How do you season a cast iron pan?",
    "Why do cats purr?", "What is a sourdough starter?", "How are violins tuned?",
    "When should tomatoes be planted?", "What is the purpose of a keystone?",
    "How does a sundial work?", "What are the advantages of wool?", "Name some alpine flowers.",
    "How do beavers build dams?", "What is the difference between a moth and a butterfly?",
    "Why is the sky blue?", "Which glaze suits stoneware?", "How is parchment made?",
    "What happens when yeast is heated?", "Who wrote the oldest cookbook?",
    "What is a haiku?", "How long does concrete cure?", "Why do leaves turn red?",
    "Describe the life cycle of a mayfly.", "What makes bread rise?",
    "How can you tell oak from beech?", "What is a fugue?", "Explain how tides come about.",
  ].map { DuplicateText($0) }

  /// What two questions are to each other; nil where there is nothing to say of them.
  static func pair(
    _ a: DuplicateText, _ b: DuplicateText, threshold: Double = 0.5
  ) -> DuplicatePair? {
    let texts = DuplicateTexts([a, b] + others, threads: 1)
    // Each has rivals, as in a bank.
    let rivals = (2..<8).flatMap { [CandidatePair(0, $0), CandidatePair(1, $0)] }
    return DuplicateFinder(threshold: threshold, threads: 1)
      .find(texts, candidates: [CandidatePair(0, 1)] + rivals)
      .pairs.first { $0.first == 0 && $0.second == 1 }
  }

  /// What two questions without answers are to each other.
  static func pair(_ a: String, _ b: String, threshold: Double = 0.5) -> DuplicatePair? {
    pair(DuplicateText(a), DuplicateText(b), threshold: threshold)
  }

  /// Compares all questions with each other.
  static func all(
    _ texts: [DuplicateText], threshold: Double = 0.5, threads: Int = 1
  ) -> DuplicateResult {
    DuplicateFinder(threshold: threshold, threads: threads)
      .find(DuplicateTexts(texts, threads: threads), candidates: allPairs(texts.count))
  }

  /// Each pair once.
  static func allPairs(_ count: Int) -> [CandidatePair] {
    (0..<count).flatMap { a in (a + 1..<max(count, a + 1)).map { CandidatePair(a, $0) } }
  }

  /// A bank of questions made from a few patterns and subjects, so that many are the same, look
  /// alike, or have one word in common; no two are equal byte for byte.
  static func bank(_ count: Int, using random: inout SeededGenerator) -> [DuplicateText] {
    let subjects = [
      "ring buffer", "hash table", "kernel trick", "random forest", "beam search", "bloom filter",
      "skip list", "L1 penalty", "L2 penalty", "decision tree", "cache line", "page fault",
    ]
    let patterns = [
      "What is a #?", "What is the #?", "Explain #.", "explain # ", "[E] What is a #?",
      "Q3. What is a #?", "What are the advantages of a #?", "What are the drawbacks of a #?",
      "How does a # work?", "How many # are there?", "Why is a # not used here?",
      "Why is a # used here?", "What is the difference between a # and a @?", "# vs @", "@ vs #",
      "Convert a # to a @", "What is a # with 2 levels?", "What is a # with 3 levels?",
      "What is the output of this code?\nprint(#)", "Waht is a #?", "#", "Is a # fast?",
      "Is a # slow?",
    ]
    let answers = [nil, "It is a # of some kind.", "It holds a # and a @ beside it.", "42"]
    var texts: Set<DuplicateText> = []
    while texts.count < count {
      let one = subjects.randomElement(using: &random) ?? ""
      let other = subjects.randomElement(using: &random) ?? ""
      func filled(_ text: String?) -> String? {
        guard let text else { return nil }
        return text.split(separator: "#", omittingEmptySubsequences: false).joined(separator: one)
          .split(separator: "@", omittingEmptySubsequences: false).joined(separator: other)
      }
      texts.insert(
        DuplicateText(
          filled(patterns.randomElement(using: &random) ?? "") ?? "",
          context: Int.random(in: 0..<8, using: &random) == 0 ? "Think of a \(other)." : nil,
          answer: filled(answers.randomElement(using: &random) ?? nil)))
    }
    return texts.sorted {
      ($0.text, $0.context ?? "", $0.answer ?? "")
        < ($1.text, $1.context ?? "", $1.answer ?? "")
    }.shuffled(using: &random)
  }
}
