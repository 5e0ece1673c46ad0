/// The labels of a file that could be a transcript: which one stands before questions, which before
/// answers, and which begin a turn of the conversation.
struct TranscriptLabels {
  /// One use of the label before questions.
  struct Use {
    var label: LabelledLine
    /// The line with the answer's label, if one follows before the next question.
    var answer: LabelledLine?
  }

  private(set) var questionKey = ""
  private(set) var answerKey = ""
  private(set) var uses: [Use] = []
  /// Lines that begin a turn: no answer reaches beyond them.
  private(set) var turns: Set<Int> = []
  private(set) var taggedShare = 0.0
  private(set) var askingShare = 0.0
  /// Both sides ask: a conversation without questions for the reader.
  private(set) var isChat = false

  /// Labels before the text of the one who asks.
  private static let askers: Set<String> = [
    "question", "interview question", "q", "prompt", "user", "human", "interviewer", "me", "you",
    "student", "ask", "asker", "query", "system", "frage", "pregunta", "вопрос",
  ]
  /// Labels before the text of the one who answers.
  private static let answerers: Set<String> = [
    "response", "answer", "a", "assistant", "chatgpt", "gpt", "bot", "ai", "model", "reply",
    "solution", "claude", "gemini", "llm", "candidate", "interviewee", "output", "completion",
    "antwort", "respuesta", "ответ", "sample answer", "model answer", "sample response",
  ]

  /// Looks for labels; `nil` where none repeats before questions.
  init?(_ document: Document) {
    let labels = document.lines.indices.compactMap { LabelledLine(document, $0) }
    var places: [String: [Int]] = [:]
    for (place, label) in labels.enumerated() { places[label.key, default: []].append(place) }
    let candidates = places.filter { $0.value.count >= 2 && !HintLabel.isKey($0.key) }
    var best: (key: String, asking: Double, tagged: Double, rank: Double)?
    for key in candidates.keys.sorted() {
      let uses = (candidates[key] ?? []).map { labels[$0] }
      let named = key.contains("question") ? 1.0 : TranscriptLabels.askers.contains(key) ? 0.5 : 0
      // Without a name for one who asks, tags decide, which few texts can have.
      guard named > 0 || TranscriptLabels.mayBeTagged(document, uses),
        let shares = TranscriptLabels.shares(document, uses)
      else { continue }
      guard shares.asking >= 0.6 || shares.tagged >= 0.5, named > 0 || shares.tagged >= 0.5 else {
        continue
      }
      let rank = shares.tagged + named + shares.asking
      if rank > best?.rank ?? 0 { best = (key, shares.asking, shares.tagged, rank) }
    }
    guard let best else { return nil }
    questionKey = best.key
    askingShare = best.asking
    taggedShare = best.tagged
    findAnswers(labels, askingPlaces(document, labels, places[best.key] ?? []))
    isChat = best.tagged == 0 && bothSidesAsk(document)
    turns = Set(
      labels.filter { label in
        (places[label.key]?.count ?? 0) >= 2
          && (label.key == questionKey || label.key == answerKey
            || (TranscriptLabels.askers.contains(label.key)))
      }.map(\.line))
  }

  /// The uses that are questions: where some are tagged and many are not, the tag tells them from
  /// small talk under the same label.
  private func askingPlaces(
    _ document: Document, _ labels: [LabelledLine], _ places: [Int]
  ) -> [Int] {
    guard taggedShare > 0, taggedShare < 0.75 else { return places }
    let tagged = places.filter {
      TranscriptLabels.text(document, labels[$0]).difficulty != nil
    }
    return tagged.count >= 2 ? tagged : places
  }

  /// Whether those who answer ask as often: people who talk with each other.
  private func bothSidesAsk(_ document: Document) -> Bool {
    let answers = uses.compactMap(\.answer)
    guard answers.count >= 3 else { return false }
    let asking = answers.lazy.filter {
      TranscriptLabels.text(document, $0).evidence.endsWithQuestionMark
    }
    return asking.count * 2 >= answers.count
  }

  /// Whether half of a label's uses have a byte in their text without which there is no tag.
  private static func mayBeTagged(_ document: Document, _ uses: [LabelledLine]) -> Bool {
    var possible = 0
    for (place, use) in uses.enumerated() {
      if range(document, use).contains(where: { mayBelongToTag(document.bytes[$0]) }) {
        possible += 1
      }
      if (possible + uses.count - place - 1) * 2 < uses.count { return false }
    }
    return true
  }

  /// Brackets, the colon of `Easy:`, pictures and stars, and what may stand for one of them.
  private static func mayBelongToTag(_ byte: UInt8) -> Bool {
    byte == Byte.openBracket || byte == Byte.openParenthesis || byte == Byte.colon || byte >= 0xE2
      || byte == Byte.ampersand
  }

  /// The shares of a label's uses that ask and that are tagged; `nil` where its text repeats, as
  /// boilerplate does.
  private static func shares(
    _ document: Document, _ uses: [LabelledLine]
  ) -> (asking: Double, tagged: Double)? {
    var texts: Set<String> = []
    var asking = 0
    var tagged = 0
    for use in uses {
      let item = text(document, use)
      texts.insert(item.string)
      if item.evidence.strength >= .medium || item.difficulty != nil { asking += 1 }
      if item.difficulty != nil { tagged += 1 }
    }
    let count = Double(uses.count)
    guard Double(texts.count) >= max(2, 0.6 * count) else { return nil }
    return (Double(asking) / count, Double(tagged) / count)
  }

  /// The text behind a label, or on the next line where the label stands alone.
  static func text(_ document: Document, _ label: LabelledLine) -> ItemText {
    ItemText(document, range(document, label))
  }

  private static func range(_ document: Document, _ label: LabelledLine) -> Range<Int> {
    guard label.rest.isEmpty,
      let next = document.nextNonBlank(label.line + 1, document.lines.count)
    else { return label.rest }
    return document.content(next)
  }

  /// The label that follows most questions is the answers'.
  private mutating func findAnswers(_ labels: [LabelledLine], _ places: [Int]) {
    var following: [String: Int] = [:]
    var known: [String: Int] = [:]
    for (number, place) in places.enumerated() {
      let end = number + 1 < places.count ? places[number + 1] : labels.count
      if place + 1 < end { following[labels[place + 1].key, default: 0] += 1 }
      if let answer = labels[(place + 1)..<end].first(where: {
        TranscriptLabels.answerers.contains($0.key)
      }) {
        known[answer.key, default: 0] += 1
      }
    }
    let threshold = max(1, places.count / 2)
    let byName = known.filter { $0.value >= threshold }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }
    let byPlace = following.filter { $0.value > threshold && $0.key != questionKey }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }
    answerKey = byName?.key ?? byPlace?.key ?? ""
    for (number, place) in places.enumerated() {
      let end = number + 1 < places.count ? places[number + 1] : labels.count
      let answer = labels[(place + 1)..<end].first { $0.key == answerKey }
      uses.append(Use(label: labels[place], answer: answer))
    }
  }
}
