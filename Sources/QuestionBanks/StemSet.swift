/// A set of stems, each in one machine word: a few in place, and a hashed set for long texts.
struct StemSet: Sendable {
  private var few = SIMD16<UInt64>(repeating: 0)
  private var fewCount = 0
  private var many: Set<UInt64> = []
  private static let fewLimit = 16

  var count: Int { fewCount + many.count }
  var isEmpty: Bool { fewCount == 0 }

  func contains(_ stem: UInt64) -> Bool {
    for place in 0..<fewCount where few[place] == stem { return true }
    return !many.isEmpty && many.contains(stem)
  }

  mutating func insert(_ stem: UInt64) {
    for place in 0..<fewCount where few[place] == stem { return }
    if fewCount < StemSet.fewLimit {
      few[fewCount] = stem
      fewCount += 1
    } else {
      many.insert(stem)
    }
  }

  mutating func formUnion(_ other: StemSet) {
    for place in 0..<other.fewCount { insert(other.few[place]) }
    for stem in other.many { insert(stem) }
  }

  /// How many stems both sets have.
  func sharedCount(_ other: StemSet) -> Int {
    var shared = 0
    for place in 0..<fewCount where other.contains(few[place]) { shared += 1 }
    return shared + many.count { other.contains($0) }
  }
}
