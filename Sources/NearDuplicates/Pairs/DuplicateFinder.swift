import IndexStorage

/// Finds questions that are the same, among texts and pairs of them that may be.
///
/// Questions that are the same after normalization need no pair: they are found by their keys, and
/// one of them stands for all in other pairs. What is found depends neither on the order of the
/// texts and pairs, but for their numbers, nor on the number of threads.
public struct DuplicateFinder: Sendable {
  /// From which probability on a pair is a duplicate.
  public var threshold: Double
  /// How many threads work.
  public var threads: Int

  /// Of so many equal questions all pairs are given; of more those with the first.
  static let largestListedGroup = 30
  /// Pairs that are less alike than this and less probable than that are not given.
  static let leastOverlap = 0.3
  static let leastProbability = 0.05

  /// A finder; without `threads`, as many as the machine runs.
  public init(threshold: Double = 0.5, threads: Int? = nil) {
    precondition(threshold > 0 && threshold <= 1, "a threshold is above 0 and at most 1")
    self.threshold = threshold
    self.threads = min(max(threads ?? Threads.processorCount, 1), 64)
  }

  /// Compares pairs of questions.
  ///
  /// - Parameters:
  ///   - texts: The questions.
  ///   - candidates: Pairs that may be the same, in any order and as often as may be.
  /// Cost: each pair is measured twice, some 60 µs each time (`Eval/reports/duplicates.md`).
  public func find(_ texts: DuplicateTexts, candidates: [CandidatePair]) -> DuplicateResult {
    let groups = EqualTexts(texts)
    let pairs = groups.representing(candidates)
    let scores = measure(pairs, texts)
    let standings = PairStandings(pairs, scores.map(\.first))
    var found: [DuplicatePair] = []
    let assessed = map(pairs.indices) { index in
      let probability = PairModel.probability(scores[index], standing: standings[index])
      return assess(pairs[index], probability, texts)
    }
    for pair in assessed { if let pair { found += groups.expanded(pair) } }
    var ofEqual: [Int: PairEvidence] = [:]
    found += groups.pairs(limit: Self.largestListedGroup) { first, second in
      // Copies with equal parts have the same evidence: a million of them are measured once.
      guard texts.areEqual(first, second) else { return exactPair(first, second, texts.evidence) }
      let text = texts.textNumber(first)
      let evidence = ofEqual[text] ?? texts.evidence(first, second)
      ofEqual[text] = evidence
      return exactPair(first, second) { _, _ in evidence }
    }
    found.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    return DuplicateResult(
      pairs: found, clusters: groups.clusters(of: assessed.compactMap { $0 }, texts),
      candidateCount: pairs.count)
  }

  /// The probability of each of some pairs by the pair alone: nothing is known of what else its
  /// questions might be the same as.
  ///
  /// For pairs that somebody chose; among the candidates of a bank ``find(_:candidates:)`` knows
  /// more. Equal texts have the probability of what is the same after normalization.
  public func probabilities(of pairs: [CandidatePair], in texts: DuplicateTexts) -> [Double] {
    map(pairs.indices) { index in
      let evidence = texts.features(pairs[index].first, pairs[index].second)
      guard !evidence.isExact else {
        return PairModel.exactProbability(isKeptApart: evidence.isKeptApart)
      }
      return PairModel.probability(PairModel.scores(evidence), standing: (0, 0))
    }
  }

  private func measure(
    _ pairs: [CandidatePair], _ texts: DuplicateTexts
  ) -> [PairModel.Scores] {
    map(pairs.indices) { index in
      PairModel.scores(texts.features(pairs[index].first, pairs[index].second))
    }
  }

  /// What comes of each index, in order, worked out by all threads.
  private func map<T: Sendable>(
    _ range: Range<Int>, _ body: @escaping @Sendable (Int) -> T
  ) -> [T] {
    let threads = range.count < 256 ? 1 : threads
    return Threads.run(threads) { number in
      let part = range.count * number / threads..<range.count * (number + 1) / threads
      return part.map { body($0) }
    }.flatMap { $0 }
  }

  /// The pair with its class; nil where there is nothing to say of it.
  private func assess(
    _ pair: CandidatePair, _ probability: Double, _ texts: DuplicateTexts
  ) -> DuplicatePair? {
    // Most pairs are neither alike nor probable.
    guard isWorthATell(texts.features(pair.first, pair.second), probability) else { return nil }
    let evidence = texts.evidence(pair.first, pair.second)
    guard let kind = duplicateClass(evidence, probability) else { return nil }
    return DuplicatePair(
      first: pair.first, second: pair.second, duplicateClass: kind, probability: probability,
      evidence: evidence)
  }

  private func exactPair(
    _ first: Int, _ second: Int, _ evidence: (Int, Int) -> PairEvidence
  ) -> DuplicatePair {
    let evidence = evidence(first, second)
    return DuplicatePair(
      first: first, second: second, duplicateClass: evidence.isKeptApart ? .contrast : .exact,
      probability: PairModel.exactProbability(isKeptApart: evidence.isKeptApart),
      evidence: evidence)
  }

  private func duplicateClass(
    _ evidence: PairEvidence, _ probability: Double
  ) -> DuplicateClass? {
    if evidence.isKeptApart { return .contrast }
    if probability >= threshold { return evidence.isNear ? .near : .same }
    if evidence.isAlike, !evidence.contrasts.isEmpty { return .contrast }
    return isWorthATell(evidence, probability) ? .related : nil
  }

  private func isWorthATell(_ evidence: PairEvidence, _ probability: Double) -> Bool {
    evidence[.overlap] >= Self.leastOverlap || evidence.isAlike
      || probability >= min(Self.leastProbability, threshold)
  }
}
