/// A text as the join sees it: its shingles in ascending frequency, without those that no other
/// text has.
struct JoinRecord: @unchecked Sendable {
  /// The keys of shingles that others may have, ascending (see ``ShingleKey``).
  var keys: UnsafePointer<UInt64>
  /// For each of 256 classes of keys whether their number is odd: sets of which d keys differ have
  /// at most d different bits (a bitmap filter; Sandes, Teodoro and Melo 2017).
  var bitmap: SIMD4<UInt64>
  /// The sum of all shingles' hashes: equal sets have equal sums.
  var sum: UInt64
  /// How many different shingles the text has.
  var size: UInt32
  /// How many keys there are.
  var kept: UInt32
  /// The text's number.
  var text: UInt32

  /// The order in which the join visits texts: ascending size; equal sets come together.
  @inline(__always)
  static func precedes(_ a: JoinRecord, _ b: JoinRecord) -> Bool {
    if a.size != b.size { return a.size < b.size }
    if a.sum != b.sum { return a.sum < b.sum }
    let order = a.compare(b)
    return order != 0 ? order < 0 : a.text < b.text
  }

  /// The bitmap of 64 classes.
  @inline(__always)
  var sketch: UInt64 { bitmap[0] ^ bitmap[1] ^ bitmap[2] ^ bitmap[3] }

  /// Whether two sets are equal. An equal set has no shingle of its own, so that keys tell.
  func isEqual(_ other: JoinRecord) -> Bool {
    size == other.size && sum == other.sum && kept == size && other.kept == size
      && compare(other) == 0
  }

  private func compare(_ other: JoinRecord) -> Int {
    for index in 0..<Int(min(kept, other.kept)) where keys[index] != other.keys[index] {
      return keys[index] < other.keys[index] ? -1 : 1
    }
    return Int(kept) - Int(other.kept)
  }
}

/// A shingle as a number of which the order is that of ascending frequency.
///
/// The top 8 bits are the class of its counter, three bits below the leading one included; the rest
/// are the upper 56 bits of its hash.
enum ShingleKey {
  @inline(__always)
  static func key(_ hash: UInt64, count: UInt32) -> UInt64 {
    UInt64(frequencyClass(count)) &<< 56 | hash &>> 8
  }

  /// From 0 for 1 (or less) to 255, not descending.
  @inline(__always)
  static func frequencyClass(_ count: UInt32) -> UInt8 {
    let value = UInt64(max(count, 1)) &<< 3
    let exponent = UInt64(63 &- value.leadingZeroBitCount)
    return UInt8(truncatingIfNeeded: (exponent &- 3) &<< 3 | (value &>> (exponent &- 3)) & 7)
  }
}
