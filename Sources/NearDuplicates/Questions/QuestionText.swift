/// A question taken apart for comparison: its words with what they do, what it wants to know, and
/// what follows its first line.
struct QuestionText: Sendable {
  /// The bytes of the text, as given.
  let bytes: [UInt8]
  /// Its words in order; of a very long question the first ``mostWords``.
  let words: [QuestionWord]
  /// What it wants to know; only what its phrases say.
  let aspects: AspectSet
  /// Whether a word names what it is about.
  let namesSubject: Bool
  /// The hashes of the numbers of it, sorted.
  let numbers: [UInt64]
  /// How many words turn the meaning round.
  let negationCount: Int
  /// Signs that carry meaning (`+`, `<`, `|`), in order.
  let signs: [UInt8]
  /// Notation such as `P(A|B)`, as hashes, in order.
  let notations: [UInt64]
  /// The options or code behind the first line as words, sorted; empty where there are none.
  let tail: [UInt64]
  /// The words as they are written, without case and variants of spelling, and nothing else.
  let key: UInt64

  /// Words that are looked at; of what is behind them a hash alone.
  static let mostWords = 400

  /// The words of some role.
  func count(of role: QuestionWord.Role) -> Int { words.count { $0.role == role } }

  /// The text of a word.
  func text(of word: QuestionWord) -> String {
    String(decoding: bytes[word.start..<word.end], as: UTF8.self)
  }
}
