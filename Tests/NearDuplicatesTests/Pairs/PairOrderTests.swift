import NearDuplicates
import TestSupport
import Testing

/// What is found depends on the texts alone.
@Suite struct PairOrderTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func evidenceIsTheSameFromBothSides(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let list = PairProbe.bank(30, using: &random)
    let texts = DuplicateTexts(list)
    for a in list.indices {
      for b in list.indices.dropFirst(a + 1) {
        let (one, other) = (texts.evidence(a, b), texts.evidence(b, a))
        let seen = "seed \(seed): \(list[a].text) | \(list[b].text)"
        #expect(one.values == other.values, "\(seen)")
        #expect(one.contrasts == other.contrasts.map(\.mirrored), "\(seen)")
        #expect(one.isExact == other.isExact && one.isExact == (texts.key(a) == texts.key(b)))
        #expect(one.equivalents.map(\.first) == other.equivalents.map(\.second), "\(seen)")
        #expect(one.isAlike == other.isAlike && one.isKeptApart == other.isKeptApart)
        #expect(one.wordJaccard == other.wordJaccard && one.containment == other.containment)
        #expect(one.characterJaccard == other.characterJaccard, "\(seen)")
        #expect(one.editSimilarity == other.editSimilarity, "\(seen)")
        let measures = [
          one.wordJaccard, one.characterJaccard, one.containment, one.editSimilarity,
        ]
        #expect((measures + one.values).allSatisfy { (0...1).contains($0) }, "\(seen)")
      }
    }
  }

  @Test(arguments: [4, 5] as [UInt64])
  func theOrderOfTheTextsMakesNoDifference(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let list = PairProbe.bank(40, using: &random)
    let expected = ContentResult(PairProbe.all(list), list)
    #expect(!expected.clusters.isEmpty, "seed \(seed)")
    #expect(Set(expected.pairs.map(\.duplicateClass)).count >= 4, "seed \(seed)")
    for _ in 0..<2 {
      let shuffled = list.shuffled(using: &random)
      let texts = DuplicateTexts(shuffled, threads: 2)
      let pairs = PairProbe.allPairs(list.count).shuffled(using: &random)
      let found = DuplicateFinder(threads: 2).find(texts, candidates: pairs + pairs.prefix(50))
      #expect(ContentResult(found, shuffled) == expected, "seed \(seed)")
    }
  }

  @Test func theNumberOfThreadsMakesNoDifference() {
    var random = SeededGenerator(seed: 7)
    let list = PairProbe.bank(40, using: &random)
    let expected = PairProbe.all(list)
    #expect(expected.candidateCount > 256)
    for threads in [2, 3] {
      let found = PairProbe.all(list, threads: threads)
      #expect(found.candidateCount == expected.candidateCount)
      #expect(found.clusters == expected.clusters)
      #expect(found.pairs.count == expected.pairs.count)
      for (one, other) in zip(found.pairs, expected.pairs) {
        #expect((one.first, one.second) == (other.first, other.second))
        #expect(one.duplicateClass == other.duplicateClass)
        #expect(one.probability == other.probability)
        #expect(one.reasons == other.reasons)
        #expect(one.evidence.values == other.evidence.values)
      }
    }
  }

  /// Pairs are in ascending order, each once, between different texts.
  @Test func pairsAreInOrderAndEachOnce() {
    var random = SeededGenerator(seed: 8)
    let list = PairProbe.bank(40, using: &random) + [DuplicateText("What is a ring buffer?")]
    let result = PairProbe.all(list + list)
    let pairs = result.pairs.map { CandidatePair($0.first, $0.second) }
    #expect(pairs == Set(pairs).sorted())
    #expect(result.pairs.allSatisfy { $0.first < $0.second })
  }

  @Test func aPairIsInOrderWhicheverWayItIsGiven() {
    #expect(CandidatePair(5, 2) == CandidatePair(2, 5))
    #expect((CandidatePair(5, 2).first, CandidatePair(5, 2).second) == (2, 5))
    #expect(
      [CandidatePair(1, 9), CandidatePair(0, 3), CandidatePair(1, 2)].sorted() == [
        CandidatePair(0, 3), CandidatePair(1, 2), CandidatePair(1, 9),
      ])
  }
}
