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
    let first = words.first(2, before: words.findSentenceEnd())
    guard first.count == 2, first[0].role.contains(.conditional), first[0].end <= end,
      first[1].start < end
    else { return false }
    if first[1].end <= end { return first[1].role.contains(.condition) }
    // A word that is cut there counts by its beginning.
    let beginning = PackedWord(lowering: words.text.view(Int(first[1].start)..<end))
    return WordRole(rawValue: WordRole.table.classes(beginning)).contains(.condition)
  }

  /// Whether a text points at the item above it rather than at the lead-in of both: a bare "this",
  /// or "the other" of two that it does not name.
  static func leansOnSibling(_ words: inout WordScan) -> Bool {
    let end = words.findSentenceEnd()
    let count = words.first(13, before: end).count
    guard count <= 12, words.stemCount(before: end, limit: 3) <= 2 else { return false }
    var previous = WordRole()
    for (number, word) in words.first(count, before: end).enumerated() {
      if previous.contains(.this), word.role.contains(.verb) { return true }
      if previous.contains(.the), word.role.contains(.pair), number + 1 == count { return true }
      previous = word.role
    }
    return false
  }

  /// Whether a short sentence has a pronoun and before it nothing of its number that it could
  /// stand for: "Where have they been seen?", "Why do browsers no longer support it?".
  private static func hasLoosePronoun(_ scan: inout WordScan) -> Bool {
    let end = scan.findSentenceEnd()
    let words = scan.first(9, before: end)
    guard words.count <= 8, words.count >= 3 else { return false }
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
    let first = words.first(17, before: end)
    guard first.count <= 16 else { return false }
    var points = false
    var hasArticle = false
    var isBehindArticle = false
    for word in first {
      let role = word.role
      if role.contains(.pronoun) || (role.contains(.generic) && isBehindArticle) { points = true }
      isBehindArticle = role.contains(.the)
      hasArticle = hasArticle || isBehindArticle
    }
    if first.last?.role.contains(.instead) ?? false { points = true }
    let count = first.count
    if count <= 5, hasArticle { points = true }
    return points || (count <= 6 && words.stemCount(before: words.text.count, limit: 2) <= 1)
  }

  /// Whether a pronoun stands before the first comma of the sentence that points to something: not
  /// "what does it mean", "is it possible", and no possessive, whose owner is often named.
  private static func hasPointer(_ words: inout WordScan) -> Bool {
    let sentence = words.findSentenceEnd()
    let end = ByteSearch.first(Byte.comma, words.text, 0..<sentence) ?? sentence
    var cursor = WordScan.Cursor()
    var isBehindIt = false
    while let word = words.next(&cursor, before: end) {
      if isBehindIt, !word.role.contains(.filler) { return true }
      isBehindIt = word.role.contains(.it)
      if word.role.contains(.pointer), !isBehindIt { return true }
    }
    return isBehindIt
  }

  /// A text of function words alone may still name something in capitals or figures.
  private static func hasSubject(_ text: ByteView) -> Bool {
    let names = text.dropFirst().contains {
      Byte.isUpper($0) || Byte.isDigit($0) || $0 == Byte.dollar || $0 == Byte.backslash
    }
    return names || text.count > 60
  }
}
