/// Parts of judged pairs that never divide a cluster: what is tuned on one part has not seen any
/// wording of a question of the other.
///
/// Items that duplicates connect are one cluster (single link). Clusters are shuffled by a hash of
/// the seed and their first item's id, so the split does not depend on the order of a file, and
/// the same ids are split alike on every machine.
public struct ClusterSplit: Sendable, Hashable {
  /// What keeps items together.
  public enum Links: String, Sendable, Hashable, CaseIterable {
    /// Duplicates only. A pair judged different whose items fall into two parts is in neither and
    /// is set aside.
    case duplicates
    /// Every judged pair: nothing is set aside, but clusters are larger.
    case allPairs = "all-pairs"
  }

  /// The part of each item, from 0.
  public let partOfItem: [String: Int]
  /// Pairs of each part, in the order given.
  public let parts: [[LabeledPair]]
  /// Pairs judged different whose items are in two parts.
  public let setAside: [LabeledPair]

  /// The development part of a split in two.
  public var development: [LabeledPair] { parts.first ?? [] }
  /// The test part of a split in two.
  public var test: [LabeledPair] { parts.count > 1 ? parts[1] : [] }

  /// Splits into development (part 0) and test (part 1). Clusters go to the test part in the order
  /// of their hashes while its share of the items stays at or below `testShare`; one that would
  /// pass it is left to development.
  ///
  /// - Throws: `StatisticsError` without pairs, with a share that is not above 0 and below 1, or
  ///   where a part would be empty.
  public init(
    _ pairs: [LabeledPair], testShare: Double = 0.5, seed: UInt64 = 1, links: Links = .duplicates
  ) throws(StatisticsError) {
    guard testShare > 0, testShare < 1 else {
      throw .invalidSetting(name: "test share", reason: "above 0 and below 1")
    }
    let clusters = try Self.clusters(of: pairs, links)
    let room = testShare * Double(clusters.items.count)
    var taken = 0
    var partOfItem: [String: Int] = [:]
    for cluster in Self.shuffled(clusters.clusters, seed: seed) {
      let fits = Double(taken + cluster.count) <= room + 1e-9
      if fits { taken += cluster.count }
      for item in cluster { partOfItem[item] = fits ? 1 : 0 }
    }
    guard taken > 0, taken < clusters.items.count else {
      throw .invalidSetting(
        name: "test share", reason: "leaves a part of the \(clusters.clusterCount) clusters empty")
    }
    self.init(pairs, partOfItem: partOfItem, count: 2)
  }

  /// Splits into `folds` parts of nearly equal numbers of items: each cluster, the large ones
  /// first, goes to the part that has the fewest items.
  ///
  /// - Throws: `StatisticsError` without pairs, or with fewer than two folds or more than clusters.
  public init(
    _ pairs: [LabeledPair], folds: Int, seed: UInt64 = 1, links: Links = .duplicates
  ) throws(StatisticsError) {
    let clusters = try Self.clusters(of: pairs, links).clusters
    guard folds >= 2, folds <= clusters.count else {
      throw .invalidSetting(name: "folds", reason: "from 2 to the \(clusters.count) clusters")
    }
    let partOfItem = GroupedFolds.assign(
      Self.shuffled(clusters, seed: seed), folds: folds)
    self.init(pairs, partOfItem: partOfItem, count: folds)
  }

  private init(_ pairs: [LabeledPair], partOfItem: [String: Int], count: Int) {
    var parts = [[LabeledPair]](repeating: [], count: count)
    var setAside: [LabeledPair] = []
    for pair in pairs {
      if let part = partOfItem[pair.pair.first], partOfItem[pair.pair.second] == part {
        parts[part].append(pair)
      } else {
        setAside.append(pair)
      }
    }
    self.partOfItem = partOfItem
    self.parts = parts
    self.setAside = setAside
  }

  private static func clusters(
    of pairs: [LabeledPair], _ links: Links
  ) throws(StatisticsError) -> Clustering {
    guard !pairs.isEmpty else { throw .empty(what: "judged pairs") }
    return Clustering(
      items: pairs.flatMap { [$0.pair.first, $0.pair.second] },
      connecting: pairs.filter { links == .allPairs || $0.isDuplicate }.map(\.pair))
  }

  /// Clusters in the order of the hashes of their first items.
  private static func shuffled(_ clusters: [[String]], seed: UInt64) -> [[String]] {
    StableHash.shuffled(clusters, seed: seed) { $0.first ?? "" }
  }
}
