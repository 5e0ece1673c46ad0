/// A question taken apart for comparison: its words with what they do, what it wants to know, and
/// what follows its first line.
final class QuestionText: Sendable {
  /// The bytes of the first line, as given.
  let bytes: [UInt8]
  /// Its words in order; of a very long question the first ``mostWords``.
  let words: [QuestionWord]
  /// The letters and digits of all words in lower case.
  let letters: [UInt8]
  /// The groups and sides of all words, as the word lists number them.
  let groups: [UInt16]
  /// The hashes of its stems, ascending, each once.
  let terms: [UInt64]
  /// What it wants to know; only what its phrases say.
  let aspects: AspectSet
  /// How it asks, by its first words; nil where it asks for nothing by them ("Explain X").
  let inquiry: Inquiry?
  /// Whether a word names what it is about.
  let namesSubject: Bool
  /// Whether it speaks of something that stands beside it: "this code", "the following".
  let pointsAway: Bool
  /// How many words turn the meaning round.
  let negationCount: Int
  /// Signs beside words (`+`, `<`, `|`), in order.
  let signs: [UInt8]
  /// Signs that stand alone, before a number or a name, or in no alphabet, in order.
  let symbols: [Range<Int>]
  /// Notation such as `P(A|B)`, in order.
  let notations: [Notation]
  /// The different words of the options or code behind the first line, ascending; empty where there
  /// are none.
  let tail: [UInt64]
  /// The bytes of those options or that code.
  let tailBytes: [UInt8]
  /// Whether the first line has more words than are looked at, so that the tail begins inside it.
  let isCut: Bool
  /// Acronyms that stand in brackets behind their expansions; they are no words of the question.
  let acronyms: [Acronym]
  /// The words as they are written, without case and variants of spelling, and nothing else.
  let key: UInt64

  /// An acronym and what it stands for, as stems.
  struct Acronym: Sendable, Hashable {
    let term: UInt64
    let expansion: [UInt64]
  }

  /// Words that are looked at one by one; what is behind them belongs to the tail.
  static let mostWords = 400

  init(
    bytes: [UInt8], words: [QuestionWord], aspects: AspectSet, inquiry: Inquiry?,
    namesSubject: Bool,
    pointsAway: Bool, signs: [UInt8], symbols: [Range<Int>], notations: [Notation],
    tailBytes: [UInt8], tail: [UInt64], isCut: Bool, acronyms: [Acronym], key: UInt64,
    lexicon: Lexicon = .shared
  ) {
    var (letters, groups): ([UInt8], [UInt16]) = ([], [])
    self.words = words.map { word in
      var word = word
      let start = letters.count
      letters += SpellingKey.lowered(bytes[word.start..<word.end].filter { $0 != 0x20 })
      word.letters = start..<letters.count
      word.synonyms = Self.append(lexicon.synonyms[word.term], to: &groups)
      word.opposites = Self.append(lexicon.opposites[word.term], to: &groups)
      return word
    }
    self.bytes = bytes
    self.letters = letters
    self.groups = groups
    terms = Set(words.map(\.term)).sorted()
    self.aspects = aspects
    self.inquiry = inquiry
    self.namesSubject = namesSubject
    self.pointsAway = pointsAway
    negationCount = words.count { $0.role == .negation }
    self.signs = signs
    self.symbols = symbols
    self.notations = notations
    self.tailBytes = tailBytes
    self.isCut = isCut
    self.tail = Set(tail).sorted()
    self.acronyms = acronyms
    self.key = key
  }

  private static func append(_ more: [UInt16]?, to groups: inout [UInt16]) -> Range<Int> {
    groups += more ?? []
    return groups.count - (more?.count ?? 0)..<groups.count
  }

  /// Whether a word takes part in alignments.
  var hasAligned: Bool { words.contains(where: \.isAligned) }

  /// The text of a word.
  func text(of word: QuestionWord) -> String {
    String(decoding: bytes[word.start..<word.end], as: UTF8.self)
  }

  /// The bytes of signs that stand alone.
  var symbolBytes: [ArraySlice<UInt8>] { symbols.map { bytes[$0] } }

  /// The text of a notation.
  func text(of notation: Notation) -> String {
    String(decoding: bytes[notation.range], as: UTF8.self)
  }

  /// The first words of the options or code that another question's lack.
  func tailWords(lackedBy other: QuestionText) -> [String] {
    let lacking = tailBytes.split(whereSeparator: { $0 <= 0x20 }).lazy
      .filter { !other.hasInTail(Self.tailHash($0)) }
    return lacking.prefix(Self.namedTailWords).map { String(decoding: $0, as: UTF8.self) }
  }

  private static let namedTailWords = 3

  private func hasInTail(_ hash: UInt64) -> Bool {
    var (low, high) = (0, tail.count)
    while low < high {
      let middle = (low + high) / 2
      if tail[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < tail.count && tail[low] == hash
  }

  /// The hash of a word of options or code, signs included: there they are the question.
  static func tailHash(_ word: some Collection<UInt8>) -> UInt64 {
    SpellingKey.lowered(word).withUnsafeBytes { XXHash64.hash($0) }
  }

  /// The letters of a word by its place.
  func letters(_ place: Int) -> ArraySlice<UInt8> { letters[words[place].letters] }

  /// The places of words that take part in alignments.
  var namedPlaces: [Int] { words.indices.filter { words[$0].isAligned } }

  /// Whether a word of this text and one of another are used for each other.
  func areSynonyms(_ place: Int, _ other: QuestionText, _ otherPlace: Int) -> Bool {
    shares(words[place].synonyms, other, other.words[otherPlace].synonyms, flip: 0)
  }

  /// Whether a word of this text and one of another are opposites: the sides of a pair differ in
  /// the last bit.
  func areOpposites(_ place: Int, _ other: QuestionText, _ otherPlace: Int) -> Bool {
    shares(words[place].opposites, other, other.words[otherPlace].opposites, flip: 1)
  }

  private func shares(
    _ range: Range<Int>, _ other: QuestionText, _ otherRange: Range<Int>, flip: UInt16
  ) -> Bool {
    guard !range.isEmpty, !otherRange.isEmpty else { return false }
    for i in range {
      for j in otherRange where other.groups[j] == groups[i] ^ flip { return true }
    }
    return false
  }
}
