/// Questions that are the same after normalization, gathered so that one stands for all.
struct EqualTexts {
  /// For each question the one that stands for it.
  private let first: [Int]
  /// The members of groups of two and more, by the one that stands for them, which is the first.
  private var members: [Int: [Int]] = [:]

  init(_ texts: DuplicateTexts) {
    var groupOfKey: [UInt64: [Int]] = [:]
    for number in 0..<texts.count {
      // What has no words is the same as nothing.
      if texts.hasWords(number), !texts.pointsNowhere(number) {
        groupOfKey[texts.key(number), default: []].append(number)
      }
    }
    var first = Array(0..<texts.count)
    for group in groupOfKey.values where group.count > 1 {
      // By content, so that the order of the texts makes no difference.
      let chosen =
        group.min { (texts.contentKey($0), $0) < (texts.contentKey($1), $1) } ?? group[0]
      for member in group { first[member] = chosen }
      members[chosen] = [chosen] + group.filter { $0 != chosen }
    }
    self.first = first
  }

  /// The questions that stand for all, ascending.
  var representatives: [Int] { first.indices.filter { first[$0] == $0 } }

  /// Pairs of the questions that stand for others, each once, ascending.
  func representing(_ pairs: [CandidatePair]) -> [CandidatePair] {
    var unique: Set<CandidatePair> = []
    unique.reserveCapacity(pairs.count)
    for pair in pairs where first[pair.first] != first[pair.second] {
      unique.insert(CandidatePair(first[pair.first], first[pair.second]))
    }
    return unique.sorted()
  }

  /// A pair, and the same between all that are equal to its questions: a thousand at the most, and
  /// few of pairs that are no duplicates.
  func expanded(_ pair: DuplicatePair) -> [DuplicatePair] {
    let left = members[pair.first] ?? [pair.first]
    let right = members[pair.second] ?? [pair.second]
    let limit = pair.isDuplicate ? 1000 : 9
    guard left.count * right.count > 1, left.count * right.count <= limit else { return [pair] }
    return left.flatMap { a in
      right.map { b in
        DuplicatePair(
          first: min(a, b), second: max(a, b), duplicateClass: pair.duplicateClass,
          probability: pair.probability, evidence: a < b ? pair.evidence : pair.evidence.mirrored)
      }
    }
  }

  /// The pairs within groups; of groups of more than `limit` those with the first.
  func pairs(limit: Int, _ body: (Int, Int) -> DuplicatePair) -> [DuplicatePair] {
    members.values.flatMap { group -> [DuplicatePair] in
      group.indices.dropLast().filter { $0 == 0 || group.count <= limit }.flatMap { place in
        group[(place + 1)...].map { body(min(group[place], $0), max(group[place], $0)) }
      }
    }
  }

  /// Stars over the questions that stand for others, with all that are equal to them.
  func clusters(of pairs: [DuplicatePair], _ texts: DuplicateTexts) -> [Cluster] {
    let links = pairs.filter(\.isDuplicate)
      .map { SimilarPair($0.first, $0.second, similarity: $0.probability) }
    let keys = (0..<texts.count).map { texts.key($0) }
    var left = members
    var clusters = StarClusters.clusters(of: links, keys: keys).map { cluster in
      let more = cluster.members.flatMap { left.removeValue(forKey: $0)?.dropFirst() ?? [] }
      return Cluster(
        representative: cluster.representative, members: (cluster.members + more).sorted(),
        weakestLink: cluster.weakestLink, weakestMember: cluster.weakestMember)
    }
    for (first, group) in left {
      clusters.append(
        Cluster(
          representative: first, members: group.sorted(),
          weakestLink: PairModel.exactProbability(isKeptApart: false),
          weakestMember: group.dropFirst().min() ?? first))
    }
    return clusters.sorted { ($0.members.first ?? 0) < ($1.members.first ?? 0) }
  }
}
