/// Items, each in one cluster.
public struct Clustering: Sendable, Hashable {
  /// The items, ascending by bytes.
  public let items: [String]
  /// The cluster of the item at the same place: numbers from 0 in the order of the clusters'
  /// first items.
  public let labels: [Int]
  /// The number of clusters.
  public let clusterCount: Int

  /// A clustering from the name of each item's cluster.
  public init(_ clusterOfItem: [String: String]) {
    let items = clusterOfItem.keys.sorted(by: ByteOrder.precedes)
    self.init(items: items, names: items.map { clusterOfItem[$0] })
  }

  /// A clustering from lists of items.
  ///
  /// - Throws: `StatisticsError.duplicate` where an item stands twice.
  public init(clusters: [[String]]) throws(StatisticsError) {
    var places: [String: Int] = [:]
    for (number, cluster) in clusters.enumerated() {
      for item in cluster {
        guard places.updateValue(number, forKey: item) == nil else { throw .duplicate(id: item) }
      }
    }
    let items = places.keys.sorted(by: ByteOrder.precedes)
    self.init(items: items, names: items.map { places[$0] })
  }

  /// The clusters that `pairs` connect, over `items` and the items of the pairs: what is joined to
  /// one member is joined to all (single link).
  public init(items: some Sequence<String> = [], connecting pairs: some Sequence<ItemPair>) {
    let pairs = Array(pairs)
    var all = Set(items)
    for pair in pairs {
      all.insert(pair.first)
      all.insert(pair.second)
    }
    let sorted = all.sorted(by: ByteOrder.precedes)
    let places = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
    var sets = UnionFind(count: sorted.count)
    for pair in pairs {
      if let a = places[pair.first], let b = places[pair.second] { sets.unite(a, b) }
    }
    self.init(items: sorted, names: sorted.indices.map { sets.root(of: $0) })
  }

  /// Sorted items with any name of their clusters.
  private init<Name: Hashable>(items: [String], names: [Name]) {
    self.items = items
    var numbers: [Name: Int] = [:]
    labels = names.map { name in
      let next = numbers.count
      if let known = numbers[name] { return known }
      numbers[name] = next
      return next
    }
    clusterCount = numbers.count
  }

  /// The items of each cluster, in the order of the clusters' numbers.
  public var clusters: [[String]] {
    var result = [[String]](repeating: [], count: clusterCount)
    for (item, label) in zip(items, labels) { result[label].append(item) }
    return result
  }

  /// The number of items in each cluster.
  var sizes: [Int] {
    var result = [Int](repeating: 0, count: clusterCount)
    for label in labels { result[label] += 1 }
    return result
  }
}
