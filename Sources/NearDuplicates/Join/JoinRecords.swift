import IndexStorage

/// The records of the texts that may have partners, one for each set of shingles, in the order in
/// which the join visits them.
final class JoinRecords: @unchecked Sendable {
  let count: Int
  let records: UnsafeMutablePointer<JoinRecord>
  /// For each size up to the largest kept here, the first record of at least that size.
  private let firstOfSize: [UInt32]
  /// The texts whose sets are equal.
  let groups: IdenticalGroups
  let shingleCount: Int
  let emptyCount: Int
  // They own the keys.
  private let gatherers: [RecordGatherer]

  /// Records of texts, made by at most that many threads: a few texts are not worth several.
  init(_ texts: AnalyzedTexts, _ shingling: Shingling, _ measure: JoinMeasure, threads: Int) {
    precondition(texts.count < Int(UInt32.max), "at most 2³²−2 texts")
    let threads = texts.byteCount < 1 << 16 ? 1 : threads
    let frequencies = ShingleFrequencies(texts, shingling, threads: threads)
    let ranges = texts.ranges(threads)
    gatherers = Threads.run(threads) { number in
      let gatherer = RecordGatherer()
      gatherer.gather(texts, ranges[number], shingling, frequencies, measure)
      return gatherer
    }
    shingleCount = gatherers.reduce(0) { $0 + $1.shingleCount }
    emptyCount = gatherers.reduce(0) { $0 + $1.emptyCount }
    let all = gatherers.reduce(0) { $0 + $1.records.count }
    records = LargeMemory.allocate(JoinRecord.self, all)
    var filled = 0
    for gatherer in gatherers {
      filled = gatherer.moveRecords(to: records, filled)
    }
    Self.sort(records, all)
    (count, groups) = Self.group(records, all)
    firstOfSize = Self.firsts(records, count)
  }

  deinit {
    LargeMemory.release(records)
  }

  /// The first record of at least that size, or ``count``.
  @inline(__always)
  func firstIndex(ofSize size: Int) -> Int {
    size < firstOfSize.count ? Int(firstOfSize[max(size, 0)]) : search(size)
  }

  private func search(_ size: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(records[middle].size) < size { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func firsts(
    _ records: UnsafeMutablePointer<JoinRecord>, _ count: Int
  ) -> [UInt32] {
    let largest = count > 0 ? Int(records[count - 1].size) : 0
    var firsts: [UInt32] = []
    var index = 0
    for size in 0...min(largest + 1, 1 << 16) {
      while index < count, Int(records[index].size) < size { index += 1 }
      firsts.append(UInt32(index))
    }
    return firsts
  }

  private static func sort(_ records: UnsafeMutablePointer<JoinRecord>, _ count: Int) {
    var all = UnsafeMutableBufferPointer(start: records, count: count)
    all.sort(by: JoinRecord.precedes)
  }

  /// Leaves the first of each run of equal records; gives their number and the runs.
  private static func group(
    _ records: UnsafeMutablePointer<JoinRecord>, _ all: Int
  ) -> (Int, IdenticalGroups) {
    var groups = IdenticalGroups()
    var kept = 0
    var start = 0
    while start < all {
      var end = start + 1
      while end < all, records[start].isEqual(records[end]) { end += 1 }
      if end - start > 1 { groups.append((start..<end).map { records[$0].text }) }
      records[kept] = records[start]
      kept += 1
      start = end
    }
    groups.sort()
    return (kept, groups)
  }
}
