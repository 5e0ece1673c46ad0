/// How a question asks: by its question word, or for yes or no.
enum Inquiry: String, Sendable {
  case why, when, `where`, who, what, how
  case howMany = "how many"
  case yesOrNo = "yes or no"

  /// What the first words ask for; nil where they are none of a question.
  init?(_ words: [QuestionWord]) {
    // "In SQL, what is a join?" has it behind other words.
    guard let place = words.prefix(4).firstIndex(where: { Self.starts[$0.term] != nil }),
      let found = Self.starts[words[place].term]
    else { return nil }
    switch found {
    case .how where place + 1 < words.count && Self.amounts.contains(words[place + 1].term):
      self = .howMany
    case .yesOrNo:
      // "Can you explain", "Do you know", "Would you say" ask for more.
      guard place == 0, words.count > 1, !Self.addressed.contains(words[1].term) else { return nil }
      self = .yesOrNo
    default: self = found
    }
  }

  /// Whether questions of the same words that ask so and so are different ones.
  func excludes(_ other: Inquiry) -> Bool {
    guard self != other else { return false }
    switch (self, other) {
    // "Which author wrote it?", "What is the way to it?", "Is there a difference?"
    case (.what, .who), (.who, .what), (.what, .how), (.how, .what): return false
    case (.what, .yesOrNo), (.yesOrNo, .what), (.how, .yesOrNo), (.yesOrNo, .how): return false
    default: return true
    }
  }

  private static let starts: [UInt64: Inquiry] = {
    var starts: [UInt64: Inquiry] = [:]
    for (inquiry, words) in lists {
      for term in TermSet.of(words) { starts[term] = inquiry }
    }
    return starts
  }()

  private static let lists: [(Inquiry, StaticString)] = [
    (.why, "why"), (.when, "when"), (.where, "where"), (.who, "who whom whose"),
    (.what, "what which"), (.how, "how"),
    (.yesOrNo, "is are was were do does did can could should must may has have had will would"),
  ]
  private static let amounts = TermSet.of(
    "many much often long large big far fast old high deep tall wide heavy")
  private static let addressed = TermSet.of("you")
}

/// Small words that relate things to each other.
enum RelationWords {
  private static let lists: [StaticString] = [
    "and or", "to by from", "by of", "in after", "in before", "in since", "in until",
    "since until", "all any", "by against", "with against", "with without", "for against",
  ]
  private static let sets = lists.map { TermSet.of($0) }

  /// Whether one word in place of another makes another question.
  static func areOther(_ a: UInt64, _ b: UInt64) -> Bool {
    a != b && sets.contains { $0.contains(a) && $0.contains(b) }
  }
}
