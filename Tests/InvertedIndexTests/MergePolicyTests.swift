import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct MergePolicyTests {
  private func sizes(_ counts: [Int]) -> [MergePolicy.Size] {
    counts.map { .init(documentCount: $0, deletedCount: 0) }
  }

  @Test func eightOfATierBecomeOne() {
    #expect(MergePolicy.merges(of: sizes(Array(repeating: 5, count: 7))).isEmpty)
    #expect(MergePolicy.merges(of: sizes(Array(repeating: 5, count: 8))) == [Array(0..<8)])
    #expect(
      MergePolicy.merges(of: sizes([5000] + Array(repeating: 5, count: 8))) == [Array(1..<9)])
  }

  @Test func aMergeMayFillTheNextTier() {
    let counts = Array(repeating: 2000, count: 7) + Array(repeating: 500, count: 8)
    #expect(MergePolicy.merges(of: sizes(counts)) == [Array(0..<15)])
  }

  @Test func muchDeletedIsWrittenAgain() {
    let sizes: [MergePolicy.Size] = [
      .init(documentCount: 2, deletedCount: 1), .init(documentCount: 3, deletedCount: 2),
    ]
    #expect(MergePolicy.merges(of: sizes) == [[1]])
  }

  /// However an index grows, it has few segments, and documents are seldom written again.
  @Test func segmentsAndWorkAreBounded() {
    var generator = SeededGenerator(seed: 31)
    var counts: [Int] = []
    var written = 0
    var total = 0
    for _ in 0..<3000 {
      let added = Int.random(in: 1...400, using: &generator)
      counts.append(added)
      total += added
      var next = counts
      let merges = MergePolicy.merges(of: sizes(counts))
      for set in merges {
        let sum = set.reduce(0) { $0 + counts[$1] }
        written += sum
        next[set[0]] = sum
        for index in set.dropFirst() { next[index] = 0 }
      }
      counts = next.filter { $0 > 0 }
      #expect(counts.count <= 7 * (MergePolicy.tier(total) + 1))
    }
    #expect(written <= total * (MergePolicy.tier(total) + 1))
    #expect(counts.reduce(0, +) == total)
  }
}
