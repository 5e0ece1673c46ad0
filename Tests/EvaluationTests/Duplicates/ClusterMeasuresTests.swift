import Evaluation
import TestSupport
import Testing

@Suite struct ClusterMeasuresTests {
  private func clustering(_ labels: [Int]) -> Clustering {
    Clustering(
      Dictionary(uniqueKeysWithValues: labels.enumerated().map { ("i\($0)", "c\($1)") }))
  }

  /// Items a–e; found {a b} {c d e}, true {a b c} {d e}.
  @Test func anExampleByHand() throws {
    let predicted = try Clustering(clusters: [["a", "b"], ["c", "d", "e"]])
    let actual = try Clustering(clusters: [["d", "e"], ["c", "b", "a"]])
    let measures = try ClusterMeasures(predicted: predicted, actual: actual)
    #expect(measures.pairs.truePositives == 2 && measures.pairs.falsePositives == 2)
    #expect(measures.pairs.falseNegatives == 2 && measures.pairs.trueNegatives == 4)
    #expect(measures.pairs.precisionRecall == PrecisionRecall(precision: 0.5, recall: 0.5))
    // (1 + 1 + 1/3 + 2/3 + 2/3) / 5 and (2/3 + 2/3 + 1/3 + 1 + 1) / 5.
    #expect(agrees(measures.bCubed.precision, 11.0 / 15))
    #expect(agrees(measures.bCubed.recall, 11.0 / 15))
    #expect(measures.exactClusters == PrecisionRecall(precision: 0, recall: 0))
    let same = try ClusterMeasures(predicted: actual, actual: actual)
    #expect(same.exactClusters.f1 == 1 && agrees(same.bCubed.f1, 1))
    #expect(same.pairs.precisionRecall.f1 == 1)
  }

  @Test func singletonsCountOnlyIfAsked() throws {
    let predicted = try Clustering(clusters: [["a", "b"], ["c"], ["d"]])
    let actual = try Clustering(clusters: [["a"], ["b"], ["c"], ["d"]])
    let plain = try ClusterMeasures(predicted: predicted, actual: actual).exactClusters
    #expect(plain == PrecisionRecall(precision: 0, recall: 1))
    let counted = try ClusterMeasures(
      predicted: predicted, actual: actual, countingSingletons: true
    ).exactClusters
    #expect(counted == PrecisionRecall(precision: 2.0 / 3, recall: 0.5))
  }

  @Test func figuresAgreeWithScikitLearnAndTheDefinition() throws {
    for figures in try PeerFigures.stored().clusterings {
      let measures = try ClusterMeasures(
        predicted: clustering(figures.predicted), actual: clustering(figures.actual),
        countingSingletons: true)
      let pairs = measures.pairs
      #expect(
        [
          pairs.trueNegatives, pairs.falsePositives, pairs.falseNegatives, pairs.truePositives,
        ] == figures.pairs)
      #expect(agrees(measures.bCubed.precision, figures.bCubed[0]))
      #expect(agrees(measures.bCubed.recall, figures.bCubed[1]))
      #expect(agrees(measures.exactClusters.precision, figures.exactClusters[0]))
      #expect(agrees(measures.exactClusters.recall, figures.exactClusters[1]))
    }
  }

  @Test func pairsOfClustersEqualCountedPairs() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<40 {
      let count = Int.random(in: 2...15, using: &generator)
      let sides = (0..<2).map { _ in
        (0..<count).map { _ in Int.random(in: 0..<5, using: &generator) }
      }
      var found: [ItemPair] = []
      var judged: [LabeledPair] = []
      for a in 0..<count {
        for b in (a + 1)..<max(count, a + 1) {
          let pair = try #require(ItemPair("i\(a)", "i\(b)"))
          if sides[0][a] == sides[0][b] { found.append(pair) }
          judged.append(LabeledPair(pair, isDuplicate: sides[1][a] == sides[1][b]))
        }
      }
      let slow = try PairCounts(found: found, judged: judged)
      let fast = try PairCounts(predicted: clustering(sides[0]), actual: clustering(sides[1]))
      #expect(slow == fast)
    }
  }

  @Test func pairsAreCountedAmongTheJudged() throws {
    let ab = try #require(ItemPair("b", "a"))
    let ac = try #require(ItemPair("a", "c"))
    let ad = try #require(ItemPair("a", "d"))
    #expect(ab.first == "a" && ItemPair("a", "a") == nil)
    let counts = try PairCounts(
      found: [ab, ab, ad],
      judged: [LabeledPair(ab, isDuplicate: true), LabeledPair(ac, isDuplicate: true)])
    #expect(counts.truePositives == 1 && counts.falseNegatives == 1 && counts.unjudged == 1)
    #expect(counts.precisionRecall == PrecisionRecall(precision: 1, recall: 0.5))
    #expect(agrees(counts.precisionRecall.f1, 2.0 / 3))
    let nothing = try PairCounts(found: [], judged: [LabeledPair(ab, isDuplicate: false)])
    #expect(nothing.precisionRecall == PrecisionRecall(precision: 1, recall: 1))
    #expect(PrecisionRecall(precision: 0, recall: 0).f1 == 0)
  }

  @Test func badInputIsATypedError() throws {
    let ab = try #require(ItemPair("a", "b"))
    let empty = try Clustering(clusters: [])
    #expect(throws: StatisticsError.self) { try PairCounts(found: [], judged: []) }
    #expect(throws: StatisticsError.duplicate(id: "a, b")) {
      let label = LabeledPair(ab, isDuplicate: true)
      return try PairCounts(found: [], judged: [label, label])
    }
    #expect(throws: StatisticsError.self) {
      try ClusterMeasures(predicted: empty, actual: empty)
    }
    #expect(throws: StatisticsError.duplicate(id: "a")) {
      try Clustering(clusters: [["a"], ["a"]])
    }
    #expect(throws: StatisticsError.differentItems(missing: ["b"], unexpected: ["c"])) {
      try ClusterMeasures(
        predicted: Clustering(clusters: [["a", "c"]]), actual: Clustering(clusters: [["a", "b"]]))
    }
  }
}
