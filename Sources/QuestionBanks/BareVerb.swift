/// Orders whose verb no list knows, and bare subjects, told apart by the words around.
///
/// An order begins with a word that is followed by a determiner or a pronoun: "Untie the knot".
/// Behind a noun that hardly stands.
enum BareVerb {
  private static let determiners = words(
    """
    a an the your this these those that each every all any some its their both me us yourself
    """)
  private static let functionWords = words(
    """
    a an the your this these those that each every all any some its their both it they he she this
    about into over using than like per via through across against behind inside beyond not only
    """)
  static let statementVerbs = words(
    "is are was were be been has have had does do did can could will would may might must should")

  private static func words(_ text: String) -> Set<PackedWord> {
    Set(text.split(whereSeparator: \.isWhitespace).map { PackedWord($0.utf8) })
  }

  /// Whether a text orders something: at its beginning, or, where it sets up a situation, behind
  /// a comma.
  static func orders(_ text: ByteView, isSituation: Bool) -> Bool {
    guard text.last != Byte.question else { return false }
    if begins(text, 0) { return true }
    guard isSituation, !text.contains(Byte.underscore) else { return false }
    let clauses = text.indices.dropLast(2)
      .filter { text[$0] == Byte.comma && Byte.isBlank(text[$0 + 1]) }
      .map { $0 + 2 }
    if clauses.contains(where: { begins(text, $0) }) { return true }
    guard let last = clauses.last else { return false }
    // Without a determiner only a last clause counts, and no plural: "in nets, ropes are tied".
    let word = word(text, last)
    return isVerb(word.word) && text[word.end - 1] != 0x73
  }

  /// Whether a text begins as a question does whose mark is missing: "Would a rope hold".
  static func asks(_ text: ByteView) -> Bool {
    let first = word(text, 0)
    return askingVerbs.contains(first.word) && first.end < text.count
      && text[first.end] == Byte.space && text.contains(where: Byte.isLower)
      && text[(first.end + 1)...].contains(Byte.space)
  }

  private static let askingVerbs = words(
    "would should can could does did is are was were has have")

  /// Whether a text is a whole sentence that states something, with its full stop.
  static func states(_ text: ByteView) -> Bool {
    guard text.last == Byte.dot, text.count <= 400 else { return false }
    let words = text.split(whereSeparator: { !Byte.isWord($0) }).map {
      PackedWord($0.lazy.map(Byte.lowered))
    }
    guard words.count >= 8, let verb = words.firstIndex(where: { copulas.contains($0) }) else {
      return false
    }
    return verb > 0 && verb < 6
  }

  private static let copulas = words("is are was were")

  /// Whether a text is a few words that state and order nothing.
  static func isSubject(_ text: ByteView, wordCount: Int) -> Bool {
    guard wordCount <= 6, let first = text.first, Byte.isUpper(first),
      !text.contains(Byte.underscore)
    else { return false }
    return !text.split(whereSeparator: { !Byte.isWord($0) }).contains {
      statementVerbs.contains(PackedWord($0.lazy.map(Byte.lowered)))
    }
  }

  private static func begins(_ text: ByteView, _ start: Int) -> Bool {
    let first = word(text, start)
    guard isVerb(first.word), first.end + 1 < text.count, text[first.end] == Byte.space,
      !text[start..<first.end].suffix(3).elementsEqual("ing".utf8)
    else { return false }
    let second = word(text, first.end + 1)
    return determiners.contains(second.word)
      && (second.end == text.count || !Byte.isWord(text[second.end]))
  }

  private static func isVerb(_ word: PackedWord) -> Bool {
    word.count >= 2 && QuestionWords.classes(word).isEmpty && !functionWords.contains(word)
  }

  private static func word(_ text: ByteView, _ start: Int) -> (word: PackedWord, end: Int) {
    var word = PackedWord()
    var index = start
    while index < text.count, !word.isFull, Byte.isLetter(text[index]) {
      word.append(Byte.lowered(text[index]))
      index += 1
    }
    return (word, index)
  }
}
