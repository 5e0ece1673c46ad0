/// How well predicted clusters of items agree with the true ones.
public struct ClusterMeasures: Sendable, Hashable {
  /// Over all pairs of items in one cluster.
  public let pairs: PairCounts
  /// Whole clusters: the share of the predicted ones that are exactly a true one, and of the true
  /// ones that are exactly a predicted one. Clusters of one item count only if asked for.
  public let exactClusters: PrecisionRecall
  /// B-cubed (Bagga and Baldwin, "Algorithms for scoring coreference chains", 1998; Amigó and
  /// others, "A comparison of extrinsic clustering evaluation metrics", 2009), each item weighing
  /// the same: precision is the mean over items of |C ∩ L| / |C|, recall that of |C ∩ L| / |L|,
  /// with C the predicted and L the true cluster of the item.
  public let bCubed: PrecisionRecall

  /// Compares two clusterings of the same items. Cost: that of sorting the items.
  ///
  /// - Throws: `StatisticsError` without items, or where the items are not the same.
  public init(
    predicted: Clustering, actual: Clustering, countingSingletons: Bool = false
  ) throws(StatisticsError) {
    let overlap = try ClusterOverlap(predicted: predicted, actual: actual)
    pairs = try PairCounts(predicted: predicted, actual: actual)
    let least = countingSingletons ? 1 : 2
    let exact = overlap.cells.count {
      $0.count >= least && $0.count == overlap.predictedSizes[$0.predicted]
        && $0.count == overlap.actualSizes[$0.actual]
    }
    func share(_ sizes: [Int]) -> Double {
      let total = sizes.count { $0 >= least }
      return total > 0 ? Double(exact) / Double(total) : 1
    }
    exactClusters = PrecisionRecall(
      precision: share(overlap.predictedSizes), recall: share(overlap.actualSizes))
    // Every item of a cell adds count / |cluster|; a cell has `count` of them.
    func mean(_ size: (ClusterOverlap.Cell) -> Int) -> Double {
      FixedOrderSum.sum(
        overlap.cells.map { Double($0.count) * Double($0.count) / Double(size($0)) })
        / Double(overlap.itemCount)
    }
    bCubed = PrecisionRecall(
      precision: mean { overlap.predictedSizes[$0.predicted] },
      recall: mean { overlap.actualSizes[$0.actual] })
  }
}
