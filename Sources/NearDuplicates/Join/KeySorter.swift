/// Sorts the keys of one text, which are some dozens as a rule.
struct KeySorter: ~Copyable {
  private let scratch: UnsafeMutablePointer<UInt64>
  private let ends: UnsafeMutablePointer<UInt16>

  private static let capacity = 1 << 10

  init() {
    scratch = .allocate(capacity: Self.capacity)
    ends = .allocate(capacity: 256)
  }

  deinit {
    scratch.deallocate()
    ends.deallocate()
  }

  /// Sorts ascending: by the top byte in one pass, then by insertion, where keys stand almost as
  /// they should; in O(n log n) where there are many.
  @inline(__always)
  func sort(_ keys: UnsafeMutablePointer<UInt64>, _ count: Int) {
    if count > 24 {
      guard count <= Self.capacity else {
        var all = UnsafeMutableBufferPointer(start: keys, count: count)
        return all.sort()
      }
      distribute(keys, count)
    }
    Self.insert(keys, count)
  }

  @inline(__always)
  private func distribute(_ keys: UnsafeMutablePointer<UInt64>, _ count: Int) {
    let ends = ends
    let scratch = scratch
    ends.update(repeating: 0, count: 256)
    for index in 0..<count {
      scratch[index] = keys[index]
      ends[Int(truncatingIfNeeded: keys[index] &>> 56)] &+= 1
    }
    var sum: UInt16 = 0
    for digit in 0..<256 {
      sum &+= ends[digit]
      ends[digit] = sum
    }
    for index in 0..<count {
      let key = scratch[index]
      let digit = Int(truncatingIfNeeded: key &>> 56)
      ends[digit] &-= 1
      keys[Int(ends[digit])] = key
    }
  }

  @inline(__always)
  private static func insert(_ keys: UnsafeMutablePointer<UInt64>, _ count: Int) {
    var index = 1
    while index < count {
      let key = keys[index]
      var at = index
      while at > 0, keys[at &- 1] > key {
        keys[at] = keys[at &- 1]
        at &-= 1
      }
      keys[at] = key
      index &+= 1
    }
  }
}
