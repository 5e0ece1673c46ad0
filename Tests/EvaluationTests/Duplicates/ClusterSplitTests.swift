import Evaluation
import TestSupport
import Testing

@Suite struct ClusterSplitTests {
  /// Random pairs over `items` ids.
  private func pairs(_ seed: UInt64, items: Int, count: Int, share: Double) -> [LabeledPair] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).compactMap { _ in
      ItemPair(
        "i\(Int.random(in: 0..<items, using: &generator))",
        "i\(Int.random(in: 0..<items, using: &generator))"
      ).map {
        LabeledPair($0, isDuplicate: Double.random(in: 0..<1, using: &generator) < share)
      }
    }
  }

  @Test func noClusterIsDivided() throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      let pairs = pairs(seed, items: 60, count: 70, share: 0.4)
      let split = try ClusterSplit(pairs, testShare: 0.4, seed: seed)
      let folds = try ClusterSplit(pairs, folds: 4, seed: seed)
      for result in [split, folds] {
        for pair in pairs where pair.isDuplicate {
          #expect(result.partOfItem[pair.pair.first] == result.partOfItem[pair.pair.second])
        }
        #expect(result.setAside.allSatisfy { !$0.isDuplicate })
        let kept = result.parts.reduce(0) { $0 + $1.count }
        #expect(kept + result.setAside.count == pairs.count)
      }
      let test = split.partOfItem.values.count { $0 == 1 }
      let share = Double(test) / Double(split.partOfItem.count)
      #expect(share > 0.1 && share <= 0.4)
      let sizes = (0..<4).map { fold in folds.partOfItem.values.count { $0 == fold } }
      #expect(sizes.min() ?? 0 > 0)
    }
  }

  @Test func theOrderOfPairsDoesNotMatterButTheSeedDoes() throws {
    let pairs = pairs(3, items: 80, count: 60, share: 0.5)
    let split = try ClusterSplit(pairs, seed: 5)
    #expect(try ClusterSplit(pairs.reversed(), seed: 5).partOfItem == split.partOfItem)
    #expect(try ClusterSplit(pairs, seed: 6).partOfItem != split.partOfItem)
    let folds = try ClusterSplit(pairs, folds: 3, seed: 5)
    #expect(try ClusterSplit(pairs.reversed(), folds: 3, seed: 5).partOfItem == folds.partOfItem)
  }

  @Test func everyPairIsKeptWhereAllLink() throws {
    let pairs = pairs(4, items: 100, count: 45, share: 0.5)
    let split = try ClusterSplit(pairs, links: .allPairs)
    #expect(split.setAside.isEmpty)
    #expect(split.development.count + split.test.count == pairs.count)
  }

  /// Pinned: another machine or release must split alike.
  @Test func hashesAreStable() {
    let order = StableHash.shuffled(["a", "b", "c", "d", "e", "f"], seed: 1) { $0 }
    #expect(order == ["f", "e", "d", "b", "a", "c"])
  }

  @Test func badInputIsATypedError() throws {
    let one = [LabeledPair(try #require(ItemPair("a", "b")), isDuplicate: true)]
    #expect(throws: StatisticsError.self) { try ClusterSplit([]) }
    #expect(throws: StatisticsError.self) { try ClusterSplit([], folds: 2) }
    // One cluster cannot be on both sides.
    #expect(throws: StatisticsError.self) { try ClusterSplit(one) }
    #expect(throws: StatisticsError.self) { try ClusterSplit(one, folds: 2) }
    for share in [0, 1, -1, .nan] {
      #expect(throws: StatisticsError.self) { try ClusterSplit(one, testShare: share) }
    }
  }
}
