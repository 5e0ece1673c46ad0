/// The lists in which a word stands, and what it is for the rules that look at words.
struct WordRole: OptionSet, Sendable {
  let rawValue: UInt32
  static let pronoun = WordRole(rawValue: 1)
  static let generic = WordRole(rawValue: 1 << 1)
  static let condition = WordRole(rawValue: 1 << 2)
  static let verb = WordRole(rawValue: 1 << 3)
  static let pair = WordRole(rawValue: 1 << 4)
  static let particle = WordRole(rawValue: 1 << 5)
  static let adverb = WordRole(rawValue: 1 << 6)
  static let pointer = WordRole(rawValue: 1 << 7)
  static let filler = WordRole(rawValue: 1 << 8)
  /// A function word, or common in all questions.
  static let ignored = WordRole(rawValue: 1 << 9)
  /// Carries a subject; it is not looked up, but told from the word.
  static let content = WordRole(rawValue: 1 << 10)
  // Single words that are looked for.
  static let conditional = WordRole(rawValue: 1 << 11)
  static let this = WordRole(rawValue: 1 << 12)
  static let that = WordRole(rawValue: 1 << 13)
  static let the = WordRole(rawValue: 1 << 14)
  /// One of "is", "was", "why".
  static let opener = WordRole(rawValue: 1 << 15)
  static let it = WordRole(rawValue: 1 << 16)
  /// One of "they", "them".
  static let they = WordRole(rawValue: 1 << 17)
  static let does = WordRole(rawValue: 1 << 18)
  static let instead = WordRole(rawValue: 1 << 19)

  /// The roles of all words that have one.
  static let table = WordTable(
    [
      (WordRole.pronoun, pronouns), (.generic, generals), (.condition, conditions), (.verb, verbs),
      (.pair, pairs), (.particle, particles), (.adverb, adverbs), (.pointer, pointers),
      (.filler, fillers), (.ignored, ContentWords.ignored), (.conditional, ["if"]),
      (.this, ["this"]), (.that, ["that"]), (.the, ["the"]), (.opener, ["is", "was", "why"]),
      (.it, ["it"]), (.they, ["they", "them"]), (.does, ["does"]), (.instead, ["instead"]),
    ].map { (role: WordRole, words: Set<String>) in (role.rawValue, words) })

  private static let pronouns: Set<String> = [
    "it", "its", "they", "them", "their", "this", "these", "that", "those", "such", "he", "she",
    "him", "her", "his", "former", "latter", "es", "sie", "diese", "dieser", "cela", "ils", "esto",
    "ellos", "это", "они", "их",
  ]
  private static let generals: Set<String> = [
    "model", "data", "dataset", "network", "algorithm", "function", "matrix", "graph", "tree",
    "array", "system", "method", "result", "results", "distribution", "other", "others", "team",
    "table", "query", "code", "process", "output",
  ]
  private static let conditions: Set<String> = ["these", "this", "those", "so", "not", "yes"]
  private static let verbs: Set<String> = [
    "have", "has", "is", "be", "hold", "holds", "work", "happen", "fail", "change", "matter",
  ]
  private static let pairs: Set<String> = ["other", "former", "latter"]
  private static let particles: Set<String> = ["down", "up", "off", "out", "away", "back"]
  private static let adverbs: Set<String> = [
    "longer", "still", "even", "often", "usually", "always", "never", "ever", "actually", "then",
  ]
  private static let pointers: Set<String> = [
    "it", "they", "them", "these", "this", "those", "es", "ils", "ellos",
  ]
  private static let fillers: Set<String> = [
    "mean", "means", "possible", "necessary", "hard", "important", "difficult", "useful", "better",
    "easy", "take", "that", "common",
  ]
}
