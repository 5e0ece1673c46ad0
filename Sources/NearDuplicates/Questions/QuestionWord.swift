/// A word of a question as comparison sees it.
struct QuestionWord: Sendable, Equatable {
  /// What a word does in its question.
  enum Role: UInt8, Sendable {
    /// It names what the question is about.
    case content
    /// It stands in questions of every kind ("technique", "given").
    case general
    /// It belongs to the phrase that says what is wanted ("advantages of").
    case aspect
    /// It holds the sentence together.
    case function
    /// A number, in digits, as a word or as a Roman numeral.
    case number
    /// It turns the meaning round ("not", "never").
    case negation
  }

  /// The hash of its stem, for a phrase of that of its stems (``TermHash``); for a number of its
  /// value.
  var term: UInt64
  /// The hash of the word as it is written, without case and variants of spelling.
  var surface: UInt64
  /// Its place in the bytes of the text.
  var start: Int
  /// Where what follows begins.
  var end: Int
  /// Its letters and digits in lower case, as places in ``QuestionText/letters``.
  var letters = 0..<0
  /// The groups of words that are used for each other, as places in ``QuestionText/groups``.
  var synonyms = 0..<0
  /// The sides of opposites on which it stands, as places in ``QuestionText/groups``.
  var opposites = 0..<0
  /// What it does.
  var role: Role
  /// Whether it is written as names and terms are: capitals inside a sentence, digits, symbols.
  var isName: Bool
  /// Whether it is an acronym in capitals.
  var isAcronym: Bool
  /// Whether it is a number that says which of several: "second".
  var isOrdinal = false

  /// Whether it takes part in the alignment of two questions.
  var isAligned: Bool { role == .content || role == .general || role == .number }
}
