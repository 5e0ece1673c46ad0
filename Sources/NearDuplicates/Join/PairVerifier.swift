/// Compares candidates in full.
struct PairVerifier: Sendable {
  let measure: JoinMeasure
  /// How many candidates passed the bitmap filter.
  private(set) var mergedCount = 0

  init(_ measure: JoinMeasure) { self.measure = measure }

  /// The pair of a record and one of at most its size, or `nil` where they are not similar.
  @inline(__always)
  mutating func pair(_ record: JoinRecord, smaller partner: JoinRecord) -> SimilarPair? {
    let size = Int(record.size)
    let partnerSize = Int(partner.size)
    let needed = measure.neededOverlap(smaller: partnerSize, larger: size)
    // Bitmap filter: each bit that differs is a key that only one of the two has.
    let differing = Self.bitCount(record.bitmap ^ partner.bitmap)
    if Int(record.kept) &+ Int(partner.kept) &- differing < 2 &* needed { return nil }
    mergedCount &+= 1
    let overlap = SortedOverlap.count(
      record.keys, Int(record.kept), partner.keys, Int(partner.kept), needed: needed)
    guard overlap >= needed else { return nil }
    let similarity = measure.measure.similarity(overlap: overlap, size, partnerSize)
    guard similarity >= measure.threshold else { return nil }
    return SimilarPair(Int(record.text), Int(partner.text), similarity: similarity)
  }

  @inline(__always)
  private static func bitCount(_ bits: SIMD4<UInt64>) -> Int {
    bits[0].nonzeroBitCount &+ bits[1].nonzeroBitCount &+ bits[2].nonzeroBitCount
      &+ bits[3].nonzeroBitCount
  }
}
