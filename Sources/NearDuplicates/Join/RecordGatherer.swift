/// Makes the join's records of a range of texts. Each thread has its own.
final class RecordGatherer: @unchecked Sendable {
  private(set) var records: [JoinRecord] = []
  private let arena = KeyArena()
  private(set) var shingleCount = 0
  private(set) var emptyCount = 0

  /// Adds a record for each text that may have a partner at all.
  ///
  /// A text is passed over where fewer of its shingles occur elsewhere than a partner must share.
  func gather(
    _ texts: AnalyzedTexts, _ range: Range<Int>, _ shingling: Shingling,
    _ frequencies: ShingleFrequencies, _ measure: JoinMeasure
  ) {
    var shingles = ShingleBuffer(shingling)
    let sorter = KeySorter()
    for number in range {
      shingles.fill(texts.text(number))
      shingles.makeDistinct()
      let size = shingles.count
      shingleCount &+= size
      guard size > 0 else {
        emptyCount &+= 1
        continue
      }
      let hashes = shingles.hashes
      let keys = arena.room(size)
      var kept = 0
      var sum: UInt64 = 0
      for index in 0..<size {
        let hash = hashes[index]
        let count = frequencies.count(hash)
        sum &+= hash
        keys[kept] = ShingleKey.key(hash, count: count)
        kept &+= count > 1 ? 1 : 0
      }
      guard kept >= measure.leastOverlap(size) else { continue }
      sorter.sort(keys, kept)
      arena.keep(kept)
      records.append(
        JoinRecord(
          keys: UnsafePointer(keys), bitmap: bitmap(keys, kept), sum: sum,
          size: UInt32(truncatingIfNeeded: size),
          kept: UInt32(truncatingIfNeeded: kept), text: UInt32(truncatingIfNeeded: number)))
    }
  }

  @inline(__always)
  private func bitmap(_ keys: UnsafePointer<UInt64>, _ count: Int) -> SIMD4<UInt64> {
    var words = (UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    withUnsafeMutableBytes(of: &words) { bytes in
      guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt64.self) else { return }
      for index in 0..<count {
        let key = keys[index]
        base[Int(truncatingIfNeeded: key &>> 46) & 3] ^= 1 &<< ((key &>> 40) & 63)
      }
    }
    return SIMD4(words.0, words.1, words.2, words.3)
  }

  /// Moves all records behind the first `filled`; gives how many there are then.
  func moveRecords(to target: UnsafeMutablePointer<JoinRecord>, _ filled: Int) -> Int {
    records.withUnsafeBufferPointer { records in
      if let base = records.baseAddress {
        (target + filled).initialize(from: base, count: records.count)
      }
    }
    defer { records = [] }
    return filled + records.count
  }
}
