/// The sums Σ ±dᵢ over any choice of signs, eight differences at a look-up.
///
/// Sums are always added in the same order, so equal choices give equal bits. Building costs 32
/// additions a difference; a sum costs an eighth of an addition a difference.
struct SignedSums {
  /// Entry `256 g + bits` is the sum of group `g`, where bit `i` set keeps the sign of its
  /// `i`-th difference and clear turns it.
  private let table: [Double]
  private let groupCount: Int

  /// The sums of `differences`.
  init(_ differences: [Double]) {
    groupCount = (differences.count + 7) / 8
    var table: [Double] = []
    table.reserveCapacity(256 * groupCount)
    for group in 0..<groupCount {
      let members = differences[(8 * group)..<min(8 * group + 8, differences.count)]
      for bits in 0..<256 {
        var sum = 0.0
        for (place, value) in members.enumerated() {
          sum += bits >> place & 1 == 1 ? value : -value
        }
        table.append(sum)
      }
    }
    self.table = table
  }

  /// How many of the `2^free` choices of signs of the first `free` differences (the others keep
  /// theirs) reach `threshold` in magnitude. At most 30 free ones.
  func countOfAllChoices(free: Int, reaching threshold: Double) -> Int {
    table.withUnsafeBufferPointer { table in
      var count = 0
      let kept: UInt32 = UInt32.max << UInt32(free)
      for choice in 0..<(UInt32(1) << UInt32(free)) {
        var bits = choice | kept
        var sum = 0.0
        var start = 0
        while start < table.count {
          sum += table[start + Int(bits & 255)]
          bits >>= 8
          start += 256
        }
        if abs(sum) >= threshold { count += 1 }
      }
      return count
    }
  }

  /// How many of `trials` random choices of signs reach `threshold` in magnitude.
  func countOfRandomChoices(
    trials: Int, reaching threshold: Double, using generator: inout SplitMix64
  ) -> Int {
    table.withUnsafeBufferPointer { table in
      var count = 0
      for _ in 0..<trials {
        var sum = 0.0
        var bits: UInt64 = 0
        var start = 0
        while start < table.count {
          if start & 0x7FF == 0 { bits = generator.next() }
          sum += table[start + Int(bits & 255)]
          bits >>= 8
          start += 256
        }
        if abs(sum) >= threshold { count += 1 }
      }
      return count
    }
  }

  /// The sum with every sign kept, added in the order of all the others.
  var observed: Double {
    var sum = 0.0
    for group in 0..<groupCount { sum += table[256 * group + 255] }
    return sum
  }
}
