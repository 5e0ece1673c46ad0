/// Right and wrong decisions on pairs. Counts are over judged pairs, or over all pairs of items
/// where two clusterings are compared.
public struct PairCounts: Sendable, Hashable {
  /// Pairs found that are duplicates.
  public let truePositives: Int
  /// Pairs found that are not.
  public let falsePositives: Int
  /// Duplicates that were not found.
  public let falseNegatives: Int
  /// Pairs rightly left alone.
  public let trueNegatives: Int
  /// Pairs found that nobody judged; they enter no figure.
  public let unjudged: Int

  /// Counts of the pairs found among judged ones. A pair found twice counts once.
  ///
  /// - Throws: `StatisticsError` without judged pairs, or where one is judged twice.
  public init(
    found: some Sequence<ItemPair>, judged: [LabeledPair]
  ) throws(StatisticsError) {
    guard !judged.isEmpty else { throw .empty(what: "judged pairs") }
    let found = Set(found)
    var seen: Set<ItemPair> = []
    var counts = (tp: 0, fp: 0, fn: 0, tn: 0)
    for label in judged {
      guard seen.insert(label.pair).inserted else {
        throw .duplicate(id: "\(label.pair.first), \(label.pair.second)")
      }
      switch (found.contains(label.pair), label.isDuplicate) {
      case (true, true): counts.tp += 1
      case (true, false): counts.fp += 1
      case (false, true): counts.fn += 1
      case (false, false): counts.tn += 1
      }
    }
    (truePositives, falsePositives, falseNegatives, trueNegatives) = counts
    unjudged = found.count - counts.tp - counts.fp
  }

  /// Counts over all pairs of items, a pair being found where `predicted` has both in one cluster.
  /// Cost: that of sorting the items, however large the clusters.
  ///
  /// - Throws: `StatisticsError` without items, or where the items are not the same.
  public init(predicted: Clustering, actual: Clustering) throws(StatisticsError) {
    func pairs(_ count: Int) -> Int { count * (count - 1) / 2 }
    let overlap = try ClusterOverlap(predicted: predicted, actual: actual)
    let together = overlap.cells.reduce(0) { $0 + pairs($1.count) }
    let found = overlap.predictedSizes.reduce(0) { $0 + pairs($1) }
    let right = overlap.actualSizes.reduce(0) { $0 + pairs($1) }
    truePositives = together
    falsePositives = found - together
    falseNegatives = right - together
    trueNegatives = pairs(overlap.itemCount) - found - right + together
    unjudged = 0
  }

  /// Precision and recall of the pairs.
  public var precisionRecall: PrecisionRecall {
    let found = truePositives + falsePositives
    let right = truePositives + falseNegatives
    return PrecisionRecall(
      precision: found > 0 ? Double(truePositives) / Double(found) : 1,
      recall: right > 0 ? Double(truePositives) / Double(right) : 1)
  }
}
