#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What all questions together say of their words: how rare they are, which acronyms stand for
/// what, which are named beside each other as different things.
final class QuestionCorpus: Sendable {
  /// How many texts there are.
  let count: Int
  private let frequencies: [UInt64: UInt32]
  private let acronyms: [UInt64: Set<[UInt64]>]
  private let siblings: Set<UnorderedPair>
  private let logCount: Double
  private let occurrences: [UInt64: Int]

  /// The weights of a text's words.
  func weights(_ text: QuestionText) -> [Double] { text.words.map { weight(of: $0) } }

  private struct UnorderedPair: Hashable, Sendable {
    let low: UInt64
    let high: UInt64

    init(_ a: UInt64, _ b: UInt64) { (low, high) = (min(a, b), max(a, b)) }
  }

  /// - Parameters:
  ///   - explained: acronyms that the texts explain.
  ///   - occurrences: how often words stand in the answers.
  init(
    _ texts: [QuestionText], acronyms explained: some Sequence<QuestionText.Acronym>,
    occurrences: [UInt64: Int], background: WordBackground?
  ) {
    count = max(texts.count, background?.count ?? 0)
    self.occurrences = occurrences
    var frequencies: [UInt64: UInt32] = [:]
    var acronyms: [UInt64: Set<[UInt64]>] = [:]
    var siblings: Set<UnorderedPair> = []
    for acronym in explained { acronyms[acronym.term, default: []].insert(acronym.expansion) }
    for text in texts {
      for term in Set(text.words.map(\.term)) { frequencies[term, default: 0] += 1 }
      Self.collectAcronyms(of: text, into: &acronyms)
      Self.forEachSibling(of: text) { siblings.insert(UnorderedPair($0, $1)) }
    }
    for (term, frequency) in background?.frequencies ?? [:] {
      frequencies[term] = max(frequencies[term] ?? 0, frequency)
    }
    self.frequencies = frequencies
    self.acronyms = acronyms
    self.siblings = siblings
    logCount = log(Double(max(count, 2)) + 1)
  }

  /// In how many texts a word stands.
  func frequency(of term: UInt64) -> Int { Int(frequencies[term] ?? 0) }

  /// In how many questions and answers a word stands.
  func occurrences(of term: UInt64) -> Int { frequency(of: term) + (occurrences[term] ?? 0) }

  /// The weight of a word from 0 to 1: its inverse document frequency as a share of the largest,
  /// less for words that are common in all questions.
  func weight(of word: QuestionWord) -> Double {
    let documents = Double(max(frequency(of: word.term), 1))
    let idf = min(log((Double(count) + 1) / (documents + 0.5)) / logCount, 1)
    switch word.role {
    case .content:
      let isCommon = !word.isName && !word.synonyms.isEmpty
      return max(idf, 0.1) * (isCommon ? 0.65 : 1)
    case .number: return 0.5
    case .general: return 0.2 * max(idf, 0.2)
    case .aspect, .function, .negation: return 0
    }
  }

  /// The expansions of an acronym that the texts give in brackets, as stems.
  func expansions(of term: UInt64) -> Set<[UInt64]> { acronyms[term] ?? [] }

  /// Whether some text names two words beside each other as different things.
  func areSiblings(_ a: UInt64, _ b: UInt64) -> Bool { siblings.contains(UnorderedPair(a, b)) }

  /// "SVM (support vector machine)".
  private static func collectAcronyms(
    of text: QuestionText, into acronyms: inout [UInt64: Set<[UInt64]>]
  ) {
    for (index, word) in text.words.enumerated()
    where word.isAcronym && word.end + 1 < text.bytes.count
      && text.bytes[word.end...].starts(with: [0x20, 0x28])
    {
      let letters = Array(text.bytes[word.start..<word.end]).map { $0 | 0x20 }
      let range = index + 1..<min(index + letters.count + 3, text.words.count)
      if let stems = expansion(of: letters, in: text, range) {
        acronyms[word.term, default: []].insert(stems)
      }
    }
  }

  /// The words at the beginning of a range whose first letters are an acronym's.
  private static func expansion(
    of letters: [UInt8], in text: QuestionText, _ range: Range<Int>
  ) -> [UInt64]? {
    let part = text.words[range].filter { $0.role != .function }.prefix(letters.count)
    guard part.count == letters.count, letters.count >= 2,
      zip(part, letters).allSatisfy({ text.bytes[$0.start] | 0x20 == $1 })
    else { return nil }
    return part.map(\.term)
  }

  /// "X vs Y", "between X and Y", "X or Y": the words at both sides of the connecting one.
  private static func forEachSibling(of text: QuestionText, _ body: (UInt64, UInt64) -> Void) {
    let words = text.words
    guard words.count >= 3 else { return }
    for index in 1..<words.count - 1 {
      let word = words[index]
      let isVersus = word.term == Self.versus || word.term == Self.vs
      let isBetween =
        word.term == Self.and
        && words[max(index - 4, 0)..<index].contains { $0.term == Self.between }
      let isAlternative = word.term == Self.or
      guard isVersus || isBetween || isAlternative else { continue }
      let (left, right) = (words[index - 1], words[index + 1])
      if left.role == .content, right.role == .content, left.term != right.term {
        body(left.term, right.term)
      }
    }
  }

  private static let versus = TermHash.word("versus")
  private static let vs = TermHash.word("vs")
  private static let and = TermHash.word("and")
  private static let or = TermHash.word("or")
  private static let between = TermHash.word("between")
}
