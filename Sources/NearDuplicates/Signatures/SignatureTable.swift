import IndexStorage

/// The signatures of all records, one after the other.
final class SignatureTable: @unchecked Sendable {
  let width: Int
  private let values: UnsafeMutablePointer<UInt32>

  init(_ records: JoinRecords, _ minHash: MinHash, threads: Int) {
    width = minHash.count
    values = LargeMemory.allocate(UInt32.self, records.count * width)
    let count = records.count
    _ = Threads.run(threads) { [self] number in
      fill(records, minHash, count * number / threads..<count * (number + 1) / threads)
    }
  }

  deinit { LargeMemory.release(values) }

  /// The values of a record.
  @inline(__always)
  func signature(_ record: Int) -> UnsafeMutablePointer<UInt32> { values + record &* width }

  private func fill(_ records: JoinRecords, _ minHash: MinHash, _ range: Range<Int>) {
    var shingles: [UInt32] = []
    for number in range {
      let record = records.records[number]
      shingles.removeAll(keepingCapacity: true)
      // A key has the upper 56 bits of the hash, of which signatures take 32. Shingles that no
      // other text has are missing, which only brings similar texts nearer.
      for place in 0..<Int(record.kept) {
        shingles.append(UInt32(truncatingIfNeeded: record.keys[place] &>> 24))
      }
      let target = signature(number)
      target.initialize(repeating: .max, count: width)
      shingles.withUnsafeBufferPointer {
        if let base = $0.baseAddress { minHash.lower(target, by: base, $0.count) }
      }
    }
  }

  /// Whether two records have equal values in a band.
  @inline(__always)
  func agree(_ a: Int, _ b: Int, _ band: Int, rows: Int) -> Bool {
    let left = signature(a) + band &* rows
    let right = signature(b) + band &* rows
    for row in 0..<rows where left[row] != right[row] { return false }
    return true
  }

  /// A hash of a record's values in a band.
  @inline(__always)
  func key(_ record: Int, _ band: Int, rows: Int) -> UInt64 {
    let values = signature(record) + band &* rows
    var hash: UInt64 = 0
    for row in 0..<rows { hash = XXHash64.finish(hash ^ UInt64(values[row])) }
    return hash
  }
}
