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
    let clause = Array(sentence.prefix { $0 != Byte.comma })
    return (own.count <= 1 && hasPointer(clause)) || hasLoosePronoun(sentence)
      || startsOnCondition(sentence)
  }

  /// "If these differ, …", "If so, …": a condition that only the text above names.
  private static func startsOnCondition(_ sentence: [UInt8]) -> Bool {
    var words: [String] = []
    ContentWords.forEachWord(Array(sentence.prefix(24))) {
      words.append(String(decoding: $0, as: UTF8.self))
    }
    return words.count >= 2 && words[0] == "if" && conditions.contains(words[1])
  }

  private static let conditions: Set<String> = ["these", "this", "those", "so", "not", "yes"]

  /// Whether a text points at the item above it rather than at the lead-in of both: a bare "this",
  /// or "the other" of two that it does not name.
  static func leansOnSibling(_ text: [UInt8]) -> Bool {
    let sentence = firstSentence(text)
    var words: [String] = []
    ContentWords.forEachWord(sentence) { words.append(String(decoding: $0, as: UTF8.self)) }
    guard words.count <= 12, ContentWords.of(sentence).count <= 2 else { return false }
    return words.indices.dropLast().contains { index in
      switch words[index] {
      case "this": verbs.contains(words[index + 1])
      case "the": pairs.contains(words[index + 1]) && index + 2 == words.count
      default: false
      }
    }
  }

  private static let verbs: Set<String> = [
    "have", "has", "is", "be", "hold", "holds", "work", "happen", "fail", "change", "matter",
  ]
  private static let pairs: Set<String> = ["other", "former", "latter"]

  /// Whether a short sentence has a pronoun and before it nothing of its number that it could
  /// stand for: "Where have they been seen?", "Why do browsers no longer support it?".
  private static func hasLoosePronoun(_ sentence: [UInt8]) -> Bool {
    var words: [String] = []
    ContentWords.forEachWord(sentence) { words.append(String(decoding: $0, as: UTF8.self)) }
    guard words.count >= 3, words.count <= 8 else { return false }
    if words.count <= 4, words[0] == "is" || words[0] == "was" || words[0] == "why",
      words[1] == "that" || words[1] == "this" || words[2] == "that" || words[2] == "this"
    {
      return true
    }
    // "to slow that down": no noun follows.
    if let that = words.lastIndex(of: "that"), that > 0,
      that + 1 == words.count || particles.contains(words[that + 1])
    {
      return true
    }
    guard let place = words.firstIndex(where: { $0 == "it" || $0 == "they" || $0 == "them" }),
      place > 0
    else { return false }
    let isSingular = words[place] == "it"
    if isSingular, place + 1 < words.count, fillers.contains(words[place + 1]) { return false }
    return !words[..<(place - 1)].contains { word in
      guard !adverbs.contains(word) else { return false }
      let isPlural = word.count >= 4 && word.hasSuffix("s") && !word.hasSuffix("ss")
      // Also general nouns ("types") are what "them" stands for.
      if !isSingular { return isPlural && word != "does" && word != "this" }
      return !isPlural && !ContentWords.of(Array(word.utf8)).isEmpty
    }
  }

  private static let particles: Set<String> = ["down", "up", "off", "out", "away", "back"]
  private static let adverbs: Set<String> = [
    "longer", "still", "even", "often", "usually", "always", "never", "ever", "actually", "then",
  ]

  /// Whether a text leans on a lead-in: it has a pronoun or "the" with a general noun, and is
  /// short.
  static func leans(_ text: [UInt8]) -> Bool {
    var words = 0
    var previous: [UInt8] = []
    var points = false
    var hasArticle = false
    // Later sentences may point at the first.
    ContentWords.forEachWord(firstSentence(text)) { word in
      words += 1
      let string = String(decoding: word, as: UTF8.self)
      if pronouns.contains(string) { points = true }
      if string == "the" { hasArticle = true }
      if previous == Array("the".utf8), generic.contains(string) { points = true }
      previous = word
    }
    if previous == Array("instead".utf8) { points = true }
    if words <= 5, hasArticle { points = true }
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
