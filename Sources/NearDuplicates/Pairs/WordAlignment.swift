/// Which words of two questions stand for each other.
struct WordAlignment {
  /// Why two words are taken for each other, the surest first.
  enum Kind: Int {
    case same, inflected, joined, acronym, misspelled, family, synonym

    /// How much of a word's weight it carries over.
    var strength: Double {
      switch self {
      case .same: 1
      case .inflected: 0.97
      case .joined, .acronym: 0.95
      case .misspelled: 0.9
      case .family: 0.8
      case .synonym: 0.75
      }
    }
  }

  /// Words of the first question and words of the second that stand for each other: one each, or
  /// one and several.
  struct Link {
    let first: Range<Int>
    let second: Range<Int>
    let kind: Kind
  }

  /// In the order of the first question.
  private(set) var links: [Link] = []
  /// For each word of the first question the link that it is in.
  private(set) var linkOfFirst: [Int?]
  /// For each word of the second question the link that it is in.
  private(set) var linkOfSecond: [Int?]

  private let first: QuestionText
  private let second: QuestionText
  private let lexicon: Lexicon
  private let corpus: QuestionCorpus

  /// Aligns the words that name things; each word at most once, the surest links first. Cost: the
  /// product of the numbers of words.
  init(
    _ first: QuestionText, _ second: QuestionText, corpus: QuestionCorpus,
    lexicon: Lexicon = .shared
  ) {
    self.first = first
    self.second = second
    self.corpus = corpus
    self.lexicon = lexicon
    linkOfFirst = Array(repeating: nil, count: first.words.count)
    linkOfSecond = Array(repeating: nil, count: second.words.count)
    linkEach(.same) { $0.term == $1.term && $0.surface == $1.surface }
    linkEach(.inflected) { $0.term == $1.term }
    linkSeveral(.joined, isJoined)
    linkSeveral(.acronym, isAcronym)
    linkEach(.misspelled, isMisspelled)
    linkEach(.family, isFamily)
    linkEach(.synonym) { !($0.isName && $1.isName) && lexicon.areSynonyms($0.term, $1.term) }
    linkRepeated()
    sortLinks()
  }

  /// Words of the first question that stand for none of the second.
  var restOfFirst: [Int] {
    first.words.indices.filter { first.words[$0].isAligned && linkOfFirst[$0] == nil }
  }

  /// Words of the second question that stand for none of the first.
  var restOfSecond: [Int] {
    second.words.indices.filter { second.words[$0].isAligned && linkOfSecond[$0] == nil }
  }

  /// Links one word each, the nearest in place of several that fit.
  private mutating func linkEach(_ kind: Kind, _ fits: (QuestionWord, QuestionWord) -> Bool) {
    for i in first.words.indices where linkOfFirst[i] == nil && first.words[i].isAligned {
      var best: (place: Int, distance: Int)?
      for j in second.words.indices where linkOfSecond[j] == nil && second.words[j].isAligned {
        guard fits(first.words[i], second.words[j]) else { continue }
        // As far from the beginning, or behind the same word.
        let isNeighbor =
          i > 0 && j > 0 && linkOfFirst[i - 1] != nil && linkOfFirst[i - 1] == linkOfSecond[j - 1]
        let distance = isNeighbor ? 0 : abs(i - j) + 1
        if distance < best?.distance ?? .max { best = (j, distance) }
      }
      if let best { link(i..<i + 1, best.place..<best.place + 1, kind) }
    }
  }

  /// Links one word of either question to several neighbors of the other.
  private mutating func linkSeveral(
    _ kind: Kind, _ fits: (QuestionText, Int, QuestionText, Range<Int>) -> Bool
  ) {
    for i in first.words.indices where linkOfFirst[i] == nil && first.words[i].isAligned {
      if let range = run(in: second, linkOfSecond, where: { fits(first, i, second, $0) }) {
        link(i..<i + 1, range, kind)
      }
    }
    for j in second.words.indices where linkOfSecond[j] == nil && second.words[j].isAligned {
      if let range = run(in: first, linkOfFirst, where: { fits(second, j, first, $0) }) {
        link(range, j..<j + 1, kind)
      }
    }
  }

  /// The first run of two to six free words that fits.
  private func run(
    in text: QuestionText, _ links: [Int?], where fits: (Range<Int>) -> Bool
  ) -> Range<Int>? {
    for start in text.words.indices where links[start] == nil && text.words[start].isAligned {
      var end = start + 1
      while end < min(start + 6, text.words.count), links[end] == nil,
        text.words[end].isAligned || text.words[end].role == .function
      {
        end += 1
        if text.words[end - 1].isAligned, fits(start..<end) { return start..<end }
      }
    }
    return nil
  }

  private mutating func link(_ left: Range<Int>, _ right: Range<Int>, _ kind: Kind) {
    for place in left { linkOfFirst[place] = links.count }
    for place in right { linkOfSecond[place] = links.count }
    links.append(Link(first: left, second: right, kind: kind))
  }

  /// A word that stands several times in one question goes with the one that it is linked to.
  private mutating func linkRepeated() {
    for i in first.words.indices where linkOfFirst[i] == nil && first.words[i].isAligned {
      if let j = second.words.firstIndex(where: { $0.term == first.words[i].term && $0.isAligned }) {
        linkOfFirst[i] = linkOfSecond[j]
      }
    }
    for j in second.words.indices where linkOfSecond[j] == nil && second.words[j].isAligned {
      if let i = first.words.firstIndex(where: { $0.term == second.words[j].term && $0.isAligned }) {
        linkOfSecond[j] = linkOfFirst[i]
      }
    }
  }

  private mutating func sortLinks() {
    let order = links.indices.sorted { links[$0].first.lowerBound < links[$1].first.lowerBound }
    var place = [Int](repeating: 0, count: links.count)
    for (new, old) in order.enumerated() { place[old] = new }
    links = order.map { links[$0] }
    linkOfFirst = linkOfFirst.map { $0.map { place[$0] } }
    linkOfSecond = linkOfSecond.map { $0.map { place[$0] } }
  }

  // MARK: - What fits

  private func letters(_ text: QuestionText, _ place: Int) -> [UInt8] {
    let word = text.words[place]
    return SpellingKey.lowered(text.bytes[word.start..<word.end].filter { $0 != 0x20 })
  }

  /// "dataset" and "data set".
  private func isJoined(
    _ one: QuestionText, _ place: Int, _ other: QuestionText, _ range: Range<Int>
  ) -> Bool {
    guard range.count <= 3 else { return false }
    let whole = letters(one, place)
    let parts = range.flatMap { letters(other, $0) }
    if whole == parts { return true }
    // In the plural.
    return whole.count >= 5 && abs(whole.count - parts.count) == 1
      && (whole == parts + [0x73] || whole + [0x73] == parts)
  }

  /// "CNN" and "convolutional neural network", by the first letters or by what the texts say.
  private func isAcronym(
    _ one: QuestionText, _ place: Int, _ other: QuestionText, _ range: Range<Int>
  ) -> Bool {
    let words = range.map { other.words[$0] }
    if corpus.expansions(of: one.words[place].term).contains(where: {
      $0.elementsEqual(words.filter { $0.role != .function }.map(\.term))
    }) {
      return true
    }
    var name = letters(one, place)
    guard name.count >= 2, name.count <= 7, other.words[range.lowerBound].isAligned else {
      return false
    }
    if name.count >= 3, name.last == 0x73 { name.removeLast() }
    let all = initials(words, other)
    let strong = initials(words.filter { $0.role != .function }, other)
    // Two letters meet by chance unless they are written as an acronym.
    guard name.count >= 3 || one.words[place].isAcronym else { return false }
    return name.count >= 2 && (name == all || name == strong || letters(one, place) == strong)
  }

  private func initials(_ words: [QuestionWord], _ text: QuestionText) -> [UInt8] {
    words.map { word in
      let byte = text.bytes[word.start]
      return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
  }

  private func isMisspelled(_ a: QuestionWord, _ b: QuestionWord) -> Bool {
    guard a.role != .number, b.role != .number, !a.isAcronym || !b.isAcronym else { return false }
    let left = SpellingKey.lowered(first.bytes[a.start..<a.end])
    let right = SpellingKey.lowered(second.bytes[b.start..<b.end])
    let shorter = min(left.count, right.count)
    guard shorter >= 4, abs(left.count - right.count) <= 1, left.first == right.first,
      shorter >= 5 || Typo.isTransposition(left, right)
    else { return false }
    let hasDigit = (left + right).contains { (0x30...0x39).contains($0) }
    guard !hasDigit, !lexicon.areOpposites(a.term, b.term), !corpus.areSiblings(a.term, b.term),
      !NegatingPrefix.separates(left, right)
    else { return false }
    // Two words that both are known are different words; a name is known by another place alone,
    // and so is a word of which one letter is another: "alkane", "alkene".
    let known = (isKnown(a.term), isKnown(b.term))
    guard !(known.0 && known.1), Typo.isOne(left, right) else { return false }
    if Typo.isTransposition(left, right) { return true }
    // A letter in place of another is a slip where their keys are neighbors.
    if left.count == right.count { return (known.0 || known.1) && Typo.isOfNeighbors(left, right) }
    return known.0 || known.1 || !(a.isName && b.isName)
  }

  private func isKnown(_ term: UInt64) -> Bool {
    corpus.occurrences(of: term) > 1 || lexicon.synonyms[term] != nil
      || lexicon.opposites[term] != nil || lexicon.general.contains(term)
  }

  private func isFamily(_ a: QuestionWord, _ b: QuestionWord) -> Bool {
    guard a.role != .number, b.role != .number, !a.isName || !b.isName,
      !lexicon.areOpposites(a.term, b.term), !corpus.areSiblings(a.term, b.term)
    else { return false }
    return WordFamily.holds(
      SpellingKey.lowered(first.bytes[a.start..<a.end]),
      SpellingKey.lowered(second.bytes[b.start..<b.end]))
  }
}
