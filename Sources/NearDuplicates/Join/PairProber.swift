/// Looks up records in the prefix index and verifies what it finds; each thread has its own.
final class PairProber: @unchecked Sendable {
  private let records: JoinRecords
  private let index: PrefixIndex
  private let measure: JoinMeasure
  /// The last record that saw each record, plus one.
  private let seen: UnsafeMutablePointer<UInt32>
  private var candidates: [UInt64] = []
  private(set) var pairs: [SimilarPair] = []
  private(set) var candidateCount = 0
  private(set) var mergedCount = 0

  init(_ records: JoinRecords, _ index: PrefixIndex, _ measure: JoinMeasure) {
    self.records = records
    self.index = index
    self.measure = measure
    seen = .allocate(capacity: max(records.count, 1))
    seen.initialize(repeating: 0, count: max(records.count, 1))
  }

  deinit { seen.deallocate() }

  /// Finds all pairs of a record with records before it.
  func probe(_ range: Range<Int>) {
    for number in range {
      candidates.removeAll(keepingCapacity: true)
      collect(number)
      candidateCount &+= candidates.count
      verify(number)
    }
  }

  private func collect(_ number: Int) {
    let record = records.records[number]
    let size = Int(record.size)
    let kept = Int(record.kept)
    let prefix = measure.probedPrefix(size) &- (size &- kept)
    guard prefix > 0 else { return }
    let least = records.firstIndex(ofSize: measure.smallestPartner(size))
    let sizes = records.sizes
    let seen = seen
    let mark = UInt32(truncatingIfNeeded: number &+ 1)
    for place in 0..<min(prefix, kept) {
      let key = record.keys[place]
      let tag = index.tag(key)
      let bucket = index.bucket(key)
      let behind = kept &- place &- 1
      var at = Self.lowerBound(bucket, least)
      while at < bucket.count {
        let posting = bucket[at]
        at &+= 1
        let other = Int(posting &>> 32)
        if other >= number { break }
        guard (posting &>> 16) & 0xFFFF == tag, seen[other] != mark else { continue }
        let otherBehind = posting & 0xFFFF
        let rest = otherBehind == 0xFFFF ? behind : min(behind, Int(otherBehind))
        // Position filter: what can still be common behind the first common shingle.
        if 1 &+ rest < measure.neededOverlap(smaller: Int(sizes[other]), larger: size) { continue }
        seen[other] = mark
        candidates.append(UInt64(other) &<< 32 | UInt64(place))
      }
    }
  }

  /// The first posting of a record at or behind `least`.
  @inline(__always)
  private static func lowerBound(_ bucket: UnsafeBufferPointer<UInt64>, _ least: Int) -> Int {
    var low = 0
    var high = bucket.count
    while low < high {
      let middle = (low &+ high) &>> 1
      if Int(bucket[middle] &>> 32) < least { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  private func verify(_ number: Int) {
    let record = records.records[number]
    let bitmap = records.bitmaps[number]
    let size = Int(record.size)
    for candidate in candidates {
      let other = Int(candidate &>> 32)
      let otherSize = Int(records.sizes[other])
      let needed = measure.neededOverlap(smaller: otherSize, larger: size)
      let partner = records.records[other]
      // Bitmap filter: each bit that differs is a key that only one of the two has.
      let differing = Self.bitCount(bitmap ^ records.bitmaps[other])
      if Int(record.kept) &+ Int(partner.kept) &- differing < 2 &* needed { continue }
      mergedCount &+= 1
      let overlap = SortedOverlap.count(
        record.keys, Int(record.kept), partner.keys, Int(partner.kept), needed: needed)
      guard overlap >= needed else { continue }
      let similarity = measure.measure.similarity(overlap: overlap, size, otherSize)
      guard similarity >= measure.threshold else { continue }
      pairs.append(
        SimilarPair(Int(record.text), Int(partner.text), similarity: similarity))
    }
  }

  @inline(__always)
  private static func bitCount(_ bits: JoinRecords.Bitmap) -> Int {
    bits[0].nonzeroBitCount &+ bits[1].nonzeroBitCount &+ bits[2].nonzeroBitCount
      &+ bits[3].nonzeroBitCount
  }
}
