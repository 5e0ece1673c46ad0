/// Whether a question is understood alone or leans on the line above it.
enum Dependence {
  private static let pronouns: Set<String> = [
    "it", "its", "they", "them", "their", "this", "these", "that", "those", "such", "he", "she",
    "him", "her", "his", "former", "latter", "es", "sie", "diese", "dieser", "cela", "ils", "esto",
    "ellos", "это", "они", "их",
  ]
  private static let generic: Set<String> = [
    "model", "data", "dataset", "network", "algorithm", "function", "matrix", "graph", "tree",
    "array", "system", "method", "result", "results", "distribution", "exceptions", "other",
    "others", "team", "table", "query", "code", "process", "causes", "output",
  ]

  /// Whether the first sentence points at something that it does not name: it has a pronoun and next
  /// to no words of its own, or it has no words of its own at all.
  static func isEmpty(_ text: [UInt8]) -> Bool {
    let sentence = firstSentence(text)
    let own = ContentWords.of(sentence)
    if own.isEmpty { return !hasSubject(text) }
    return own.count <= 2 && hasPointer(sentence)
  }

  /// Whether a text leans on a lead-in: it has a pronoun or "the" with a general noun, and is short.
  static func leans(_ text: [UInt8]) -> Bool {
    var words = 0
    var previous: [UInt8] = []
    var points = false
    ContentWords.forEachWord(text) { word in
      words += 1
      let string = String(decoding: word, as: UTF8.self)
      if pronouns.contains(string) { points = true }
      if previous == Array("the".utf8), generic.contains(string) { points = true }
      previous = word
    }
    return (points && words <= 16) || (words <= 6 && ContentWords.of(text).count <= 1)
  }

  /// Whether a pronoun stands in the sentence.
  private static func hasPointer(_ sentence: [UInt8]) -> Bool {
    var found = false
    ContentWords.forEachWord(sentence) { word in
      let string = String(decoding: word, as: UTF8.self)
      // "that" joins clauses more often than it points.
      if string != "that", pronouns.contains(string) { found = true }
    }
    return found
  }

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
