import IndexStorage

/// What terms can give to a document.
extension TopSearch {
  /// Fills the rows of bounds. All terms' first documents are decoded.
  mutating func makeBounds() throws(StorageError) {
    let last = bounds + termCount * rowLength
    for place in 0..<rowLength { last[place] = 0 }
    rowBounds[termCount] = 0
    for index in stride(from: termCount - 1, through: 0, by: -1) {
      let row = bounds + index * rowLength
      let next = row + rowLength
      // Sums from the end are rounded otherwise than those of scores, from the first term on.
      let rounding = index < termCount - 1 ? 1 + 1e-14 : 1
      if scoring.knowsLengths, let table = scoring.table {
        for place in 0..<rowLength { row[place] = next[place] }
        let weight = weights[index] * (table.slack == 1 ? 1 : table.slack)
        for (pair, upper) in try steps(index) {
          let factors = table.values + PartTable.row(pair.frequency)
          for place in min(Int(pair.length), rowLength - 1)..<upper {
            row[place] = (weight * factors[place] + next[place]) * rounding
          }
        }
      } else {
        row[0] = (weights[index] * (try factorBound(index)) + next[0]) * rounding
      }
      var greatest = 0.0
      for place in 0..<rowLength { greatest = max(greatest, row[place]) }
      rowBounds[index] = greatest
    }
  }

  /// The pairs of the term's frontier, and where in a row the next one begins.
  private func steps(_ index: Int) throws(StorageError) -> [(ImpactFrontier.Pair, upper: Int)] {
    guard let frontier = try lists[index].frontiers().first else {
      // Fewer than 128 postings: one pair that is as good as the best frequency and length.
      var pair = ImpactFrontier.Pair(frequency: 1, length: .max)
      let walk = walks[index]
      for place in 0..<walk.count where walk.documents[place] != PostingsWalk.end {
        if !walk.isOnes { pair.frequency = max(pair.frequency, walk.frequencies[place]) }
        pair.length = min(pair.length, UInt32(scoring.lengthIndex(walk.documents[place])))
      }
      return [(pair, rowLength)]
    }
    return frontier.pairs.enumerated().map { place, pair in
      let next =
        place + 1 < frontier.pairs.count ? Int(frontier.pairs[place + 1].length) : rowLength
      // Pairs at or beyond the row's end all stand for its last place.
      return (pair, next >= rowLength - 1 && place + 1 < frontier.pairs.count ? rowLength : next)
    }
  }

  /// A bound for all of the term's factors.
  private func factorBound(_ index: Int) throws(StorageError) -> Double {
    let frontiers = try lists[index].frontiers()
    if !frontiers.isEmpty { return scoring.bound(frontiers) }
    var greatest = 0.0
    for place in 0..<walks[index].count where walks[index].documents[place] != PostingsWalk.end {
      greatest = max(greatest, scoring.factor(walks[index], place))
    }
    return greatest
  }

  /// Raises the floor to what is known without a search: the first term of which enough postings
  /// stand decoded has as many documents with at least the last of their parts.
  mutating func prime() throws(StorageError) {
    guard segment.accepted.isAll, request.excluded.isEmpty, request.limit <= 64 else { return }
    for index in 0..<termCount where walks[index].count >= request.limit {
      try loadFrequencies(index)
      // Parts below the floor so far need no place.
      var best = TopHits(limit: request.limit)
      var least = -Double.infinity
      for place in 0..<walks[index].count {
        let score = weights[index] * factor(walks + index, place)
        guard score > least else { continue }
        best.offer(SearchHit(document: DocumentID(rawValue: UInt32(place)), score: score))
        least = best.floor
      }
      // A document that reaches it may count, as its number may be smaller.
      floor = max(floor, best.floor.nextDown)
      return
    }
  }
}
