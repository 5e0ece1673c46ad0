/// Goes through signatures that were kept and notes for each text of a table which of them agree
/// with it in a band. One thread uses it.
///
/// Of more than `limit` for a text it keeps those with the most equal values, of equals those with
/// the smallest numbers: so scans of parts come to the same, joined, as a scan of all.
package struct BandScan {
  private let table: BandTable
  private let limit: Int
  /// For each text what was found: values that differ · 2³² + number.
  private var found: [[UInt64]]
  /// How many signatures of the block each bucket got.
  private var taken: [UInt32]
  /// The signature that each text was compared with last, plus 1.
  private var last: [Int]

  /// Signatures in a block.
  package static let blockLength = 1 << 16
  /// Of a block that many signatures are taken for a bucket, the first ones: what very many
  /// questions have is no sign of a repeated one, and copies beyond that bring nothing.
  package static let bucketLimit = 1 << 12

  /// A scan that keeps that many signatures for each text.
  package init(_ table: BandTable, limit: Int) {
    self.table = table
    self.limit = limit
    found = Array(repeating: [], count: table.rows.count)
    taken = Array(repeating: 0, count: table.slotCount)
    last = Array(repeating: 0, count: table.rows.count)
  }

  /// Begins a block: by ``blockLength`` numbers, however many threads share the work.
  package mutating func beginBlock() {
    for slot in taken.indices { taken[slot] = 0 }
  }

  /// Goes through signatures in a row, of one block.
  ///
  /// Cost: linear in them, and for each band of a text at the most ``bucketLimit`` comparisons.
  ///
  /// - Parameters:
  ///   - values: as many for each as the table's texts have, little-endian, at any address.
  ///   - range: which of them, by their places there.
  ///   - first: the number that the signature at place 0 is noted by.
  ///   - isWanted: whether the signature at a place may be noted; asked of those that agree.
  package mutating func run(
    _ values: UnsafeRawBufferPointer, _ range: Range<Int>, first: Int,
    where isWanted: (Int) -> Bool
  ) {
    let length = 4 * table.rows.width
    precondition(range.isEmpty || range.upperBound * length <= values.count, "signatures there")
    guard let base = values.baseAddress else { return }
    for place in range {
      let signature = base + place &* length
      var isKnownWanted = false
      for band in 0..<table.banding.bands {
        guard let slot = table.bucket(signature, band) else { continue }
        guard taken[slot] < Self.bucketLimit else { continue }
        if !isKnownWanted {
          guard isWanted(place) else { break }
          isKnownWanted = true
        }
        taken[slot] += 1
        note(first + place, signature, slot)
      }
    }
  }

  private mutating func note(_ number: Int, _ signature: UnsafeRawPointer, _ slot: Int) {
    table.forEachText(slot) { text in
      guard last[text] != number + 1 else { return }
      last[text] = number + 1
      let differing = table.rows.width - table.equalValues(signature, text)
      found[text].append(UInt64(differing) << 32 | UInt64(number))
      if found[text].count >= 2 * limit { found[text] = Self.best(found[text], limit) }
    }
  }

  private static func best(_ found: [UInt64], _ limit: Int) -> [UInt64] {
    found.count > limit ? Array(found.sorted().prefix(limit)) : found
  }

  /// For each text the numbers of what several scans of other signatures found, ascending.
  package static func joined(_ scans: [BandScan], limit: Int) -> [[UInt32]] {
    guard let first = scans.first else { return [] }
    return first.found.indices.map { text in
      best(scans.flatMap { $0.found[text] }, limit)
        .map { UInt32(truncatingIfNeeded: $0) }.sorted()
    }
  }
}
