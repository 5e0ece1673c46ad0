/// The records of the texts that may have partners, one for each set of shingles, in the order in
/// which the join visits them.
final class JoinRecords: @unchecked Sendable {
  /// A signature of a set's kept keys, 256 bits: sets that differ in d keys differ in at most d bits
  /// (Sandes, Teodoro and Melo 2017).
  typealias Bitmap = SIMD4<UInt64>

  let count: Int
  let records: UnsafeMutablePointer<JoinRecord>
  let bitmaps: UnsafeMutablePointer<Bitmap>
  /// The sizes alone, which filters ask for most.
  let sizes: UnsafeMutablePointer<UInt32>
  /// The texts whose sets are equal.
  let groups: IdenticalGroups
  let shingleCount: Int
  let emptyCount: Int
  // They own the keys.
  private let gatherers: [RecordGatherer]

  init(
    _ texts: AnalyzedTexts, _ shingling: Shingling, _ measure: JoinMeasure,
    _ frequencies: ShingleFrequencies, threads: Int
  ) {
    precondition(texts.count < Int(UInt32.max), "at most 2³²−2 texts")
    let ranges = texts.ranges(threads)
    gatherers = Workers.map(threads) { number in
      let gatherer = RecordGatherer()
      gatherer.gather(texts, ranges[number], shingling, frequencies, measure)
      return gatherer
    }
    shingleCount = gatherers.reduce(0) { $0 + $1.shingleCount }
    emptyCount = gatherers.reduce(0) { $0 + $1.emptyCount }
    let all = gatherers.reduce(0) { $0 + $1.records.count }
    records = .allocate(capacity: max(all, 1))
    var filled = 0
    for gatherer in gatherers {
      filled = gatherer.moveRecords(to: records, filled)
    }
    Self.sort(records, all)
    (count, groups) = Self.group(records, all)
    bitmaps = .allocate(capacity: max(count, 1))
    sizes = .allocate(capacity: max(count, 1))
    let spread = Spread(records: records, bitmaps: bitmaps, sizes: sizes, count: count)
    _ = Workers.map(threads) { number in spread.fill(number, of: threads) }
  }

  deinit {
    records.deallocate()
    bitmaps.deallocate()
    sizes.deallocate()
  }

  /// The first record of at least that size.
  func firstIndex(ofSize size: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(sizes[middle]) < size { low = middle + 1 } else { high = middle }
    }
    return low
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

  private struct Spread: @unchecked Sendable {
    let records: UnsafeMutablePointer<JoinRecord>
    let bitmaps: UnsafeMutablePointer<Bitmap>
    let sizes: UnsafeMutablePointer<UInt32>
    let count: Int

    func fill(_ part: Int, of parts: Int) {
      for index in count * part / parts..<count * (part + 1) / parts {
        let record = records[index]
        sizes[index] = record.size
        var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for place in 0..<Int(record.kept) {
          let key = record.keys[place]
          let bit: UInt64 = 1 &<< ((key &>> 40) & 63)
          let word = (key &>> 46) & 3
          a |= word == 0 ? bit : 0
          b |= word == 1 ? bit : 0
          c |= word == 2 ? bit : 0
          d |= word == 3 ? bit : 0
        }
        bitmaps[index] = Bitmap(a, b, c, d)
      }
    }
  }
}
