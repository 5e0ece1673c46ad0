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
  private var known: [String: AnswerWords] = [:]

  /// How the first answer is to the second.
  func relation(_ one: String, to other: String) -> AnswerRelation {
    let (a, b) = (words(one), words(other))
    if a.letters == b.letters { return .same }
    if Self.isCut(a, of: b) { return .truncated }
    if Self.isCut(b, of: a) { return .moreDetail }
    // The same letters with other signs between them.
    if a.plain == b.plain { return max(a.count, b.count) <= 15 ? .conflict : .different }
    if Self.isConflict(a, b) { return .conflict }
    if a.isLong || b.isLong { return .different }
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
  private static func isCut(_ a: AnswerWords, of b: AnswerWords) -> Bool {
    a.letters.count < b.letters.count && b.letters.starts(with: a.letters)
      && (a.isCut || a.letters.count >= 20)
  }

  /// Answers contradict each other by sentences that are each other's likest and say of the same
  /// something else: another number, another name, the opposite.
  private static func isConflict(_ a: AnswerWords, _ b: AnswerWords) -> Bool {
    // "Paris.", "Lyon."; not "Both.", "Both are names."
    let areShort = max(a.count, b.count) <= 3 && !a.content.isEmpty && !b.content.isEmpty
    if areShort, a.content.isDisjoint(with: b.content) { return true }
    let areSentences = a.sentences.count == 1 && b.sentences.count == 1
    let likest = b.sentences.map { likestSentence(to: $0, in: a) }
    for (place, sentence) in a.sentences.enumerated() {
      guard let match = likestSentence(to: sentence, in: b), likest[match] == place else {
        continue
      }
      let other = b.sentences[match]
      let common = sentence.topic.intersection(other.topic).count
      let all = sentence.topic.union(other.topic).count
      // One sentence is an answer by itself; among many small ones likeness is chance.
      guard common >= (areSentences ? 1 : 3),
        Double(common) >= (areSentences ? 0.4 : 0.6) * Double(all)
      else { continue }
      if contradict(sentence, other, a, b) { return true }
    }
    return false
  }

  private static func contradict(
    _ one: AnswerWords.Sentence, _ other: AnswerWords.Sentence, _ a: AnswerWords, _ b: AnswerWords
  ) -> Bool {
    let common = one.content.intersection(other.content).count
    let areMuchAlike = common * 5 >= one.content.union(other.content).count * 4
    if one.negations % 2 != other.negations % 2, areMuchAlike { return true }
    if areMuchAlike {
      return haveOthers(one.numbers, other.numbers, one.numbers, other.numbers)
        || haveOthers(one.names, other.names, one.content, other.content)
    }
    // What the other answer says in another place is no contradiction.
    return one.numbers.isDisjoint(with: other.numbers)
      && haveOthers(one.numbers, other.numbers, a.numbers, b.numbers)
      || one.names.isDisjoint(with: other.names)
        && haveOthers(one.names, other.names, a.content, b.content)
  }

  /// Whether each of two has something that is not in the other's whole.
  private static func haveOthers<Item>(
    _ one: Set<Item>, _ other: Set<Item>, _ whole: Set<Item>, _ otherWhole: Set<Item>
  ) -> Bool {
    !one.isSubset(of: otherWhole) && !other.isSubset(of: whole)
  }

  /// The place of the sentence that shares most of its topic; the first of several.
  private static func likestSentence(
    to sentence: AnswerWords.Sentence, in answer: AnswerWords
  ) -> Int? {
    let topic = sentence.topic
    var best: (likeness: Double, place: Int)?
    for (place, other) in answer.sentences.enumerated() {
      let common = topic.intersection(other.topic).count
      let likeness = Double(common) / Double(max(topic.union(other.topic).count, 1))
      if common > 0, likeness > best?.likeness ?? 0 { best = (likeness, place) }
    }
    return best?.place
  }

  private func words(_ answer: String) -> AnswerWords {
    if let words = known[answer] { return words }
    let words = AnswerWords(answer, session)
    known[answer] = words
    return words
  }
}
