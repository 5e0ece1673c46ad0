/// Goes through signatures that were kept and notes for each text of a table which of them agree
/// with it in a band. One thread uses it.
package struct BandScan {
  private let table: BandTable
  private let limit: Int
  /// For each text the numbers of the signatures, in the order of the scan.
  package private(set) var found: [[UInt32]]
  /// How many signatures each bucket got.
  private var taken: [UInt32]
  /// The signature that each text got last, plus 1.
  private var last: [Int]

  /// A scan that notes the first `limit` signatures for each text.
  package init(_ table: BandTable, limit: Int) {
    self.table = table
    self.limit = limit
    found = Array(repeating: [], count: table.rows.count)
    taken = Array(repeating: 0, count: table.slotCount)
    last = Array(repeating: 0, count: table.rows.count)
  }

  /// Goes through signatures in a row.
  ///
  /// Cost: linear in them, and for each band of a text at the most `limit` signatures.
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
        // All texts of a bucket got what it got: at the limit there is no more to give.
        guard taken[slot] < limit else { continue }
        if !isKnownWanted {
          guard isWanted(place) else { break }
          isKnownWanted = true
        }
        taken[slot] += 1
        note(first + place, slot)
      }
    }
  }

  private mutating func note(_ number: Int, _ slot: Int) {
    table.forEachText(slot) { text in
      guard last[text] != number + 1, found[text].count < limit else { return }
      last[text] = number + 1
      found[text].append(UInt32(number))
    }
  }
}
