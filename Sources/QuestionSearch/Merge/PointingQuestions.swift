import QuestionBanks

/// Questions whose text alone does not tell what they ask: they point at something beside them
/// ("What does this code print?"), or their bank asks so more than once of different things, as
/// quizzes on code and headings of exercises do.
struct PointingQuestions {
  private var repeated: Set<[UInt8]> = []

  private static let pointers: Set<Substring> = [
    "following", "below", "above", "shown", "output", "snippet", "logged", "printed",
  ]
  private static let articles: Set<Substring> = ["this", "these", "that", "given", "the"]
  private static let things: Set<Substring> = [
    "code", "program", "script", "query", "expression", "statement", "statements", "example",
    "figure", "table", "diagram", "image", "scenario", "declaration",
  ]
  /// Of texts that stand in a bank more often the first are looked at.
  private static let mostRepeats = 50

  /// Finds texts that a bank asks more than once, with answers that are not to the same question.
  init(_ entries: [Entry], _ comparer: AnswerComparer) {
    var answers: [[UInt8]: [String]] = [:]
    // Of what was merged before the sources count: what they showed then they show again.
    for entry in entries {
      if entry.sources.isEmpty {
        guard let answer = entry.answer else { continue }
        answers[Array(entry.bank.utf8) + [0] + Self.key(entry.text), default: []].append(answer)
      }
      for source in entry.sources {
        guard let answer = source.answer else { continue }
        answers[Array(source.bank.utf8) + [0] + Self.key(source.text), default: []].append(answer)
      }
    }
    for (key, answers) in answers where answers.count > 1 {
      // Bytewise, so that it does not matter which stands first.
      let some = Set(answers).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        .prefix(Self.mostRepeats)
      let isRepeated = some.contains { !Self.agree($0, some[0], comparer) }
      guard isRepeated else { continue }
      let end = key.firstIndex(of: 0) ?? 0
      repeated.insert(Array(key[(end + 1)...]))
    }
  }

  /// Whether the entry's text alone does not tell what it asks.
  func points(_ entry: Entry) -> Bool {
    let texts = [entry.text] + entry.sources.map(\.text)
    if texts.contains(where: { repeated.contains(Self.key($0)) }) { return true }
    let words = entry.text.lowercased().split { !$0.isLetter }
    for (place, word) in words.enumerated() {
      if Self.pointers.contains(word) { return true }
      if Self.things.contains(word), place > 0, Self.articles.contains(words[place - 1]) {
        return true
      }
    }
    return false
  }

  /// Whether answers show that two such questions ask of the same thing.
  static func agree(_ one: String, _ other: String, _ comparer: AnswerComparer) -> Bool {
    switch comparer.relation(one, to: other) {
    case .same, .truncated, .moreDetail, .lessDetail: true
    case .reworded, .different, .conflict: false
    }
  }

  /// Letters and digits in lower case.
  private static func key(_ text: String) -> [UInt8] {
    text.lowercased().utf8.filter {
      $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
    }
  }
}
