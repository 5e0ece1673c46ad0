/// Measures pairs of questions.
struct EvidenceMaker: Sendable {
  let corpus: QuestionCorpus
  private let lexicon = Lexicon.shared

  init(_ corpus: QuestionCorpus) { self.corpus = corpus }

  /// The evidence for a pair; that of the pair turned round is the same but for the order of words.
  func evidence(_ a: ComparedText, _ b: ComparedText) -> PairEvidence {
    // Words are aligned from one question on: always from the same.
    a.contentKey <= b.contentKey ? ordered(a, b) : ordered(b, a).mirrored
  }

  private func ordered(_ a: ComparedText, _ b: ComparedText) -> PairEvidence {
    var evidence = PairEvidence()
    let alignment = WordAlignment(a.question, b.question, corpus: corpus)
    let rules = ContrastRules(a.question, b.question, alignment, corpus: corpus)
    evidence.contrasts = rules.contrasts
    evidence.isExact = a.key == b.key && !a.question.words.isEmpty
    addOverlap(alignment, a.question, b.question, &evidence)
    addShingles(a.question, b.question, &evidence)
    addRest(alignment, rules, a.question, b.question, &evidence)
    addAspects(a.question, b.question, &evidence)
    addContext(a, b, &evidence)
    addAnswers(alignment, a, b, &evidence)
    addContrasts(rules, &evidence)
    addEquivalents(alignment, a.question, b.question, &evidence)
    return evidence
  }

  private func weights(_ text: QuestionText) -> [Double] {
    text.words.map { corpus.weight(of: $0, lexicon) }
  }

  // MARK: - What they have in common

  private func addOverlap(
    _ alignment: WordAlignment, _ a: QuestionText, _ b: QuestionText,
    _ evidence: inout PairEvidence
  ) {
    let (left, right) = (weights(a), weights(b))
    var common = (left: 0.0, right: 0.0)
    var topic = 0.0
    var loose = 0
    for link in alignment.links {
      let first = link.first.reduce(0) { $0 + left[$1] }
      let second = link.second.reduce(0) { $0 + right[$1] }
      common.left += first * link.kind.strength
      common.right += second * link.kind.strength
      topic = max(topic, min(first, second) * link.kind.strength)
      if link.kind == .synonym || link.kind == .family { loose += 1 }
      if link.kind == .acronym { evidence[.acronym] = 1 }
    }
    let (allLeft, allRight) = (left.reduce(0, +), right.reduce(0, +))
    let coverage = (
      allLeft > 0 ? common.left / allLeft : 0, allRight > 0 ? common.right / allRight : 0
    )
    evidence[.leastCoverage] = min(coverage.0, coverage.1)
    evidence[.mostCoverage] = max(coverage.0, coverage.1)
    let shared = (common.left + common.right) / 2
    let all = allLeft + allRight - shared
    evidence[.overlap] = all > 0 ? min(shared / all, 1) : 0
    evidence[.sharedTopic] = topic
    evidence[.synonymShare] =
      alignment.links.isEmpty ? 0 : Double(loose) / Double(alignment.links.count)
    evidence[.order] = order(alignment)
  }

  /// The longest ascending run of links, as a share of all.
  private func order(_ alignment: WordAlignment) -> Double {
    let places = alignment.links.map(\.second.lowerBound)
    guard places.count > 1 else { return 1 }
    var ends: [Int] = []
    for place in places {
      if let index = ends.firstIndex(where: { $0 >= place }) {
        ends[index] = place
      } else {
        ends.append(place)
      }
    }
    return Double(ends.count) / Double(places.count)
  }

  private func addShingles(
    _ a: QuestionText, _ b: QuestionText, _ evidence: inout PairEvidence
  ) {
    let (left, right) = (Set(a.words.map(\.term)), Set(b.words.map(\.term)))
    let common = Double(left.intersection(right).count)
    let all = Double(left.union(right).count)
    evidence.wordJaccard = all > 0 ? common / all : 0
    let least = Double(min(left.count, right.count))
    evidence.containment = least > 0 ? common / least : 0
    evidence[.wordJaccard] = evidence.wordJaccard
    let (one, other) = (normalized(a), normalized(b))
    evidence.characterJaccard = Self.jaccard(one, other, width: 5)
    evidence[.characterJaccard] = Self.jaccard(one, other, width: 4)
    evidence[.editSimilarity] =
      EditSimilarity.similarity(
        String(decoding: one, as: UTF8.self), String(decoding: other, as: UTF8.self)) ?? 0
  }

  /// The words as they are written, in lower case, with one blank between.
  private func normalized(_ text: QuestionText) -> [UInt8] {
    var bytes: [UInt8] = []
    for word in text.words {
      if !bytes.isEmpty { bytes.append(0x20) }
      bytes += SpellingKey.lowered(text.bytes[word.start..<word.end])
    }
    return bytes
  }

  private static func jaccard(_ a: [UInt8], _ b: [UInt8], width: Int) -> Double {
    let (left, right) = (shingles(a, width), shingles(b, width))
    let common = left.intersection(right).count
    let all = left.count + right.count - common
    return all > 0 ? Double(common) / Double(all) : 0
  }

  private static func shingles(_ bytes: [UInt8], _ width: Int) -> Set<UInt64> {
    guard bytes.count >= width else { return bytes.isEmpty ? [] : [bytes.reduce(1) { $0 << 8 | UInt64($1) }] }
    var set: Set<UInt64> = []
    for start in 0...bytes.count - width {
      set.insert(bytes[start..<start + width].reduce(0) { $0 << 8 | UInt64($1) })
    }
    return set
  }

  // MARK: - What keeps them apart

  private func addRest(
    _ alignment: WordAlignment, _ rules: ContrastRules, _ a: QuestionText, _ b: QuestionText,
    _ evidence: inout PairEvidence
  ) {
    let left = alignment.restOfFirst.map { corpus.weight(of: a.words[$0], lexicon) }.max() ?? 0
    let right = alignment.restOfSecond.map { corpus.weight(of: b.words[$0], lexicon) }.max() ?? 0
    evidence[.leastRest] = min(left, right)
    evidence[.mostRest] = max(left, right)
    evidence[.substitution] =
      rules.substitutions.map { slot in
        min(
          corpus.weight(of: a.words[slot.first], lexicon),
          corpus.weight(of: b.words[slot.second], lexicon))
      }.max() ?? 0
    if alignment.restOfFirst.count == 1, alignment.restOfSecond.count == 1,
      !rules.substitutions.isEmpty
    {
      evidence[.soleSubstitution] = 1
    } else if rules.isSlotSubstituted {
      evidence[.slotSubstitution] = 1
    }
    let restA = alignment.restOfFirst.filter { a.words[$0].role != .general }
    let restB = alignment.restOfSecond.filter { b.words[$0].role != .general }
    evidence[.addition] = restA.isEmpty != restB.isEmpty ? max(left, right) : 0
    let hard = (a.aspects.subtracting(.soft), b.aspects.subtracting(.soft))
    evidence[.sameWords] = restA.isEmpty && restB.isEmpty && hard.0 == hard.1 ? 1 : 0
  }

  private func addAspects(
    _ a: QuestionText, _ b: QuestionText, _ evidence: inout PairEvidence
  ) {
    let common = a.aspects.intersection(b.aspects).count
    let all = a.aspects.union(b.aspects).count
    evidence[.aspectOverlap] = all > 0 ? Double(common) / Double(all) : 1
    let hard = (a.aspects.subtracting(.soft), b.aspects.subtracting(.soft))
    evidence[.aspectAdded] = hard.0.isEmpty != hard.1.isEmpty ? 1 : 0
    let compared = (a.aspects.contains(.difference), b.aspects.contains(.difference))
    evidence[.comparison] = compared.0 == compared.1 ? 1 : 0
  }

  private func addContext(
    _ a: ComparedText, _ b: ComparedText, _ evidence: inout PairEvidence
  ) {
    let needsSection = a.isBare && b.isBare && a.context == nil && b.context == nil
    let left = needsSection ? a.section : a.context
    let right = needsSection ? b.section : b.context
    switch (left, right) {
    case (let left?, let right?):
      if areOther(left, right) {
        evidence.contrasts.append(
          Contrast(
            kind: .context, first: String(decoding: left.bytes.prefix(80), as: UTF8.self),
            second: String(decoding: right.bytes.prefix(80), as: UTF8.self)))
      }
    case (nil, nil): break
    default: evidence[.contextAdded] = needsSection ? 0 : 1
    }
  }

  /// Whether two lead-ins speak of different things.
  private func areOther(_ a: QuestionText, _ b: QuestionText) -> Bool {
    let alignment = WordAlignment(a, b, corpus: corpus)
    let rules = ContrastRules(a, b, alignment, corpus: corpus)
    var parts = PairEvidence()
    addOverlap(alignment, a, b, &parts)
    addRest(alignment, rules, a, b, &parts)
    return parts[.mostCoverage] < 0.5 || parts[.soleSubstitution] > 0
      || rules.contrasts.contains(where: \.isDecisive)
  }

  private func addAnswers(
    _ alignment: WordAlignment, _ a: ComparedText, _ b: ComparedText,
    _ evidence: inout PairEvidence
  ) {
    let restA = alignment.restOfFirst.map { a.question.words[$0] }
    let restB = alignment.restOfSecond.map { b.question.words[$0] }
    switch (a.answer, b.answer) {
    case (let left?, let right?):
      evidence[.answers] = 1
      evidence[.answerCosine] = left.cosine(right).squareRoot()
      evidence[.answerCoverage] = (covered(restA, by: right) + covered(restB, by: left)) / 2
    case (let left?, nil):
      evidence[.oneAnswer] = 1
      evidence[.answerCoverage] = covered(restB, by: left)
    case (nil, let right?):
      evidence[.oneAnswer] = 1
      evidence[.answerCoverage] = covered(restA, by: right)
    case (nil, nil): break
    }
    if let left = a.document, let right = b.document {
      evidence[.documentCosine] = left.cosine(right).squareRoot()
    }
  }

  /// The share of some words' weight that stands in an answer; 0 where there are no words.
  private func covered(_ words: [QuestionWord], by answer: TermVector) -> Double {
    var (common, all) = (0.0, 0.0)
    for word in words {
      let weight = corpus.weight(of: word, lexicon)
      all += weight
      if answer.contains(word.term) { common += weight }
    }
    return all > 0 ? common / all : 0
  }

  private func addContrasts(_ rules: ContrastRules, _ evidence: inout PairEvidence) {
    for contrast in evidence.contrasts { evidence[Self.feature(of: contrast.kind)] = 1 }
    evidence[.numberAdded] = rules.hasNumberAdded ? 1 : 0
  }

  private static func feature(of kind: Contrast.Kind) -> PairFeature {
    switch kind {
    case .number: .numbers
    case .negation: .negation
    case .opposed: .opposites
    case .swapped: .swapped
    case .name: .names
    case .notation: .notation
    case .code: .tail
    case .aspect: .aspectConflict
    case .context: .contextConflict
    case .word: .soleSubstitution
    }
  }

  /// Links that a reader would not see at once.
  private func addEquivalents(
    _ alignment: WordAlignment, _ a: QuestionText, _ b: QuestionText,
    _ evidence: inout PairEvidence
  ) {
    func text(_ range: Range<Int>, _ question: QuestionText) -> String {
      range.map { question.text(of: question.words[$0]) }.joined(separator: " ")
    }
    for link in alignment.links where ![.same, .inflected].contains(link.kind) {
      evidence.equivalents.append(
        PairEvidence.Equivalent(first: text(link.first, a), second: text(link.second, b)))
    }
  }
}
