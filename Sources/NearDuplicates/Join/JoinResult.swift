/// What a join found.
public struct JoinResult: Sendable {
  /// Texts with equal sets of shingles, in the order of their first texts.
  public let groups: IdenticalGroups
  /// Pairs of texts with different sets, in ascending order; of a group only its first text.
  public let pairs: [SimilarPair]
  /// What it took.
  public let statistics: JoinStatistics

  /// Calls the body with every pair of texts, those within groups and between their members too.
  ///
  /// A group, or two similar groups, of which the pairs are more than `limit` is given by the pairs
  /// that have its first text alone, so that a million copies stay a million pairs. Returns
  /// whether all pairs were given.
  @discardableResult
  public func forEachPair(limit: Int = 500_000, _ body: (SimilarPair) -> Void) -> Bool {
    var isComplete = true
    var groupOfText: [UInt32: Int] = [:]
    for group in 0..<groups.count {
      let members = groups[group]
      guard let first = members.first else { continue }
      groupOfText[first] = group
      let all = members.count * (members.count - 1) / 2 <= limit
      isComplete = isComplete && all
      for (place, a) in members.enumerated() where all || place == 0 {
        for b in members.dropFirst(place + 1) {
          body(SimilarPair(Int(a), Int(b), similarity: 1))
        }
      }
    }
    for pair in pairs {
      let left = groupOfText[UInt32(pair.first)].map { groups[$0] } ?? [UInt32(pair.first)]
      let right = groupOfText[UInt32(pair.second)].map { groups[$0] } ?? [UInt32(pair.second)]
      guard left.count * right.count <= limit else {
        isComplete = false
        body(pair)
        continue
      }
      for a in left {
        for b in right { body(SimilarPair(Int(a), Int(b), similarity: pair.similarity)) }
      }
    }
    return isComplete
  }
}
