/// General rules that keep questions apart: what differs between them, and whether that carries the
/// meaning.
struct ContrastRules {
  private let first: QuestionText
  private let second: QuestionText
  private let alignment: WordAlignment
  private let restOfFirst: [Int]
  private let restOfSecond: [Int]
  private let corpus: QuestionCorpus

  init(_ alignment: WordAlignment, corpus: QuestionCorpus) {
    first = alignment.first
    second = alignment.second
    self.alignment = alignment
    restOfFirst = alignment.restOfFirst
    restOfSecond = alignment.restOfSecond
    self.corpus = corpus
  }

  /// All reasons that there are, each kind once at the most.
  var contrasts: [Contrast] {
    [
      numbers, negation, opposites, swapped, names, notation, tail, aspect ?? inquiry,
      relation, word,
    ].compactMap { $0 }
  }

  // MARK: - Numbers, negation, notation

  /// Numbers that each question has and the other lacks; "second" that only one has.
  private var numbers: Contrast? {
    let left = surplus(of: .number, first, second)
    let right = surplus(of: .number, second, first)
    let isOrdinal =
      left.contains { first.words[$0].isOrdinal } || right.contains { second.words[$0].isOrdinal }
    guard !left.isEmpty && !right.isEmpty || isOrdinal else { return nil }
    return contrast(.number, left, right)
  }

  /// Whether exactly one question has numbers that the other lacks.
  var hasNumberAdded: Bool {
    surplus(of: .number, first, second).isEmpty != surplus(of: .number, second, first).isEmpty
  }

  /// The words of a role of which a question has more than the other.
  private func surplus(
    of role: QuestionWord.Role, _ text: QuestionText, _ other: QuestionText
  ) -> [Int] {
    text.words.indices.filter { place in
      let word = text.words[place]
      guard word.role == role else { return false }
      let before = text.words[...place].count { $0.role == role && $0.term == word.term }
      return other.words.count { $0.role == role && $0.term == word.term } < before
    }
  }

  private var negation: Contrast? {
    // "whether or not" is no negation; an even number cancels out.
    guard first.negationCount % 2 != second.negationCount % 2 else { return nil }
    return contrast(
      .negation, first.words.indices.filter { first.words[$0].role == .negation },
      second.words.indices.filter { second.words[$0].role == .negation })
  }

  private var notation: Contrast? {
    let (left, right) = (first.notations, second.notations)
    if !left.isEmpty, !right.isEmpty, left.map(\.hash) != right.map(\.hash) {
      return Contrast(
        kind: .notation, first: text(of: left, in: first, lackedBy: right),
        second: text(of: right, in: second, lackedBy: left))
    }
    let symbols = (first.symbolBytes, second.symbolBytes)
    if symbols.0 != symbols.1 {
      func text(_ symbols: [ArraySlice<UInt8>]) -> String {
        symbols.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      }
      return Contrast(kind: .notation, first: text(symbols.0), second: text(symbols.1))
    }
    if first.signs != second.signs, !first.signs.isEmpty, !second.signs.isEmpty {
      return Contrast(
        kind: .notation, first: String(decoding: first.signs, as: UTF8.self),
        second: String(decoding: second.signs, as: UTF8.self))
    }
    return nil
  }

  /// The notations that another question lacks; all, where only the order differs.
  private func text(
    of notations: [Notation], in text: QuestionText, lackedBy others: [Notation]
  ) -> String {
    let own = notations.filter { one in !others.contains { $0.hash == one.hash } }
    let isOrder =
      own.isEmpty
      && others.allSatisfy { one in
        notations.contains { $0.hash == one.hash }
      }
    return (isOrder ? notations : own).map { text.text(of: $0) }.joined(separator: ", ")
  }

  /// Options or code that have less than three quarters in common; in questions too long to be
  /// compared word by word, any difference behind their beginnings.
  private var tail: Contrast? {
    let isLong = first.isCut || second.isCut
    // One may have been written down without its options.
    guard isLong || !first.tail.isEmpty && !second.tail.isEmpty else { return nil }
    let common = SortedOverlap.count(first.tail, second.tail)
    let all = first.tail.count + second.tail.count - common
    guard Double(common) < (isLong ? 1 : 0.75) * Double(all) else { return nil }
    return Contrast(
      kind: .code, first: first.tailWords(lackedBy: second).joined(separator: " "),
      second: second.tailWords(lackedBy: first).joined(separator: " "))
  }

  // MARK: - Words

  /// Opposites of which each question has one alone.
  private var opposites: Contrast? {
    let left = unshared(first, second)
    let right = unshared(second, first)
    for i in left {
      for j in right
      where first.areOpposites(i, second, j)
        || NegatingPrefix.separates(first.letters(i), second.letters(j))
      {
        return contrast(.opposed, [i], [j])
      }
    }
    return nil
  }

  /// Words that name something, or ask for something, whose stems the other question lacks.
  private func unshared(_ text: QuestionText, _ other: QuestionText) -> [Int] {
    text.words.indices.filter { place in
      let word = text.words[place]
      guard word.role != .number, word.role != .negation else { return false }
      if word.role == .function, word.opposites.isEmpty { return false }
      let count = text.words[...place].count { $0.term == word.term }
      return other.words.count { $0.term == word.term } < count
    }
  }

  /// Different names in the same place.
  private var names: Contrast? {
    for slot in substitutions {
      let (a, b) = (first.words[slot.first], second.words[slot.second])
      guard a.role == .content, b.role == .content else { continue }
      // What is called by its name and what is not may be the same.
      let areNames = a.isName && b.isName
      if areNames || corpus.areSiblings(a.term, b.term) {
        return contrast(.name, [slot.first], [slot.second])
      }
    }
    return nil
  }

  /// The least weight of a word that makes another question of one in which it is the only other.
  private static let tellingWeight = 0.45

  /// The only word that differs, where it says much.
  private var word: Contrast? {
    guard restOfFirst.count == 1, restOfSecond.count == 1,
      let slot = substitutions.first, first.words[slot.first].role == .content,
      second.words[slot.second].role == .content,
      weight(first, slot.first) >= Self.tellingWeight,
      weight(second, slot.second) >= Self.tellingWeight
    else { return nil }
    return contrast(.word, [slot.first], [slot.second])
  }

  private func weight(_ text: QuestionText, _ place: Int) -> Double {
    corpus.weight(of: text.words[place])
  }

  /// Words that stand in the same place of both questions, between words that are linked or at an
  /// end, and are not linked to each other.
  var substitutions: [(first: Int, second: Int)] {
    var slots: [(first: Int, second: Int)] = []
    for i in restOfFirst {
      for j in restOfSecond where isSameSlot(i, j) { slots.append((i, j)) }
    }
    return slots
  }

  /// Whether the words that differ are one run in each question, in the same place.
  var isSlotSubstituted: Bool {
    guard let left = run(first, restOfFirst, alignment.linkOfFirst),
      let right = run(second, restOfSecond, alignment.linkOfSecond)
    else { return false }
    let before = (neighbor(first, left.lowerBound, -1), neighbor(second, right.lowerBound, -1))
    let behind = (neighbor(first, left.upperBound, 1), neighbor(second, right.upperBound, 1))
    return corresponds(before.0, before.1) && corresponds(behind.0, behind.1)
      && !(before.0 == nil && behind.0 == nil)
  }

  private static let scopes = TermSet.of("in of for with using within from on at")

  /// Whether the words that only one question has say where or of what: they are one run behind a
  /// preposition, at an end of the question.
  var isScopeAdded: Bool {
    guard restOfFirst.isEmpty != restOfSecond.isEmpty else { return false }
    let isFirst = restOfSecond.isEmpty
    let (text, rest) = isFirst ? (first, restOfFirst) : (second, restOfSecond)
    guard let run = run(text, rest, isFirst ? alignment.linkOfFirst : alignment.linkOfSecond),
      rest.count <= 3
    else { return false }
    var before = run.lowerBound - 1
    while before > 0, text.words[before].term == Self.article { before -= 1 }
    guard before >= 0, Self.scopes.contains(text.words[before].term) else { return false }
    return neighbor(text, run.upperBound, 1) == nil || before == 0
  }

  private static let article = TermHash.word("the")

  /// From the first to the last of some words, where no linked word stands between.
  private func run(
    _ text: QuestionText, _ rest: [Int], _ links: [Int]
  ) -> ClosedRange<Int>? {
    guard let low = rest.first, let high = rest.last else { return nil }
    return (low...high).allSatisfy { links[$0] < 0 && text.words[$0].role != .aspect }
      ? low...high : nil
  }

  private func isSameSlot(_ i: Int, _ j: Int) -> Bool {
    let before = neighbor(first, i, -1)
    let behind = neighbor(first, i, 1)
    let otherBefore = neighbor(second, j, -1)
    let otherBehind = neighbor(second, j, 1)
    let left = corresponds(before, otherBefore)
    let right = corresponds(behind, otherBehind)
    // The ends of both questions correspond, but say little.
    return left && right && !(before == nil && behind == nil)
      || (left && before != nil || right && behind != nil)
        && restOfFirst.count == 1 && restOfSecond.count == 1
  }

  /// The next word that is not a mere function word.
  private func neighbor(_ text: QuestionText, _ place: Int, _ step: Int) -> Int? {
    var index = place + step
    while text.words.indices.contains(index) {
      let role = text.words[index].role
      if role != .function, role != .negation { return index }
      index += step
    }
    return nil
  }

  private func corresponds(_ i: Int?, _ j: Int?) -> Bool {
    switch (i, j) {
    case (nil, nil): return true
    case (let i?, let j?):
      let link = alignment.linkOfFirst[i]
      if link >= 0 { return link == alignment.linkOfSecond[j] }
      let (a, b) = (first.words[i], second.words[j])
      return a.role == .aspect && b.role == .aspect
    default: return false
    }
  }

  // MARK: - Order

  /// Words between which the order says who does what to whom.
  private static let directed = TermSet.of(
    "from to into over than before after by given without cause using in instead against per about")
  private static let symmetric = TermSet.of("and or vs versus between with")

  /// Arguments that changed places: all words are linked, and around a word that directs two of
  /// them are exchanged, or two opposites belong to each other's words.
  private var swapped: Contrast? {
    guard restOfFirst.isEmpty, restOfSecond.isEmpty,
      !first.aspects.contains(.difference), !second.aspects.contains(.difference)
    else { return nil }
    if isActorExchanged {
      return contrast(.swapped, first.namedPlaces, second.namedPlaces)
    }
    let links = alignment.links.filter { first.words[$0.first.lowerBound].role != .general }
    for (place, one) in links.enumerated() {
      for other in links[(place + 1)...]
      where other.second.lowerBound < one.second.lowerBound {
        let isExchanged =
          direction(first, one.first, other.first).map { word in
            direction(second, other.second, one.second) == word
          } ?? false
        if isExchanged || isCrossed(one, other) || isTurnedRound(one, other, links) {
          return contrast(
            .swapped, Array(one.first) + Array(other.first),
            Array(other.second) + Array(one.second))
        }
      }
    }
    return nil
  }

  /// Two words that changed places around a third: "Does sleep affect memory?", "Does memory affect
  /// sleep?". In lists ("and", commas) that means the same.
  private func isTurnedRound(
    _ one: WordAlignment.Link, _ other: WordAlignment.Link, _ links: [WordAlignment.Link]
  ) -> Bool {
    guard one.first.upperBound < other.first.lowerBound,
      other.second.upperBound < one.second.lowerBound
    else { return false }
    let a = one.first.upperBound..<other.first.lowerBound
    let b = other.second.upperBound..<one.second.lowerBound
    guard isPermutation, !isList(first, a), !isList(second, b) else { return false }
    // "Is every square a rectangle?" has nothing between them.
    return first.inquiry == .yesOrNo && second.inquiry == .yesOrNo
      || links.contains { a.contains($0.first.lowerBound) && b.contains($0.second.lowerBound) }
  }

  /// Whether both questions have the same words, small ones too, in whatever order: the passive has
  /// others.
  private var isPermutation: Bool {
    func terms(_ text: QuestionText) -> [UInt64] {
      text.words.map(\.term).filter { !Self.articles.contains($0) }.sorted()
    }
    return terms(first) == terms(second)
  }

  private static let articles = TermSet.of("a an the")

  /// Whether words between two places put them beside each other.
  private func isList(_ text: QuestionText, _ places: Range<Int>) -> Bool {
    places.contains { Self.symmetric.contains(text.words[$0].term) }
      || text.bytes[text.words[places.lowerBound - 1].end..<text.words[places.upperBound].start]
        .contains(0x2C)
  }

  private static let helpers = TermSet.of("do does did")

  /// "Who did Brutus kill?", "Who killed Brutus?": with a helping verb what stands behind it acts,
  /// without one it is what is acted on.
  private var isActorExchanged: Bool {
    let helped = (helper(of: first), helper(of: second))
    guard (helped.0 == nil) != (helped.1 == nil), first.inquiry == .what || first.inquiry == .who,
      second.inquiry == first.inquiry
    else { return false }
    let isFirst = helped.0 != nil
    let (text, other) = isFirst ? (first, second) : (second, first)
    let (links, otherLinks) =
      isFirst
      ? (alignment.linkOfFirst, alignment.linkOfSecond)
      : (alignment.linkOfSecond, alignment.linkOfFirst)
    guard let place = helped.0 ?? helped.1, let actor = neighbor(text, place, 1),
      let action = neighbor(text, actor, 1), links[actor] >= 0, links[action] >= 0,
      let otherAction = other.words.indices.first(where: { otherLinks[$0] == links[action] }),
      let otherActor = other.words.indices.first(where: { otherLinks[$0] == links[actor] })
    else { return false }
    return neighbor(other, otherAction, 1) == otherActor
      && !other.words[..<otherAction].contains { Self.passive.contains($0.term) }
  }

  private static let passive = TermSet.of("is are was were be been by has have had")

  /// The place of "do", "does" or "did" before the actor.
  private func helper(of text: QuestionText) -> Int? {
    text.words.indices.first { $0 > 0 && Self.helpers.contains(text.words[$0].term) }
  }

  /// The directing word between two places.
  private func direction(_ text: QuestionText, _ a: Range<Int>, _ b: Range<Int>) -> UInt64? {
    guard a.upperBound <= b.lowerBound else { return nil }
    return text.words[a.upperBound..<b.lowerBound].map(\.term).first { Self.directed.contains($0) }
  }

  /// "high bias, low variance", "low bias, high variance": opposites before each other's words.
  private func isCrossed(_ one: WordAlignment.Link, _ other: WordAlignment.Link) -> Bool {
    guard first.areOpposites(one.first.lowerBound, first, other.first.lowerBound) else {
      return false
    }
    return follower(first, one.first) != follower(second, one.second, isSecond: true)
      && follower(first, other.first) != follower(second, other.second, isSecond: true)
  }

  /// The link of the next word that names something.
  private func follower(
    _ text: QuestionText, _ range: Range<Int>, isSecond: Bool = false
  ) -> Int? {
    let links = isSecond ? alignment.linkOfSecond : alignment.linkOfFirst
    for place in text.words.indices.dropFirst(range.upperBound) {
      if Self.symmetric.contains(text.words[place].term) { return nil }
      if text.words[place].isAligned { return links[place] }
    }
    return nil
  }

  // MARK: - What is asked

  /// Aspects that only one question asks for, both of them telling.
  private var aspect: Contrast? {
    var left = first.aspects.subtracting(.soft).subtracting(second.aspects)
    var right = second.aspects.subtracting(.soft).subtracting(first.aspects)
    for set in AspectSet.exclusive {
      let (one, other) = (first.aspects.intersection(set), second.aspects.intersection(set))
      if !one.isEmpty, !other.isEmpty, one.intersection(other).isEmpty {
        left = left.union(one)
        right = right.union(other)
      }
    }
    let areTelling = !left.isEmpty && !right.isEmpty
    guard areTelling || isComparisonAdded || isAspectAdded(left, right) else { return nil }
    return Contrast(
      kind: .aspect, first: left.all.map(\.rawValue).joined(separator: ", "),
      second: right.all.map(\.rawValue).joined(separator: ", "))
  }

  /// Whether one question compares and the other asks for one thing.
  private var isComparisonAdded: Bool {
    first.aspects.contains(.difference) != second.aspects.contains(.difference)
      && !first.aspects.union(second.aspects).contains(.choice)
  }

  /// Whether of the same words one question asks for something and the other only what they are.
  private func isAspectAdded(_ left: AspectSet, _ right: AspectSet) -> Bool {
    guard left.isEmpty != right.isEmpty, restOfFirst.isEmpty,
      restOfSecond.isEmpty
    else { return false }
    let other = left.isEmpty ? first.aspects : second.aspects
    return other.subtracting(AspectSet([.definition, .working])).isEmpty
  }

  /// Question words that ask for different things, where all else is the same: "Why did Rome
  /// fall?", "When did Rome fall?".
  private var inquiry: Contrast? {
    guard let one = first.inquiry, let other = second.inquiry, one.excludes(other),
      // "What is the reason for it?" asks why.
      one != .what || first.aspects.telling.isEmpty,
      other != .what || second.aspects.telling.isEmpty,
      restOfFirst.allSatisfy({ first.words[$0].role == .general }),
      restOfSecond.allSatisfy({ second.words[$0].role == .general })
    else { return nil }
    return Contrast(kind: .aspect, first: one.rawValue, second: other.rawValue)
  }

  /// Small words that say how things are related, where every other word is the same and in the
  /// same place: "written by", "written to".
  private var relation: Contrast? {
    guard first.words.count == second.words.count else { return nil }
    var differing: Int?
    for place in first.words.indices where first.words[place].term != second.words[place].term {
      guard differing == nil else { return nil }
      differing = place
    }
    guard let place = differing,
      RelationWords.areOther(first.words[place].term, second.words[place].term)
    else { return nil }
    return contrast(.opposed, [place], [place])
  }

  private func contrast(_ kind: Contrast.Kind, _ left: [Int], _ right: [Int]) -> Contrast {
    Contrast(
      kind: kind, first: left.map { first.text(of: first.words[$0]) }.joined(separator: ", "),
      second: right.map { second.text(of: second.words[$0]) }.joined(separator: ", "))
  }
}
