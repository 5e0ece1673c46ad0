/// A set of stems, each in one machine word: a few are looked through, many are hashed.
struct StemSet: Sendable {
  private var few: [UInt64] = []
  private var many: Set<UInt64> = []
  /// A bit for each stem, by its hash: most that are not there are told from it.
  private var sketch: UInt64 = 0
  private static let fewLimit = 16

  var count: Int { few.count + many.count }
  var isEmpty: Bool { few.isEmpty }

  @inline(__always) private static func bit(_ stem: UInt64) -> UInt64 {
    1 << ((stem &* 0x9E37_79B9_7F4A_7C15) >> 58)
  }

  @inline(__always) func contains(_ stem: UInt64) -> Bool {
    guard sketch & StemSet.bit(stem) != 0 else { return false }
    for other in few where other == stem { return true }
    return !many.isEmpty && many.contains(stem)
  }

  @inline(__always) mutating func insert(_ stem: UInt64) {
    guard !contains(stem) else { return }
    sketch |= StemSet.bit(stem)
    if few.isEmpty { few.reserveCapacity(StemSet.fewLimit) }
    if few.count < StemSet.fewLimit { few.append(stem) } else { many.insert(stem) }
  }

  mutating func formUnion(_ other: StemSet) {
    for stem in other.few { insert(stem) }
    for stem in other.many { insert(stem) }
  }

  /// Forgets the stems and keeps their memory.
  mutating func removeAll() {
    few.removeAll(keepingCapacity: true)
    if !many.isEmpty { many.removeAll() }
    sketch = 0
  }

  /// How many stems both sets have.
  func sharedCount(_ other: StemSet) -> Int {
    var shared = 0
    for stem in few where other.contains(stem) { shared += 1 }
    return shared + (many.isEmpty ? 0 : many.count { other.contains($0) })
  }
}
