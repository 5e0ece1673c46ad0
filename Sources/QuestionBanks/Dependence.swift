/// Whether a question is understood alone or leans on the line above it.
enum Dependence {
  /// The lists in which a word stands.
  private struct Role: OptionSet {
    let rawValue: UInt16
    static let pronoun = Role(rawValue: 1)
    static let generic = Role(rawValue: 2)
    static let condition = Role(rawValue: 4)
    static let verb = Role(rawValue: 8)
    static let pair = Role(rawValue: 16)
    static let particle = Role(rawValue: 32)
    static let adverb = Role(rawValue: 64)
    static let pointer = Role(rawValue: 128)
    static let filler = Role(rawValue: 256)
  }

  private static let roles = WordTable(
    [
      (Role.pronoun, pronouns), (.generic, generic), (.condition, conditions), (.verb, verbs),
      (.pair, pairs), (.particle, particles), (.adverb, adverbs), (.pointer, pointers),
      (.filler, fillers),
    ].map { (role: Role, words: Set<String>) in (role.rawValue, words) })

  private static func role(_ word: PackedWord) -> Role { Role(rawValue: roles.classes(word)) }

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

  /// Single words that are looked for.
  private enum Named {
    static let conditional = PackedWord("if".utf8)
    static let this = PackedWord("this".utf8)
    static let that = PackedWord("that".utf8)
    static let the = PackedWord("the".utf8)
    static let `is` = PackedWord("is".utf8)
    static let was = PackedWord("was".utf8)
    static let why = PackedWord("why".utf8)
    static let it = PackedWord("it".utf8)
    static let they = PackedWord("they".utf8)
    static let them = PackedWord("them".utf8)
    static let does = PackedWord("does".utf8)
    static let instead = PackedWord("instead".utf8)
  }

  /// Whether the beginning of a text, up to its first comma or the end of its first sentence,
  /// points at something that it does not name: it has a pronoun and next to no words of its own,
  /// or it has no words of its own at all.
  static func isEmpty(_ text: ByteView) -> Bool {
    let sentence = firstSentence(text)
    let own = ContentWords.of(sentence, limit: 2)
    if own.isEmpty { return !hasSubject(text) }
    return (own.count <= 1 && hasPointer(clause(sentence))) || hasLoosePronoun(sentence)
      || startsOnCondition(sentence)
  }

  private static func clause(_ sentence: ByteView) -> ByteView {
    sentence.view(0..<(sentence.firstIndex(of: Byte.comma) ?? sentence.count))
  }

  /// "If these differ, …", "If so, …": a condition that only the text above names.
  private static func startsOnCondition(_ sentence: ByteView) -> Bool {
    // Most sentences begin otherwise, and need no words.
    guard sentence.prefix(24).contains(where: { $0 | 0x20 == 0x69 }),
      let words = ContentWords.words(sentence.view(0..<min(sentence.count, 24)))
    else { return false }
    return words.count >= 2 && words[0].packed == Named.conditional
      && role(words[1].packed).contains(.condition)
  }

  /// Whether a text points at the item above it rather than at the lead-in of both: a bare "this",
  /// or "the other" of two that it does not name.
  static func leansOnSibling(_ text: ByteView) -> Bool {
    let sentence = firstSentence(text)
    guard let words = ContentWords.words(sentence, limit: 12),
      ContentWords.of(sentence, limit: 3).count <= 2
    else { return false }
    return words.indices.dropLast().contains { index in
      let next = role(words[index + 1].packed)
      if words[index].packed == Named.this { return next.contains(.verb) }
      return words[index].packed == Named.the && next.contains(.pair) && index + 2 == words.count
    }
  }

  /// Whether a short sentence has a pronoun and before it nothing of its number that it could
  /// stand for: "Where have they been seen?", "Why do browsers no longer support it?".
  private static func hasLoosePronoun(_ sentence: ByteView) -> Bool {
    guard let words = ContentWords.words(sentence, limit: 8), words.count >= 3 else { return false }
    let first = words[0].packed
    if words.count <= 4, first == Named.is || first == Named.was || first == Named.why,
      isDemonstrative(words[1].packed) || isDemonstrative(words[2].packed)
    {
      return true
    }
    // "to slow that down": no noun follows.
    if let that = words.lastIndex(where: { $0.packed == Named.that }), that > 0,
      that + 1 == words.count || role(words[that + 1].packed).contains(.particle)
    {
      return true
    }
    guard
      let place = words.firstIndex(where: {
        $0.packed == Named.it || $0.packed == Named.they || $0.packed == Named.them
      }), place > 0
    else { return false }
    let isSingular = words[place].packed == Named.it
    if isSingular, place + 1 < words.count, role(words[place + 1].packed).contains(.filler) {
      return false
    }
    return !words[..<(place - 1)].contains { word in
      guard !role(word.packed).contains(.adverb) else { return false }
      let text = sentence.view(word.range)
      let isPlural = isPlural(text)
      // Also general nouns ("types") are what "them" stands for.
      if !isSingular { return isPlural && word.packed != Named.does && word.packed != Named.this }
      return !isPlural && ContentWords.carries(text)
    }
  }

  private static func isDemonstrative(_ word: PackedWord) -> Bool {
    word == Named.this || word == Named.that
  }

  /// Whether a word of four characters or more ends in one `s`.
  private static func isPlural(_ word: ByteView) -> Bool {
    guard let last = word.last, last | 0x20 == 0x73 else { return false }
    let characters = word.lazy.filter { $0 & 0xC0 != 0x80 }.count
    return characters >= 4 && word[word.count - 2] | 0x20 != 0x73
  }

  /// Whether a text leans on a lead-in: it has a pronoun or "the" with a general noun, and is
  /// short.
  static func leans(_ text: ByteView) -> Bool {
    // Later sentences may point at the first.
    guard let words = ContentWords.words(firstSentence(text), limit: 16) else { return false }
    var points = words.last?.packed == Named.instead
    var hasArticle = false
    for (place, word) in words.enumerated() {
      let role = role(word.packed)
      if role.contains(.pronoun) { points = true }
      if word.packed == Named.the { hasArticle = true }
      if role.contains(.generic), place > 0, words[place - 1].packed == Named.the { points = true }
    }
    if words.count <= 5, hasArticle { points = true }
    return points || (words.count <= 6 && ContentWords.of(text, limit: 2).count <= 1)
  }

  /// Whether a pronoun stands in the sentence that points to something: not "what does it mean",
  /// "is it possible", and no possessive, whose owner is often named.
  private static func hasPointer(_ sentence: ByteView) -> Bool {
    guard let words = ContentWords.words(sentence) else { return false }
    return words.indices.contains { index in
      guard role(words[index].packed).contains(.pointer) else { return false }
      guard words[index].packed == Named.it, index + 1 < words.count else { return true }
      return !role(words[index + 1].packed).contains(.filler)
    }
  }

  /// A text of function words alone may still name something in capitals or figures.
  private static func hasSubject(_ text: ByteView) -> Bool {
    let names = text.dropFirst().contains {
      Byte.isUpper($0) || Byte.isDigit($0) || $0 == Byte.dollar || $0 == Byte.backslash
    }
    return names || text.count > 60
  }

  private static func firstSentence(_ text: ByteView) -> ByteView {
    guard let end = text.firstIndex(where: { $0 == Byte.question || $0 == Byte.dot || $0 == 0x0A })
    else { return text }
    return text.view(0..<(end + 1))
  }
}
