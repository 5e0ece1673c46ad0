/// Whether a question is understood alone or leans on the line above it.
enum Dependence {
  private static let pronouns: Set<String> = [
    "it", "its", "they", "them", "their", "this", "these", "that", "those", "such", "he", "she",
    "him", "her", "his", "former", "latter", "es", "sie", "diese", "dieser", "cela", "ils", "esto",
    "ellos", "это", "они", "их",
  ]
  private static let generic: Set<String> = [
    "model", "data", "dataset", "network", "algorithm", "function", "matrix", "graph", "tree",
    "array", "system", "method", "result", "results", "distribution", "other", "others", "team",
    "table", "query", "code", "process", "output",
  ]

  /// Whether the beginning of a text, up to its first comma or the end of its first sentence,
  /// points at something that it does not name: it has a pronoun and next to no words of its own,
  /// or it has no words of its own at all.
  static func isEmpty(_ text: [UInt8]) -> Bool {
    let sentence = firstSentence(text)
    let own = ContentWords.of(sentence)
    if own.isEmpty { return !hasSubject(text) }
    return own.count <= 1 && hasPointer(Array(sentence.prefix { $0 != Byte.comma }))
  }

  /// Whether a text leans on a lead-in: it has a pronoun or "the" with a general noun, and is
  /// short.
  static func leans(_ text: [UInt8]) -> Bool {
    var words = 0
    var previous: [UInt8] = []
    var points = false
    // Later sentences may point at the first.
    ContentWords.forEachWord(firstSentence(text)) { word in
      words += 1
      let string = String(decoding: word, as: UTF8.self)
      if pronouns.contains(string) { points = true }
      if previous == Array("the".utf8), generic.contains(string) { points = true }
      previous = word
    }
    return (points && words <= 16) || (words <= 6 && ContentWords.of(text).count <= 1)
  }

  /// Whether a pronoun stands in the sentence that points to something: not "what does it mean",
  /// "is it possible", and no possessive, whose owner is often named.
  private static func hasPointer(_ sentence: [UInt8]) -> Bool {
    var words: [String] = []
    ContentWords.forEachWord(sentence) { words.append(String(decoding: $0, as: UTF8.self)) }
    return words.indices.contains { index in
      guard pointers.contains(words[index]) else { return false }
      guard words[index] == "it", index + 1 < words.count else { return true }
      return !fillers.contains(words[index + 1])
    }
  }

  private static let pointers: Set<String> = [
    "it", "they", "them", "these", "this", "those", "es", "ils", "ellos",
  ]
  private static let fillers: Set<String> = [
    "mean", "means", "possible", "necessary", "hard", "important", "difficult", "useful", "better",
    "easy", "take", "that", "common",
  ]

  /// A text of function words alone may still name something in capitals or figures.
  private static func hasSubject(_ text: [UInt8]) -> Bool {
    let names = text.dropFirst().contains {
      Byte.isUpper($0) || Byte.isDigit($0) || $0 == Byte.dollar || $0 == Byte.backslash
    }
    return names || text.count > 60
  }

  private static func firstSentence(_ text: [UInt8]) -> [UInt8] {
    guard let end = text.firstIndex(where: { $0 == Byte.question || $0 == Byte.dot || $0 == 0x0A })
    else { return text }
    return Array(text[...end])
  }
}
