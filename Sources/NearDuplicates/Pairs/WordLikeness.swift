/// Whether words that are written otherwise stand for each other.
struct WordLikeness {
  let corpus: QuestionCorpus
  private let lexicon = Lexicon.shared

  init(corpus: QuestionCorpus) { self.corpus = corpus }

  /// "dataset" and "data set".
  func isJoined(
    _ one: QuestionText, _ place: Int, _ other: QuestionText, _ range: Range<Int>
  ) -> Bool {
    guard range.count <= 3 else { return false }
    let whole = one.letters(place)
    let length = range.reduce(0) { $0 + other.words[$1].letters.count }
    guard abs(whole.count - length) <= 1 else { return false }
    let parts = range.flatMap { other.letters($0) }
    if whole.elementsEqual(parts) { return true }
    // In the plural.
    return whole.count >= 5 && whole.count != parts.count
      && ((whole.last == 0x73 && whole.dropLast().elementsEqual(parts))
        || (parts.last == 0x73 && parts.dropLast().elementsEqual(whole)))
  }

  /// "CNN" and "convolutional neural network", by the first letters or by what the texts say.
  func isAcronym(
    _ one: QuestionText, _ place: Int, _ other: QuestionText, _ range: Range<Int>
  ) -> Bool {
    let words = range.lazy.map { other.words[$0] }
    if corpus.expansions(of: one.words[place].term).contains(where: {
      $0.elementsEqual(words.filter { $0.role != .function }.map(\.term))
    }) {
      return true
    }
    var name = one.letters(place)
    guard name.count >= 2, name.count <= 7 else { return false }
    let strong = initials(words.filter { $0.role != .function }, other)
    if name.elementsEqual(strong) { return name.count >= 3 || one.words[place].isAcronym }
    if name.count >= 3, name.last == 0x73 { name.removeLast() }
    // Two letters meet by chance unless they are written as an acronym.
    guard name.count >= 3 || one.words[place].isAcronym else { return false }
    return name.elementsEqual(strong) || name.elementsEqual(initials(words, other))
  }

  private func initials(_ words: some Sequence<QuestionWord>, _ text: QuestionText) -> [UInt8] {
    // A phrase that is one word of the lists has several.
    words.flatMap { word in
      text.bytes[word.start..<word.end].split(separator: 0x20).compactMap { part in
        part.first.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      }
    }
  }

  /// One slip of the hand between two words.
  func isMisspelled(_ first: QuestionText, _ i: Int, _ second: QuestionText, _ j: Int) -> Bool {
    let (a, b) = (first.words[i], second.words[j])
    let shorter = min(a.letters.count, b.letters.count)
    guard a.role != .number, b.role != .number, !a.isAcronym || !b.isAcronym, shorter >= 4,
      abs(a.letters.count - b.letters.count) <= 1,
      first.letters[a.letters.lowerBound] == second.letters[b.letters.lowerBound]
    else { return false }
    let (left, right) = (Array(first.letters(i)), Array(second.letters(j)))
    guard Typo.isOne(left, right), shorter >= 5 || Typo.isTransposition(left, right),
      !(left + right).contains(where: { (0x30...0x39).contains($0) }),
      !first.areOpposites(i, second, j), !corpus.areSiblings(a.term, b.term),
      !NegatingPrefix.separates(left[...], right[...])
    else { return false }
    // Two words that both are known are different words; a name is known by another place alone,
    // and so is a word of which one letter is another: "alkane", "alkene".
    let known = (isKnown(a), isKnown(b))
    guard !(known.0 && known.1) else { return false }
    if Typo.isTransposition(left, right) { return true }
    // A letter in place of another is a slip where their keys are neighbors.
    if left.count == right.count { return (known.0 || known.1) && Typo.isOfNeighbors(left, right) }
    return known.0 || known.1 || !(a.isName && b.isName)
  }

  private func isKnown(_ word: QuestionWord) -> Bool {
    corpus.occurrences(of: word.term) > 1 || !word.synonyms.isEmpty || !word.opposites.isEmpty
      || lexicon.general.contains(word.term)
  }

  private static let scriptEnding = Array("js".utf8)

  /// "reactjs" of "react".
  private static func isScript(_ long: ArraySlice<UInt8>, of short: ArraySlice<UInt8>) -> Bool {
    short.count >= 3 && long.count == short.count + 2 && long.starts(with: short)
      && long.suffix(2).elementsEqual(scriptEnding)
  }

  /// Two words of one root.
  func isFamily(_ first: QuestionText, _ i: Int, _ second: QuestionText, _ j: Int) -> Bool {
    let (a, b) = (first.words[i], second.words[j])
    let (left, right) = (first.letters(i), second.letters(j))
    if Self.isScript(left, of: right) || Self.isScript(right, of: left) { return true }
    guard left.count >= 4, right.count >= 4, left.prefix(4).elementsEqual(right.prefix(4)),
      a.role != .number, b.role != .number, !a.isName || !b.isName,
      !first.areOpposites(i, second, j), !corpus.areSiblings(a.term, b.term)
    else { return false }
    return WordFamily.holds(left, right)
  }
}
