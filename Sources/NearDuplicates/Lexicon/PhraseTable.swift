/// Phrases, found in a sequence of stems.
struct PhraseTable: Sendable {
  /// What a phrase stands for.
  enum Meaning: Sendable, Equatable {
    /// What a question wants to know.
    case aspect(QuestionAspect)
    /// A word, by its hash.
    case word(UInt64)
  }

  /// A phrase of one or two parts with other words between them.
  private struct Phrase: Sendable {
    let first: [UInt64]
    let second: [UInt64]
    let isAtStart: Bool
    let meaning: Meaning

    var length: Int { first.count + second.count }
  }

  /// A place where a phrase was found: the words of its parts.
  struct Match: Equatable {
    let first: Range<Int>
    let second: Range<Int>
    let meaning: Meaning

    var length: Int { first.count + second.count }
  }

  /// The most words that may stand between two parts.
  private static let largestGap = 8

  /// By the first stem, the longest first.
  private var phrases: [UInt64: [Phrase]] = [:]

  /// Adds a phrase without a gap.
  mutating func add(_ stems: [UInt64], meaning: Meaning) {
    add(Phrase(first: stems, second: [], isAtStart: false, meaning: meaning))
  }

  /// Adds the phrases of a line of the list of aspects, the first of which has the name before it.
  mutating func add(_ line: [LexiconReader.Item]) {
    guard let first = line.first, let nameEnd = first.nameEnd else { return }
    let name = first.bytes.prefix { $0 != UInt8(ascii: ":") }
    guard let aspect = QuestionAspect(rawValue: String(decoding: name, as: UTF8.self)) else {
      return
    }
    for (number, item) in line.enumerated() {
      let start = number == 0 ? nameEnd : 0
      let gap = item.gap ?? item.words.count
      guard start < gap else { continue }
      add(
        Phrase(
          first: Array(item.words[start..<gap]), second: Array(item.words[gap...]),
          isAtStart: item.isAtStart, meaning: .aspect(aspect)))
    }
  }

  private mutating func add(_ phrase: Phrase) {
    guard let first = phrase.first.first else { return }
    var list = phrases[first, default: []]
    let place = list.firstIndex { $0.length < phrase.length } ?? list.count
    list.insert(phrase, at: place)
    phrases[first] = list
  }

  /// The longest phrase that begins at a word; of as long ones the first of the lists.
  ///
  /// - Parameter isStart: whether nothing before the word names the question's subject.
  func match(_ stems: [UInt64], at index: Int, isStart: Bool) -> Match? {
    for phrase in phrases[stems[index]] ?? [] {
      if phrase.isAtStart && !isStart { continue }
      guard let end = Self.end(of: phrase.first, in: stems, at: index) else { continue }
      if phrase.second.isEmpty {
        return Match(first: index..<end, second: end..<end, meaning: phrase.meaning)
      }
      // Something must stand between.
      for start in end + 1..<max(min(end + 1 + Self.largestGap, stems.count), end + 1) {
        if let last = Self.end(of: phrase.second, in: stems, at: start) {
          return Match(first: index..<end, second: start..<last, meaning: phrase.meaning)
        }
      }
    }
    return nil
  }

  private static func end(of part: [UInt64], in stems: [UInt64], at index: Int) -> Int? {
    guard index + part.count <= stems.count else { return nil }
    for (offset, stem) in part.enumerated() where stems[index + offset] != stem { return nil }
    return index + part.count
  }
}
