/// Measures pairs of questions.
struct EvidenceMaker: Sendable {
  let corpus: QuestionCorpus

  init(_ corpus: QuestionCorpus) { self.corpus = corpus }

  /// What the model is asked with; similarities of characters are left out.
  func features(_ a: ComparedText, _ b: ComparedText) -> PairEvidence {
    // Words are aligned from one question on: always from the same.
    a.contentKey <= b.contentKey ? ordered(a, b) : ordered(b, a).mirrored
  }

  /// All evidence for a pair; that of the pair turned round is the same but for the order of words.
  func evidence(_ a: ComparedText, _ b: ComparedText) -> PairEvidence {
    guard a.contentKey <= b.contentKey else { return evidence(b, a).mirrored }
    var evidence = ordered(a, b)
    addSimilarities(a.question, b.question, &evidence)
    addEquivalents(WordAlignment(a.question, b.question, corpus: corpus), &evidence)
    return evidence
  }

  private func ordered(_ a: ComparedText, _ b: ComparedText) -> PairEvidence {
    var evidence = PairEvidence()
    let alignment = WordAlignment(a.question, b.question, corpus: corpus)
    let rules = ContrastRules(alignment, corpus: corpus)
    evidence.isExact = a.key == b.key && !a.question.words.isEmpty
    // Between texts that are the same there is nothing to tell apart but what they stand under.
    evidence.contrasts = evidence.isExact ? [] : rules.contrasts
    // "What?" has nothing in common with anything but itself.
    guard a.question.hasAligned, b.question.hasAligned else { return evidence }
    addOverlap(alignment, &evidence)
    addRest(alignment, rules, &evidence)
    addAspects(a.question, b.question, &evidence)
    addAnswers(alignment, a, b, &evidence)
    addContext(a, b, &evidence)
    addContrasts(rules, &evidence)
    return evidence
  }

  // MARK: - What they have in common

  private func addOverlap(_ alignment: WordAlignment, _ evidence: inout PairEvidence) {
    let (a, b) = (alignment.first, alignment.second)
    let shared = SortedOverlap.count(a.terms, b.terms)
    let all = a.terms.count + b.terms.count - shared
    let least = min(a.terms.count, b.terms.count)
    evidence.wordJaccard = all > 0 ? Double(shared) / Double(all) : 0
    evidence.containment = least > 0 ? Double(shared) / Double(least) : 0
    addWeights(alignment, corpus.weights(a), corpus.weights(b), &evidence)
  }

  private func addWeights(
    _ alignment: WordAlignment, _ left: [Double], _ right: [Double],
    _ evidence: inout PairEvidence
  ) {
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
  }

  private func addSimilarities(
    _ a: QuestionText, _ b: QuestionText, _ evidence: inout PairEvidence
  ) {
    let (one, other) = (normalized(a), normalized(b))
    evidence.characterJaccard = Self.jaccard(one, other, width: 5)
    evidence.editSimilarity =
      EditSimilarity.similarity(
        String(decoding: one, as: UTF8.self), String(decoding: other, as: UTF8.self)) ?? 0
  }

  /// The words as they are written, in lower case, with one blank between.
  private func normalized(_ text: QuestionText) -> [UInt8] {
    var bytes: [UInt8] = []
    for place in text.words.indices {
      if !bytes.isEmpty { bytes.append(0x20) }
      bytes += text.letters(place)
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
    guard bytes.count >= width else {
      return bytes.isEmpty ? [] : [bytes.reduce(1) { $0 << 8 | UInt64($1) }]
    }
    var set: Set<UInt64> = []
    for start in 0...bytes.count - width {
      set.insert(bytes[start..<start + width].reduce(0) { $0 << 8 | UInt64($1) })
    }
    return set
  }

  // MARK: - What keeps them apart

  private func addRest(
    _ alignment: WordAlignment, _ rules: ContrastRules, _ evidence: inout PairEvidence
  ) {
    let (a, b) = (alignment.first, alignment.second)
    let (left, right) = (alignment.restOfFirst, alignment.restOfSecond)
    if !left.isEmpty, !right.isEmpty {
      let slots = rules.substitutions
      evidence[.substitution] =
        slots.map { slot in
          min(corpus.weight(of: a.words[slot.first]), corpus.weight(of: b.words[slot.second]))
        }.max() ?? 0
      if left.count == 1, right.count == 1, !slots.isEmpty {
        evidence[.soleSubstitution] = 1
      } else if rules.isSlotSubstituted {
        evidence[.slotSubstitution] = 1
      }
    }
    evidence[.scopeAdded] = rules.isScopeAdded ? 1 : 0
    let hard = (a.aspects.subtracting(.soft), b.aspects.subtracting(.soft))
    let isSame =
      left.allSatisfy { a.words[$0].role == .general }
      && right.allSatisfy { b.words[$0].role == .general } && hard.0 == hard.1
    evidence[.sameWords] = isSame ? 1 : 0
  }

  private func addAspects(
    _ a: QuestionText, _ b: QuestionText, _ evidence: inout PairEvidence
  ) {
    let common = a.aspects.intersection(b.aspects).count
    let all = a.aspects.union(b.aspects).count
    evidence[.aspectOverlap] = all > 0 ? Double(common) / Double(all) : 1
    let hard = (a.aspects.subtracting(.soft), b.aspects.subtracting(.soft))
    evidence[.aspectAdded] = hard.0.isEmpty != hard.1.isEmpty ? 1 : 0
    let telling = (a.aspects.telling, b.aspects.telling)
    if telling.0.isEmpty != telling.1.isEmpty { evidence[.tellingAdded] = 1 }
    if !telling.0.isEmpty, !telling.1.isEmpty, telling.0.intersection(telling.1).isEmpty {
      evidence[.tellingConflict] = 1
    }
    if evidence[.sameWords] > 0, telling.0 != telling.1 { evidence[.tellingDifference] = 1 }
    let compared = (a.aspects.contains(.difference), b.aspects.contains(.difference))
    evidence[.comparison] = compared.0 == compared.1 ? 1 : 0
  }

  /// The root of the cosine from which on answers say that two questions speak of the same code.
  private static let sameThing = 0.75

  private func addContext(
    _ a: ComparedText, _ b: ComparedText, _ evidence: inout PairEvidence
  ) {
    // "What is the output of this code?" is as many questions as there are codes; where the code is
    // no part of the question, the answer must tell.
    if a.pointsToAnswer, b.pointsToAnswer, evidence[.answerCosine] < Self.sameThing {
      evidence.contrasts.append(
        Contrast(kind: .code, first: a.answerBeginning, second: b.answerBeginning))
    }
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
    if a.key == b.key { return false }
    let alignment = WordAlignment(a, b, corpus: corpus)
    let rules = ContrastRules(alignment, corpus: corpus)
    var parts = PairEvidence()
    addOverlap(alignment, &parts)
    addRest(alignment, rules, &parts)
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

  /// How much of some words' weight an answer is about; 0 where there are no words. A word counts
  /// in full where it makes up a good part of the answer: a long answer has every word once.
  private func covered(_ words: [QuestionWord], by answer: TermVector) -> Double {
    var (common, all) = (0.0, 0.0)
    for word in words {
      let weight = corpus.weight(of: word)
      all += weight
      common += weight * min(answer.weight(of: word.term) * 4, 1)
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
  private func addEquivalents(_ alignment: WordAlignment, _ evidence: inout PairEvidence) {
    func text(_ range: Range<Int>, _ question: QuestionText) -> String {
      range.map { question.text(of: question.words[$0]) }.joined(separator: " ")
    }
    for link in alignment.links where ![.same, .inflected].contains(link.kind) {
      evidence.equivalents.append(
        PairEvidence.Equivalent(
          first: text(link.first, alignment.first), second: text(link.second, alignment.second)))
    }
  }
}
