/// A set of stems, each in one machine word: a short array, and a hashed set for long texts.
struct StemSet: Sendable {
  private var few: [UInt64] = []
  private var many: Set<UInt64> = []
  private static let fewLimit = 16

  var count: Int { few.count + many.count }
  var isEmpty: Bool { few.isEmpty }

  func contains(_ stem: UInt64) -> Bool {
    few.contains(stem) || (!many.isEmpty && many.contains(stem))
  }

  mutating func insert(_ stem: UInt64) {
    guard !few.contains(stem) else { return }
    if few.count < StemSet.fewLimit { few.append(stem) } else { many.insert(stem) }
  }

  mutating func formUnion(_ other: StemSet) {
    for stem in other.few { insert(stem) }
    for stem in other.many { insert(stem) }
  }

  /// How many stems both sets have.
  func sharedCount(_ other: StemSet) -> Int {
    few.count { other.contains($0) } + many.count { other.contains($0) }
  }
}
