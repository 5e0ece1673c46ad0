/// What was found among questions.
public struct DuplicateResult: Sendable {
  /// Pairs of which there is something to say, in ascending order; of very many equal questions
  /// those with the first.
  public let pairs: [DuplicatePair]
  /// Questions that are the same, gathered: each member is a duplicate of the representative.
  /// Similarities are probabilities.
  public let clusters: [Cluster]
  /// How many pairs of different texts were compared.
  public let candidateCount: Int

  /// The same with those pairs alone that pass a test, and clusters that have a duplicate among
  /// them.
  public func having(_ test: (DuplicatePair) -> Bool) -> DuplicateResult {
    let kept = pairs.filter(test)
    let members = Set(kept.filter(\.isDuplicate).flatMap { [$0.first, $0.second] })
    return DuplicateResult(
      pairs: kept, clusters: clusters.filter { $0.members.contains { members.contains($0) } },
      candidateCount: candidateCount)
  }

  /// For each question the number of its cluster, where it is in one.
  public var clusterOfText: [Int: Int] {
    var clusterOfText: [Int: Int] = [:]
    for (number, cluster) in clusters.enumerated() {
      for member in cluster.members { clusterOfText[member] = number }
    }
    return clusterOfText
  }
}
