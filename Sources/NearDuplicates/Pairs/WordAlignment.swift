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
  /// For each word of the first question the link that it is in, or −1.
  private(set) var linkOfFirst: [Int]
  /// For each word of the second question the link that it is in, or −1.
  private(set) var linkOfSecond: [Int]

  let first: QuestionText
  let second: QuestionText
  private let likeness: WordLikeness

  /// Aligns the words that name things; each word at most once, the surest links first. Cost: the
  /// product of the numbers of words.
  init(_ first: QuestionText, _ second: QuestionText, corpus: QuestionCorpus) {
    self.first = first
    self.second = second
    likeness = WordLikeness(corpus: corpus)
    linkOfFirst = Array(repeating: -1, count: first.words.count)
    linkOfSecond = Array(repeating: -1, count: second.words.count)
    linkEach(.same)
    linkEach(.inflected)
    if hasRest {
      linkSeveral(.joined)
      linkSeveral(.acronym)
      linkEach(.misspelled)
      linkEach(.family)
      linkEach(.synonym)
      linkRepeated()
    }
    sortLinks()
  }

  private var hasRest: Bool { !restOfFirst.isEmpty || !restOfSecond.isEmpty }

  /// Words of the first question that stand for none of the second.
  var restOfFirst: [Int] {
    first.words.indices.filter { linkOfFirst[$0] < 0 && first.words[$0].isAligned }
  }

  /// Words of the second question that stand for none of the first.
  var restOfSecond: [Int] {
    second.words.indices.filter { linkOfSecond[$0] < 0 && second.words[$0].isAligned }
  }

  /// Links one word each, the nearest in place of several that fit.
  private mutating func linkEach(_ kind: Kind) {
    for i in first.words.indices where linkOfFirst[i] < 0 && first.words[i].isAligned {
      var best: (place: Int, distance: Int)?
      for j in second.words.indices where linkOfSecond[j] < 0 && second.words[j].isAligned {
        guard fits(kind, i, j) else { continue }
        // As far from the beginning, or behind the same word.
        let isNeighbor =
          i > 0 && j > 0 && linkOfFirst[i - 1] >= 0 && linkOfFirst[i - 1] == linkOfSecond[j - 1]
        let distance = isNeighbor ? 0 : abs(i - j) + 1
        if distance < best?.distance ?? .max { best = (j, distance) }
      }
      if let best { link(i..<i + 1, best.place..<best.place + 1, kind) }
    }
  }

  private func fits(_ kind: Kind, _ i: Int, _ j: Int) -> Bool {
    let (a, b) = (first.words[i], second.words[j])
    switch kind {
    case .same: return a.term == b.term && a.surface == b.surface
    case .inflected: return a.term == b.term
    case .misspelled: return likeness.isMisspelled(first, i, second, j)
    case .family: return likeness.isFamily(first, i, second, j)
    case .synonym: return !(a.isName && b.isName) && first.areSynonyms(i, second, j)
    case .joined, .acronym: return false
    }
  }

  /// Links one word of either question to several neighbors of the other.
  private mutating func linkSeveral(_ kind: Kind) {
    for i in first.words.indices where linkOfFirst[i] < 0 && first.words[i].isAligned {
      if let range = run(in: second, linkOfSecond, kind, for: first, i) {
        link(i..<i + 1, range, kind)
      }
    }
    for j in second.words.indices where linkOfSecond[j] < 0 && second.words[j].isAligned {
      if let range = run(in: first, linkOfFirst, kind, for: second, j) {
        link(range, j..<j + 1, kind)
      }
    }
  }

  /// The first run of two to six free words that stands for a word of the other question.
  private func run(
    in text: QuestionText, _ links: [Int], _ kind: Kind, for other: QuestionText, _ place: Int
  ) -> Range<Int>? {
    let initial = other.letters(place).first
    for start in text.words.indices
    where links[start] < 0 && text.words[start].isAligned && text.letters(start).first == initial {
      var end = start + 1
      while end < min(start + 6, text.words.count), links[end] < 0,
        text.words[end].isAligned || text.words[end].role == .function
      {
        end += 1
        let fits =
          kind == .joined
          ? likeness.isJoined(other, place, text, start..<end)
          : likeness.isAcronym(other, place, text, start..<end)
        if text.words[end - 1].isAligned, fits { return start..<end }
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
    for i in restOfFirst {
      let term = first.words[i].term
      if let j = second.words.firstIndex(where: { $0.term == term && $0.isAligned }) {
        linkOfFirst[i] = linkOfSecond[j]
      }
    }
    for j in restOfSecond {
      let term = second.words[j].term
      if let i = first.words.firstIndex(where: { $0.term == term && $0.isAligned }) {
        linkOfSecond[j] = linkOfFirst[i]
      }
    }
  }

  private mutating func sortLinks() {
    let order = links.indices.sorted { links[$0].first.lowerBound < links[$1].first.lowerBound }
    var place = [Int](repeating: 0, count: links.count)
    for (new, old) in order.enumerated() { place[old] = new }
    links = order.map { links[$0] }
    for i in linkOfFirst.indices where linkOfFirst[i] >= 0 {
      linkOfFirst[i] = place[linkOfFirst[i]]
    }
    for j in linkOfSecond.indices where linkOfSecond[j] >= 0 {
      linkOfSecond[j] = place[linkOfSecond[j]]
    }
  }
}
