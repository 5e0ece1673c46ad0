import IndexStorage

/// About how often each shingle occurs: counters that shingles with equal low bits share.
///
/// A counter is never below the truth, which is all that is asked of it: a shingle whose counter is
/// 1 occurs once, so no two texts have it in common; and any order of shingles that depends on
/// nothing but the shingle makes prefix filters right, while about ascending frequency makes them
/// fast. So shingles need not be sorted and numbered, which is most of the work of other joins.
final class ShingleFrequencies: @unchecked Sendable {
  private let counters: UnsafeMutablePointer<UInt32>
  private let mask: Int

  /// Counters of the texts' shingles; linear in their bytes.
  init(_ texts: AnalyzedTexts, _ shingling: Shingling, threads: Int) {
    let size = Self.size(texts, shingling)
    mask = size - 1
    let tables = Threads.run(threads) { [ranges = texts.ranges(threads)] number in
      Table(Self.count(texts, ranges[number], shingling, size))
    }
    counters = tables[0].base
    for table in tables.dropFirst() {
      Self.add(table.base, to: counters, size)
      LargeMemory.release(table.base)
    }
  }

  deinit { LargeMemory.release(counters) }

  /// At least how often a shingle occurs, up to 2³²−1.
  @inline(__always)
  func count(_ hash: UInt64) -> UInt32 { counters[Int(truncatingIfNeeded: hash) & mask] }

  private struct Table: @unchecked Sendable {
    let base: UnsafeMutablePointer<UInt32>
    init(_ base: UnsafeMutablePointer<UInt32>) { self.base = base }
  }

  /// A power of two: some two counters for each shingle that may be there, at most 2²⁶.
  private static func size(_ texts: AnalyzedTexts, _ shingling: Shingling) -> Int {
    // Few questions use other than some million different runs of characters.
    let shingles = texts.byteCount / (shingling.unit == .words ? 4 : 2) + 1
    var size = 1 << 10
    while size < shingles, size < 1 << 26 { size <<= 1 }
    return size
  }

  private static func count(
    _ texts: AnalyzedTexts, _ range: Range<Int>, _ shingling: Shingling, _ size: Int
  ) -> UnsafeMutablePointer<UInt32> {
    let counters = LargeMemory.zeroed(UInt32.self, size)
    let mask = size - 1
    var shingles = ShingleBuffer(shingling)
    for number in range {
      shingles.fill(texts.text(number))
      let hashes = shingles.hashes
      for index in 0..<shingles.count {
        let slot = Int(truncatingIfNeeded: hashes[index]) & mask
        let sum = counters[slot] &+ 1
        counters[slot] = sum == 0 ? .max : sum
      }
    }
    return counters
  }

  private static func add(
    _ source: UnsafeMutablePointer<UInt32>, to target: UnsafeMutablePointer<UInt32>, _ size: Int
  ) {
    for slot in 0..<size {
      let sum = target[slot] &+ source[slot]
      target[slot] = sum < source[slot] ? .max : sum
    }
  }
}
