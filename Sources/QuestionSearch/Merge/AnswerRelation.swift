import QuestionBanks
import TextAnalysis

/// How an answer to a question is to another answer to it.
public enum AnswerRelation: String, Sendable, CaseIterable {
  /// The same but for case, blanks and marks.
  case same
  /// Much the same in other words.
  case reworded
  /// The beginning of the other, which was cut off.
  case truncated
  /// The other has all of it and more.
  case lessDetail = "less detail"
  /// It has all of the other and more.
  case moreDetail = "more detail"
  /// Both say things that the other does not.
  case different
  /// They contradict: other numbers, one negated, other things named.
  case conflict
}

/// Compares answers to one question by their words. One thread at a time may use it.
final class AnswerComparer {
  private let session = AnalysisSession(.english)
  private var tokens: [Token] = []
  private var known: [String: Words] = [:]

  private struct Words {
    var all: [UInt32] = []
    var content: Set<UInt32> = []
    var numbers: Set<String> = []
    var names: Set<UInt32> = []
    var negations = 0
    var letters: [UInt8] = []
    var isCut = false
  }

  private static let negations: Set = ["not", "no", "never", "cannot", "without", "n't", "false"]
  private static let agreeing: Set = ["yes", "true"]

  /// How the first answer is to the second.
  func relation(_ one: String, to other: String) -> AnswerRelation {
    let (a, b) = (words(one), words(other))
    if a.letters == b.letters { return .same }
    if Self.isCut(a, of: b) { return .truncated }
    if Self.isCut(b, of: a) { return .moreDetail }
    if isConflict(a, b) { return .conflict }
    let common = a.content.intersection(b.content).count
    let (least, most) = (
      min(a.content.count, b.content.count), max(a.content.count, b.content.count)
    )
    guard least > 0 else { return a.content.isEmpty ? .lessDetail : .moreDetail }
    let covered = Double(common) / Double(least)
    if covered >= 0.8 {
      if Double(least) >= 0.75 * Double(most) { return .reworded }
      return a.content.count < b.content.count ? .lessDetail : .moreDetail
    }
    return Double(common) >= 0.5 * Double(a.content.count + b.content.count - common)
      ? .reworded : .different
  }

  /// Whether an answer is the beginning of another, perhaps with marks of omission behind it.
  private static func isCut(_ a: Words, of b: Words) -> Bool {
    a.letters.count < b.letters.count && b.letters.starts(with: a.letters)
      && (a.isCut || a.letters.count >= 20)
  }

  private func isConflict(_ a: Words, _ b: Words) -> Bool {
    let common = a.content.intersection(b.content).count
    let all = a.content.count + b.content.count - common
    let jaccard = all > 0 ? Double(common) / Double(all) : 0
    let isShort = max(a.all.count, b.all.count) <= 15
    // "Paris.", "Lyon."; not "Both.", "Both are names."
    let bothSaySomething = !a.content.isEmpty && !b.content.isEmpty
    if common == 0, max(a.all.count, b.all.count) <= 3, bothSaySomething { return true }
    // In long answers to differently worded questions such differences say nothing.
    guard jaccard >= (isShort ? 0.4 : 0.65), max(a.all.count, b.all.count) <= 60 else {
      return false
    }
    if !a.numbers.isEmpty, !b.numbers.isEmpty, a.numbers.isDisjoint(with: b.numbers) { return true }
    if a.negations % 2 != b.negations % 2 { return true }
    let (left, right) = (a.names.subtracting(b.content), b.names.subtracting(a.content))
    return !left.isEmpty && !right.isEmpty
  }

  private func words(_ answer: String) -> Words {
    if let words = known[answer] { return words }
    var words = Words()
    // What is too long for a person to compare is compared by its beginning.
    let text = String(answer.prefix(20_000))
    session.analyze(text, into: &tokens)
    let bytes = Array(text.utf8)
    for token in tokens {
      let term = session.term(token.term)
      words.all.append(token.term)
      let written = bytes[Int(token.start)..<Int(token.end)]
      if written.contains(where: { (0x30...0x39).contains($0) }) {
        words.numbers.insert(term)
        words.content.insert(token.term)
      } else if Self.negations.contains(term) || written.suffix(3).elementsEqual("n't".utf8) {
        words.negations += 1
      } else if !FunctionWords.contains(term) {
        words.content.insert(token.term)
        let isFirst = token.start == 0 || Self.isBehindMark(bytes, Int(token.start))
        if let first = written.first, (0x41...0x5A).contains(first), !isFirst {
          words.names.insert(token.term)
        }
      }
      if Self.agreeing.contains(term) { words.negations += 2 }
    }
    let trimmed = answer.utf8.reversed().drop { $0 <= 0x20 }.prefix(3).reversed()
    words.isCut =
      trimmed.elementsEqual("...".utf8) || trimmed.elementsEqual("…".utf8)
    words.letters = answer.replacing("…", with: "").lowercased().utf8.filter {
      $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
    }
    known[answer] = words
    return words
  }

  private static func isBehindMark(_ bytes: [UInt8], _ start: Int) -> Bool {
    var place = start - 1
    while place >= 0, bytes[place] <= 0x20 { place -= 1 }
    return place < 0 || [0x2E, 0x21, 0x3F, 0x3A, 0x2D, 0x2A].contains(bytes[place])
  }
}
