import NearDuplicates
import QuestionBanks

/// Writes pairs of a page, one after another.
struct PairWriter {
  private let answers = AnswerComparer()
  private var number = 0

  /// Of longer texts the beginning is shown, and how much more there is.
  private static let mostCharacters = 20_000
  /// Answers up to this length are open from the beginning.
  private static let shortAnswer = 800

  /// Writes a pair under a heading of that level.
  mutating func write(_ pair: QuestionPair, level: Int, _ text: inout HTMLText) {
    number += 1
    let (first, second) = (pair.first, pair.second)
    let relation = first.answer.flatMap { one in
      second.answer.map { answers.relation(one, to: $0) }
    }
    let name = pair.pair.duplicateClass.rawValue
    let probability = DuplicatePage.probability(pair.pair.probability)
    text.raw(
      "<article class=\"pair\" tabindex=\"-1\" aria-labelledby=\"h\(number)\" "
        + "data-a=\"\(HTMLText.escaped(first.id))\" data-b=\"\(HTMLText.escaped(second.id))\" "
        + "data-class=\"\(name)\" data-p=\"\(pair.pair.probability)\""
        + "\(relation == .conflict ? " data-conflict" : "")>\n"
        + "<h\(level) id=\"h\(number)\"><span class=\"number\">\(number).</span> "
        + "<span class=\"class \(name)\">\(name)</span> \(probability)"
        + "<span class=\"verdict\"></span></h\(level)>\n")
    text.raw("<p class=\"reasons\">\(HTMLText.escaped(Self.evidence(of: pair.pair)))</p>\n")
    let difference = TextDifference(first.text, second.text)
    let answerDifference = relation.flatMap {
      $0 == .different ? nil : TextDifference(first.answer ?? "", second.answer ?? "")
    }
    text.raw("<div class=\"sides\">\n")
    Self.write(
      first, name: "First question", difference.first, answerDifference?.first ?? [], &text)
    Self.write(
      second, name: "Second question", difference.second, answerDifference?.second ?? [], &text)
    text.raw("</div>\n")
    Self.write(difference, of: pair, &text)
    if let relation { Self.write(relation, &text) }
    writeDecision(&text)
    text.raw("</article>\n")
  }

  /// Reasons, and the similarities that they were drawn from.
  private static func evidence(of pair: DuplicatePair) -> String {
    let (evidence, number) = (pair.evidence, DuplicatePage.probability)
    let similarities =
      "Jaccard of words \(number(evidence.wordJaccard)), of characters "
      + "\(number(evidence.characterJaccard)), containment \(number(evidence.containment))"
    return (pair.reasons + [similarities]).joined(separator: "; ")
  }

  private static func write(
    _ entry: Entry, name: String, _ highlights: [Highlight], _ answerHighlights: [Highlight],
    _ text: inout HTMLText
  ) {
    text.raw("<div role=\"group\" aria-label=\"\(name)\">\n")
    if let context = entry.context {
      text.raw("<p class=\"lead\" dir=\"auto\">\(HTMLText.escaped(context))</p>\n")
    }
    text.raw("<p class=\"question\" dir=\"auto\">\(marked(entry.text, highlights))</p>\n")
    text.raw("<p class=\"place\"><code>")
    text.raw(HTMLText.escaped("\(entry.file):\(entry.line)") + "</code> ")
    var details = [entry.bank, entry.id]
    if !entry.section.isEmpty { details.append(entry.section.joined(separator: " › ")) }
    if let difficulty = entry.difficulty { details.append(difficulty.rawValue) }
    if !entry.tags.isEmpty { details.append(entry.tags.joined(separator: ", ")) }
    text.raw(
      "<span dir=\"auto\">\(HTMLText.escaped(details.joined(separator: " · ")))</span></p>\n")
    if let answer = entry.answer {
      let isShort = answer.utf8.count <= shortAnswer
      text.raw("<details class=\"answer\"\(isShort ? " open" : "")><summary>Answer</summary>")
      text.raw(
        "<div class=\"text\" dir=\"auto\">\(marked(answer, answerHighlights))</div></details>\n")
    } else {
      text.raw("<p class=\"none\">No answer</p>\n")
    }
    text.raw("</div>\n")
  }

  /// What is marked above, in words: marks alone are neither heard nor seen by everybody.
  private static func write(
    _ difference: TextDifference, of pair: QuestionPair, _ text: inout HTMLText
  ) {
    let sides = [
      ("first", difference.first, pair.first.text), ("second", difference.second, pair.second.text),
    ].filter { !$0.1.isEmpty }
    guard !sides.isEmpty else { return }
    text.raw("<p class=\"differs\">")
    for (name, highlights, whole) in sides {
      let bytes = Array(whole.utf8)
      let words = highlights.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
      text.raw("Only in the \(name): <span dir=\"auto\">")
      text.raw(HTMLText.escaped(words.joined(separator: " ")) + "</span>. ")
    }
    text.raw("</p>\n")
  }

  private static func write(_ relation: AnswerRelation, _ text: inout HTMLText) {
    let meaning =
      switch relation {
      case .same: "the answers are the same"
      case .reworded: "the answers say much the same"
      case .truncated: "the first answer is the beginning of the second, cut off"
      case .lessDetail: "the second answer has all of the first and more"
      case .moreDetail: "the first answer has all of the second and more"
      case .different: "each answer says things that the other does not"
      case .conflict: "conflict: the answers contradict each other"
      }
    text.raw("<p class=\"\(relation == .conflict ? "conflict" : "relation")\">")
    text.raw(meaning.prefix(1).uppercased() + meaning.dropFirst() + ".</p>\n")
  }

  private func writeDecision(_ text: inout HTMLText) {
    text.raw("<fieldset class=\"decision\"><legend>Are they one question?</legend>\n")
    for (value, label) in [
      ("same", "Same"), ("different", "Different"), ("unsure", "Unsure"), ("", "Not decided"),
    ] {
      text.raw(
        "<label><input type=\"radio\" name=\"d\(number)\" value=\"\(value)\""
          + "\(value.isEmpty ? " checked" : "")> \(label)</label>\n")
    }
    text.raw(
      "<label class=\"note\">Note <input type=\"text\" maxlength=\"500\" autocomplete=\"off\">"
        + "</label>\n</fieldset>\n")
  }

  /// A text with its places marked.
  private static func marked(_ whole: String, _ highlights: [Highlight]) -> String {
    let shown =
      whole.unicodeScalars.count <= mostCharacters
      ? whole : String(String.UnicodeScalarView(whole.unicodeScalars.prefix(mostCharacters)))
    let bytes = Array(shown.utf8)
    var output = ""
    var place = 0
    func piece(_ range: Range<Int>) -> String {
      HTMLText.escaped(String(decoding: bytes[range], as: UTF8.self), keepingLines: true)
    }
    for highlight in highlights where highlight.start >= place && highlight.end <= bytes.count {
      output += piece(place..<highlight.start)
      output += "<mark>" + piece(highlight.start..<highlight.end) + "</mark>"
      place = highlight.end
    }
    output += piece(place..<bytes.count)
    let rest = whole.utf8.count - bytes.count
    return rest == 0 ? output : output + "… <em>(\(rest) more bytes in the file)</em>"
  }
}
