import IndexStorage

/// Which records have a shingle among their rarest: an inverted index of prefixes.
///
/// Shingles share buckets by the low bits of their keys; 16 further bits in a posting tell them
/// apart, save for one in 65,536, and such a false hit only makes a candidate that is then refused.
/// Postings of a bucket are in the order of records, which is that of size.
final class PrefixIndex: @unchecked Sendable {
  struct Posting {
    /// The record (32 bits), the tag (16) and the largest size of a partner that has the shingle as
    /// its first in common (16, all ones for any size).
    var head: UInt64
    /// The record's bitmap of 64 bits, here so that most candidates are refused as they are read.
    var sketch: UInt64
  }

  let postings: UnsafeMutablePointer<Posting>
  private let starts: UnsafeMutablePointer<UInt32>
  private let mask: Int
  private let tagShift: UInt64
  /// How many postings there are.
  let postingCount: Int

  init(_ records: JoinRecords, _ measure: JoinMeasure, threads: Int) {
    let total = Threads.run(threads) {
      Self.count(records, measure, $0, of: threads)
    }.reduce(0, +)
    precondition(total < Int(UInt32.max), "at most 2³²−2 postings")
    postingCount = total
    var size = 1 << 8
    while size < total / 2, size < 1 << 26 { size <<= 1 }
    let buckets = size
    mask = buckets - 1
    tagShift = UInt64(size.trailingZeroBitCount)
    starts = LargeMemory.allocate(UInt32.self, size + 1)
    // One more, so that the first posting of an empty bucket may be read.
    postings = LargeMemory.allocate(Posting.self, total + 1)
    postings[total] = Posting(head: .max, sketch: 0)
    let cursors = Threads.run(threads) { [mask] number in
      let cursors = Cursors(buckets)
      Self.forEachPrefix(records, measure, number, of: threads) { record, length, _ in
        for place in 0..<length {
          cursors.base[Int(truncatingIfNeeded: record.keys[place]) & mask] &+= 1
        }
      }
      return cursors
    }
    Self.placeStarts(starts, cursors, size)
    _ = Threads.run(threads) { [self] number in
      fill(records, measure, number, of: threads, cursors[number])
    }
  }

  deinit {
    LargeMemory.release(postings)
    LargeMemory.release(starts)
  }

  /// The bucket of a key, below ``bucketCount``.
  @inline(__always)
  func bucket(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key) & mask }

  /// Where the postings of a bucket end.
  @inline(__always)
  func end(_ bucket: Int) -> UInt32 { starts[bucket &+ 1] }

  /// A copy of where the postings of each bucket begin, for a thread to move on; to be released.
  func copyOfStarts() -> UnsafeMutablePointer<UInt32> {
    let copy = LargeMemory.allocate(UInt32.self, mask + 1)
    copy.initialize(from: starts, count: mask + 1)
    return copy
  }

  /// What the postings of a key have in the tag's place.
  @inline(__always)
  func tag(_ key: UInt64) -> UInt64 { (key &>> tagShift) & 0xFFFF }

  private func fill(
    _ records: JoinRecords, _ measure: JoinMeasure, _ part: Int, of parts: Int, _ cursors: Cursors
  ) {
    let cursors = cursors.base
    let postings = postings
    let mask = mask
    Self.forEachPrefix(records, measure, part, of: parts) { record, length, index in
      let size = Int(record.size)
      let sketch = record.sketch
      for place in 0..<length {
        let key = record.keys[place]
        let bucket = Int(truncatingIfNeeded: key) & mask
        let largest = measure.largestPartner(
          size: size, left: Int(record.kept) &- place, asSmaller: true)
        let limit = UInt64(truncatingIfNeeded: min(max(largest, 0), 0xFFFF))
        postings[Int(cursors[bucket])] = Posting(
          head: UInt64(index) &<< 32 | tag(key) &<< 16 | limit, sketch: sketch)
        cursors[bucket] &+= 1
      }
    }
  }

  /// Calls the body with each record of a part and how many of its kept keys are indexed.
  @inline(__always)
  private static func forEachPrefix(
    _ records: JoinRecords, _ measure: JoinMeasure, _ part: Int, of parts: Int,
    _ body: (_ record: JoinRecord, _ length: Int, _ index: Int) -> Void
  ) {
    let base = records.records
    for index in records.count * part / parts..<records.count * (part + 1) / parts {
      let record = base[index]
      let size = Int(record.size)
      let length = measure.indexedPrefix(size) &- (size &- Int(record.kept))
      if length > 0 { body(record, length, index) }
    }
  }

  private static func count(
    _ records: JoinRecords, _ measure: JoinMeasure, _ part: Int, of parts: Int
  ) -> Int {
    var sum = 0
    forEachPrefix(records, measure, part, of: parts) { _, length, _ in sum &+= length }
    return sum
  }

  /// Turns each thread's counts into the places at which it writes, threads in order.
  private static func placeStarts(
    _ starts: UnsafeMutablePointer<UInt32>, _ cursors: [Cursors], _ size: Int
  ) {
    let tables = cursors.map(\.base)
    var sum: UInt32 = 0
    tables.withUnsafeBufferPointer { tables in
      for bucket in 0..<size {
        starts[bucket] = sum
        for table in tables {
          let count = table[bucket]
          table[bucket] = sum
          sum &+= count
        }
      }
    }
    starts[size] = sum
  }

  /// A number for each bucket: first how many postings a thread has for it, then where the next is
  /// written.
  private final class Cursors: @unchecked Sendable {
    let base: UnsafeMutablePointer<UInt32>

    init(_ size: Int) {
      base = LargeMemory.zeroed(UInt32.self, size)
    }

    deinit { LargeMemory.release(base) }
  }
}
