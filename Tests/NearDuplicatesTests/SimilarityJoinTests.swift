import NearDuplicates
import TestSupport
import Testing

@Suite struct SimilarityJoinTests {
  private func allPairs(_ result: JoinResult) -> [SimilarPair] {
    var pairs: [SimilarPair] = []
    result.forEachPair { pairs.append($0) }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  @Test func aPairAtTheThresholdIsFoundAndOneBelowIsNot() {
    // 7 of 10 words in common, then 6 of 10.
    let texts = AnalyzedTexts.plain(["a b c d e f g h", "a b c d e f g i j", "a b c d e f k"])
    let join = SimilarityJoin(shingling: .words(1), threshold: 0.7)
    #expect(join.run(texts).pairs == [SimilarPair(0, 1, similarity: 0.7)])
  }

  @Test func textsShorterThanAShingleAreTheirOwn() {
    let texts = AnalyzedTexts.plain(["entropy", "entropy", "entropy loss", "", "", " \t"])
    let result = SimilarityJoin(shingling: .words(3), threshold: 0.5).run(texts)
    #expect(result.pairs.isEmpty)
    #expect(result.groups.count == 1)
    #expect(Array(result.groups[0]) == [0, 1])
    #expect(result.statistics.emptyTexts == 3)
  }

  @Test func blanksOfAnyKindSeparateWords() {
    let texts = AnalyzedTexts.plain(["what\u{3000}is  it", " what is\u{A0}it\n"])
    #expect(texts[0] == "what is it")
    #expect(SimilarityJoin(shingling: .words(3), threshold: 1).run(texts).groups.count == 1)
  }

  @Test(arguments: [
    (Shingling.words(1), SetMeasure.jaccard), (.words(2), .jaccard), (.words(3), .jaccard),
    (.characters(5), .jaccard), (.characters(3), .containment), (.words(1), .containment),
    (.words(2), .containment),
  ])
  func itFindsWhatTheDefinitionSays(_ shingling: Shingling, _ measure: SetMeasure) {
    for seed in 1...3 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let texts = NaiveJoin.randomTexts(90, &random)
      for threshold in [0.3, 0.5, 2.0 / 3, 0.7, 0.8, 0.9, 1] {
        let join = SimilarityJoin(
          shingling: shingling, measure: measure, threshold: threshold, threads: 1)
        let expected = NaiveJoin.pairs(texts, shingling, measure, threshold: threshold)
        let found = allPairs(join.run(.plain(texts)))
        #expect(found == expected, "seed \(seed), \(shingling), \(measure), \(threshold)")
      }
    }
  }

  @Test func neitherThreadsNorOrderMakeADifference() {
    var random = SeededGenerator(seed: 4)
    let texts = NaiveJoin.randomTexts(1500, &random)
    let order = Array(texts.indices).shuffled(using: &random)
    let join = { (threads: Int) in
      SimilarityJoin(shingling: .characters(5), threshold: 0.6, threads: threads)
    }
    let one = join(1).run(.plain(texts))
    let three = join(3).run(.plain(texts))
    #expect(one.pairs == three.pairs)
    #expect(one.groups == three.groups)
    let shuffled = join(2).run(.plain(order.map { texts[$0] }))
    var renamed: [SimilarPair] = []
    shuffled.forEachPair {
      renamed.append(SimilarPair(order[$0.first], order[$0.second], similarity: $0.similarity))
    }
    renamed.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    #expect(renamed == allPairs(one))
    #expect(!renamed.isEmpty)
  }

  @Test func manyCopiesAreOneGroup() {
    let copies = [String](repeating: "why does the loss not fall", count: 10_000)
    let result = SimilarityJoin(shingling: .words(3), threshold: 0.7)
      .run(.plain(copies + ["why does the loss not fall now", "something else"]))
    #expect(result.groups.count == 1)
    #expect(result.groups[0].count == 10_000)
    #expect(result.pairs == [SimilarPair(0, 10_000, similarity: 0.8)])
    var count = 0
    let isComplete = result.forEachPair { _ in count += 1 }
    #expect(!isComplete)
    #expect(count == 9_999 + 10_000)
  }

  @Test func setsThatAreEqualThoughTheTextsAreNotAreOneGroup() {
    let texts = (5..<2000).map { String(repeating: "a", count: $0) }
    let result = SimilarityJoin(shingling: .characters(5), threshold: 0.9).run(.plain(texts))
    #expect(result.groups.count == 1)
    #expect(result.groups[0].count == texts.count)
  }

  @Test func hostileTextsDoNoHarm() {
    var texts = ["", "?!", "...", "مرحبا بالعالم كيف حالك", "مرحبا بالعالم كيف حالك؟", "x"]
    let long = (0..<60_000).map { "w\($0 % 30_000)" }.joined(separator: " ")
    texts += [long, long + " end", String(repeating: "y", count: 100_000)]
    for shingling in [Shingling.words(3), .characters(5), .characters(1)] {
      let result = SimilarityJoin(shingling: shingling, threshold: 0.8).run(.plain(texts))
      #expect(result.pairs.contains { $0.first == 6 && $0.second == 7 } || shingling.width == 1)
    }
  }

  @Test func bytesThatAreNoUTF8AreTakenAsTheyAre() {
    var random = SeededGenerator(seed: 9)
    let builder = AnalyzedTextsBuilder()
    for _ in 0..<300 {
      let bytes = random.bytes(Int.random(in: 0...40, using: &random))
      for _ in 0..<2 { bytes.withUnsafeBufferPointer { builder.append(plain: $0) } }
    }
    let texts = AnalyzedTexts.joined([builder])
    let result = SimilarityJoin(shingling: .characters(5), threshold: 0.5).run(texts)
    #expect(result.groups.count > 200)
  }
}
