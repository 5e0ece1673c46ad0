/// Finds texts by the values that a signature has in a band. Immutable, so threads may share it.
///
/// Texts with equal values in a band are a bucket. It takes some 30 bytes for each band of a text.
package final class BandTable: @unchecked Sendable {
  let rows: SignatureRows
  let banding: LSHBanding
  let slotCount: Int
  /// The hash of each bucket's values; 0: the slot is free.
  private let keys: UnsafeMutablePointer<UInt64>
  /// The last text of each bucket, with its band: text · bands + band.
  private let heads: UnsafeMutablePointer<Int>
  /// The text of its bucket before each, or −1.
  private let earlier: UnsafeMutablePointer<Int>

  /// Sorts texts into buckets; texts without words are in none.
  package init(_ texts: AnalyzedTexts, _ rows: SignatureRows, _ banding: LSHBanding) {
    precondition(banding.values <= rows.width, "no more values than signatures have")
    self.rows = rows
    self.banding = banding
    let entries = rows.count * banding.bands
    var slots = 64
    while slots < entries * 2 { slots *= 2 }
    slotCount = slots
    keys = LargeMemory.zeroed(UInt64.self, slots)
    heads = LargeMemory.allocate(Int.self, slots)
    heads.initialize(repeating: -1, count: slots)
    earlier = LargeMemory.allocate(Int.self, entries)
    for text in 0..<rows.count where !texts.text(text).isEmpty {
      let values = UnsafeRawPointer(rows.values + text * rows.width)
      for band in 0..<banding.bands {
        let key = key(values, band)
        let slot = slot(values, band, key)
        keys[slot] = key
        earlier[text * banding.bands + band] = heads[slot]
        heads[slot] = text * banding.bands + band
      }
    }
  }

  deinit {
    LargeMemory.release(keys)
    LargeMemory.release(heads)
    LargeMemory.release(earlier)
  }

  /// The slot of the bucket of a signature's values in a band, or nil.
  @inline(__always)
  func bucket(_ values: UnsafeRawPointer, _ band: Int) -> Int? {
    let slot = slot(values, band, key(values, band))
    return heads[slot] < 0 ? nil : slot
  }

  /// Calls `body` with the texts of a bucket.
  @inline(__always)
  func forEachText(_ slot: Int, _ body: (Int) -> Void) {
    var entry = heads[slot]
    while entry >= 0 {
      body(entry / banding.bands)
      entry = earlier[entry]
    }
  }

  /// How many values a signature has in common with that of a text.
  func equalValues(_ values: UnsafeRawPointer, _ text: Int) -> Int {
    let own = UnsafeRawPointer(rows.values + text &* rows.width)
    var count = 0
    for row in 0..<rows.width { count &+= Self.value(values, row) == Self.value(own, row) ? 1 : 0 }
    return count
  }

  /// A hash of a band and its values, never 0.
  @inline(__always)
  private func key(_ values: UnsafeRawPointer, _ band: Int) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: band &+ 1) &<< 32
    for row in band &* banding.rows..<(band &+ 1) &* banding.rows {
      hash = XXHash64.finish(hash ^ UInt64(Self.value(values, row)))
    }
    return hash == 0 ? 1 : hash
  }

  /// The slot that has a bucket, or the free one where it would be.
  @inline(__always)
  private func slot(_ values: UnsafeRawPointer, _ band: Int, _ key: UInt64) -> Int {
    let mask = slotCount &- 1
    var slot = Int(truncatingIfNeeded: key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key, agrees(values, band, heads[slot]) { return slot }
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  /// Whether a signature has a text's values, and in the same band.
  private func agrees(_ values: UnsafeRawPointer, _ band: Int, _ entry: Int) -> Bool {
    guard entry % banding.bands == band else { return false }
    let own = UnsafeRawPointer(rows.values + entry / banding.bands * rows.width)
    for row in band * banding.rows..<(band + 1) * banding.rows
    where Self.value(values, row) != Self.value(own, row) { return false }
    return true
  }

  @inline(__always)
  private static func value(_ values: UnsafeRawPointer, _ row: Int) -> UInt32 {
    UInt32(littleEndian: values.loadUnaligned(fromByteOffset: 4 &* row, as: UInt32.self))
  }
}
