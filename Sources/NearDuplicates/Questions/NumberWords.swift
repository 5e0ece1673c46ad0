/// Numbers of a question: digits, words up to a hundred, ordinals, Roman numerals behind a word
/// that takes them.
enum NumberWords {
  private static let cardinals: [(String, Int)] = [
    ("zero", 0), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
    ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13),
    ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18),
    ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60),
    ("seventy", 70), ("eighty", 80), ("ninety", 90), ("hundred", 100), ("thousand", 1000),
    ("million", 1_000_000), ("twice", 2), ("double", 2), ("triple", 3),
  ]
  private static let ordinals: [(String, Int)] = [
    ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7),
    ("eighth", 8), ("ninth", 9), ("tenth", 10),
  ]
  /// The number one.
  static let one = hash("1")
  private static let romans: [(String, Int)] = [
    ("i", 1), ("ii", 2), ("iii", 3), ("iv", 4), ("v", 5), ("vi", 6), ("vii", 7), ("viii", 8),
    ("ix", 9), ("x", 10),
  ]
  private static let beforeRoman: Set<String> = [
    "type", "class", "part", "phase", "stage", "grade", "level", "war", "volume", "chapter",
    "group", "factor", "error",
  ]

  /// Words behind which "one" counts.
  private static let beforeOne: Set<String> = [
    "within", "exactly", "least", "most", "only", "just", "than", "by", "after", "before", "every",
    "per", "over", "under",
  ]

  private static let words: [String: UInt64] = {
    var words: [String: UInt64] = [:]
    for (word, value) in cardinals { words[word] = hash(String(value)) }
    for (word, value) in ordinals { words[word] = hash(String(value)) }
    return words
  }()
  private static let numerals = Dictionary(
    romans.map { ($0.0, hash(String($0.1))) }, uniquingKeysWith: { first, _ in first })

  /// Whether a word in lower case is the place in an order: "second", "2nd".
  static func isOrdinal(_ word: String) -> Bool {
    ordinals.contains { $0.0 == word }
      || word.utf8.first.map { (0x30...0x39).contains($0) } ?? false
        && ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
  }

  /// A number that stands for a value, whichever way it is written; nil where a word is no number.
  ///
  /// - Parameters:
  ///   - word: lower-case letters and digits.
  ///   - written: the word as it is written.
  ///   - previous: the word before it in lower case.
  static func value(_ word: String, written: some Sequence<UInt8>, behind previous: String?)
    -> UInt64?
  {
    if let value = words[word] { return value }
    if word == "one", let previous, beforeOne.contains(previous) { return hash("1") }
    if let first = word.utf8.first, (0x30...0x39).contains(first) {
      if let value = digits(word) { return value }
    }
    if let value = numerals[word], let previous, beforeRoman.contains(previous),
      written.allSatisfy({ (0x41...0x5A).contains($0) })
    {
      return value
    }
    return nil
  }

  /// Digits with points and commas, percentages; ordinals such as `2nd`.
  private static func digits(_ word: String) -> UInt64? {
    let bytes = Array(word.utf8)
    let digits = bytes.prefix { (0x30...0x39).contains($0) || $0 == 0x2E }
    let rest = bytes.dropFirst(digits.count)
    if rest.isEmpty { return hash(String(decoding: digits, as: UTF8.self)) }
    if ["st", "nd", "rd", "th"].contains(String(decoding: rest, as: UTF8.self)) {
      return hash(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }

  private static func hash(_ value: String) -> UInt64 { TermHash.word("#" + value) }
}
