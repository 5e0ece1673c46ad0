/// How many items each predicted cluster shares with each true one.
struct ClusterOverlap {
  /// A predicted and a true cluster with the number of items in both, at least 1.
  struct Cell {
    let predicted: Int
    let actual: Int
    let count: Int
  }

  /// Cells in the order of their predicted, then their true cluster.
  let cells: [Cell]
  /// Sizes of the predicted clusters.
  let predictedSizes: [Int]
  /// Sizes of the true clusters.
  let actualSizes: [Int]
  /// The number of items.
  let itemCount: Int

  /// The overlap of two clusterings of the same items. Cost: that of sorting the items.
  ///
  /// - Throws: `StatisticsError` without items, or where the items are not the same.
  init(predicted: Clustering, actual: Clustering) throws(StatisticsError) {
    guard !actual.items.isEmpty else { throw .empty(what: "items") }
    guard predicted.items == actual.items else {
      let sides = StatisticsError.unlike(predicted.items, wanted: actual.items)
      throw .differentItems(missing: sides.missing, unexpected: sides.unexpected)
    }
    let keys = zip(predicted.labels, actual.labels).sorted { $0 < $1 }
    var cells: [Cell] = []
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] == keys[start] { end += 1 }
      cells.append(Cell(predicted: keys[start].0, actual: keys[start].1, count: end - start))
      start = end
    }
    self.cells = cells
    predictedSizes = predicted.sizes
    actualSizes = actual.sizes
    itemCount = keys.count
  }
}
