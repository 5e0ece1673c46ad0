/// Common elements of ascending runs of numbers without repetitions.
enum SortedOverlap {
  /// How many elements two runs have in common.
  static func count(_ a: [UInt64], _ b: [UInt64]) -> Int {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        guard let left = a.baseAddress, let right = b.baseAddress else { return 0 }
        return count(left, a.count, right, b.count, needed: 0)
      }
    }
  }

  /// How many elements two runs have in common; less than `needed`, perhaps too low, where that
  /// many cannot be reached.
  ///
  /// Without branches that depend on the numbers: which run goes on is as good as random.
  @inline(__always)
  static func count(
    _ a: UnsafePointer<UInt64>, _ aCount: Int, _ b: UnsafePointer<UInt64>, _ bCount: Int,
    needed: Int
  ) -> Int {
    var i = 0
    var j = 0
    var common = 0
    let aMisses = aCount &- needed
    let bMisses = bCount &- needed
    while i < aCount, j < bCount {
      let x = a[i]
      let y = b[j]
      common &+= x == y ? 1 : 0
      i &+= x <= y ? 1 : 0
      j &+= y <= x ? 1 : 0
      if i &- common > aMisses || j &- common > bMisses { return common }
    }
    return common
  }
}
