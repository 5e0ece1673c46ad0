/// Whether a question is understood alone or leans on the line above it.
enum Dependence {
  /// Whether the beginning of a text, up to its first comma or the end of its first sentence,
  /// points at something that it does not name: it has a pronoun and next to no words of its own,
  /// or it has no words of its own at all.
  static func isEmpty(_ words: inout WordScan) -> Bool {
    let end = words.findSentenceEnd()
    let own = words.stemCount(before: end, limit: 2)
    if own == 0 { return !hasSubject(words.text) }
    if own <= 1, hasPointer(&words) { return true }
    return hasLoosePronoun(&words) || startsOnCondition(&words)
  }

  /// "If these differ, …", "If so, …": a condition that only the text above names.
  private static func startsOnCondition(_ words: inout WordScan) -> Bool {
    // What counts stands near the beginning.
    let end = min(words.findSentenceEnd(), 24)
    guard let first = words.word(0, before: end), first.role.contains(.conditional) else {
      return false
    }
    if let second = words.word(1, before: end) { return second.role.contains(.condition) }
    // A word that is cut there counts by its beginning.
    guard let second = words.word(1, before: words.findSentenceEnd()), second.start < end else {
      return false
    }
    let beginning = PackedWord(lowering: words.text.view(Int(second.start)..<end))
    return WordRole(rawValue: WordRole.table.classes(beginning)).contains(.condition)
  }

  /// Whether a text points at the item above it rather than at the lead-in of both: a bare "this",
  /// or "the other" of two that it does not name.
  static func leansOnSibling(_ words: inout WordScan) -> Bool {
    let end = words.findSentenceEnd()
    let count = words.count(before: end, limit: 13)
    guard count <= 12, words.stemCount(before: end, limit: 3) <= 2 else { return false }
    var previous = WordRole()
    for number in 0..<count {
      guard let role = words.word(number, before: end)?.role else { break }
      if previous.contains(.this), role.contains(.verb) { return true }
      if previous.contains(.the), role.contains(.pair), number + 1 == count { return true }
      previous = role
    }
    return false
  }

  /// Whether a short sentence has a pronoun and before it nothing of its number that it could
  /// stand for: "Where have they been seen?", "Why do browsers no longer support it?".
  private static func hasLoosePronoun(_ scan: inout WordScan) -> Bool {
    let end = scan.findSentenceEnd()
    let count = scan.count(before: end, limit: 9)
    guard count <= 8, count >= 3 else { return false }
    let words = (0..<count).compactMap { scan.word($0, before: end) }
    if words.count <= 4, words[0].role.contains(.opener),
      isDemonstrative(words[1].role) || isDemonstrative(words[2].role)
    {
      return true
    }
    // "to slow that down": no noun follows.
    if let that = words.lastIndex(where: { $0.role.contains(.that) }), that > 0,
      that + 1 == words.count || words[that + 1].role.contains(.particle)
    {
      return true
    }
    guard let place = words.firstIndex(where: { !$0.role.isDisjoint(with: [.it, .they]) }),
      place > 0
    else { return false }
    let isSingular = words[place].role.contains(.it)
    if isSingular, place + 1 < words.count, words[place + 1].role.contains(.filler) {
      return false
    }
    return !words[..<(place - 1)].contains { word in
      guard !word.role.contains(.adverb) else { return false }
      let isPlural = isPlural(scan.text.view(word.range))
      // Also general nouns ("types") are what "them" stands for.
      if !isSingular { return isPlural && word.role.isDisjoint(with: [.does, .this]) }
      return !isPlural && word.role.contains(.content)
    }
  }

  private static func isDemonstrative(_ role: WordRole) -> Bool {
    !role.isDisjoint(with: [.this, .that])
  }

  /// Whether a word of four characters or more ends in one `s`.
  private static func isPlural(_ word: ByteView) -> Bool {
    guard let last = word.last, last | 0x20 == 0x73 else { return false }
    let characters = word.lazy.filter { $0 & 0xC0 != 0x80 }.count
    return characters >= 4 && word[word.count - 2] | 0x20 != 0x73
  }

  /// Whether a text leans on a lead-in: it has a pronoun or "the" with a general noun, and is
  /// short.
  static func leans(_ words: inout WordScan) -> Bool {
    // Later sentences may point at the first.
    let end = words.findSentenceEnd()
    let count = words.count(before: end, limit: 17)
    guard count <= 16 else { return false }
    var points = false
    var hasArticle = false
    var isBehindArticle = false
    for number in 0..<count {
      guard let role = words.word(number, before: end)?.role else { break }
      if role.contains(.pronoun) || (role.contains(.generic) && isBehindArticle) { points = true }
      if role.contains(.instead), number == count - 1 { points = true }
      isBehindArticle = role.contains(.the)
      hasArticle = hasArticle || isBehindArticle
    }
    if count <= 5, hasArticle { points = true }
    return points || (count <= 6 && words.stemCount(before: words.text.count, limit: 2) <= 1)
  }

  /// Whether a pronoun stands before the first comma of the sentence that points to something: not
  /// "what does it mean", "is it possible", and no possessive, whose owner is often named.
  private static func hasPointer(_ words: inout WordScan) -> Bool {
    let sentence = words.findSentenceEnd()
    let end = ByteSearch.first(Byte.comma, words.text, 0..<sentence) ?? sentence
    var number = 0
    while let word = words.word(number, before: end) {
      number += 1
      guard word.role.contains(.pointer) else { continue }
      guard word.role.contains(.it), let next = words.word(number, before: end) else { return true }
      if !next.role.contains(.filler) { return true }
    }
    return false
  }

  /// A text of function words alone may still name something in capitals or figures.
  private static func hasSubject(_ text: ByteView) -> Bool {
    let names = text.dropFirst().contains {
      Byte.isUpper($0) || Byte.isDigit($0) || $0 == Byte.dollar || $0 == Byte.backslash
    }
    return names || text.count > 60
  }
}
