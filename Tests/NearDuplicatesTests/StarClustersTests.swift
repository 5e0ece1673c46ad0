import NearDuplicates
import TestSupport
import Testing

@Suite struct StarClustersTests {
  @Test func aChainDoesNotBecomeOneCluster() {
    // 0 – 1 – 2 – 3 – 4: the middle ones have two partners each.
    let pairs = (0..<4).map { SimilarPair($0, $0 + 1, similarity: 0.8) }
    let clusters = StarClusters.clusters(of: pairs, keys: [5, 1, 3, 2, 4])
    // Of 1, 2 and 3 with equal weights the least key is that of 1; it covers 0 and 2.
    #expect(clusters.map(\.members) == [[0, 1, 2], [3, 4]])
    #expect(clusters.map(\.representative) == [1, 3])
  }

  @Test func aMemberGoesToTheRepresentativeItIsMostLike() {
    let pairs = [
      SimilarPair(0, 1, similarity: 0.7), SimilarPair(0, 2, similarity: 0.7),
      SimilarPair(0, 3, similarity: 0.7), SimilarPair(3, 4, similarity: 0.9),
      SimilarPair(4, 5, similarity: 0.75),
    ]
    let clusters = StarClusters.clusters(of: pairs, keys: [0, 1, 2, 3, 4, 5])
    #expect(clusters.map(\.members) == [[0, 1, 2], [3, 4, 5]])
    #expect(clusters[1].representative == 4)
    #expect(clusters[1].weakestLink == 0.75)
    #expect(clusters[1].weakestMember == 5)
  }

  @Test func copiesAreInTheClusterOfTheirFirst() {
    let texts = AnalyzedTexts.plain(["a b c d", "x", "a b c d", "a b c e", "x", "y"])
    let result = SimilarityJoin(shingling: .words(1), threshold: 0.6).run(texts)
    let clusters = StarClusters.clusters(of: result, keys: texts.contentKeys)
    #expect(clusters.map(\.members) == [[0, 2, 3], [1, 4]])
    #expect(clusters.map(\.weakestLink) == [0.6, 1])
  }

  @Test func everyMemberMatchesAndOrderMakesNoDifference() {
    for seed in 1...4 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      // Only different texts: which of several copies comes first is a matter of order.
      let texts = Array(Set(NaiveJoin.randomTexts(300, &random))).sorted()
      let order = Array(texts.indices).shuffled(using: &random)
      let join = SimilarityJoin(shingling: .words(1), threshold: 0.5)
      let analyzed = AnalyzedTexts.plain(texts)
      let keys = analyzed.contentKeys
      var pairs: [SimilarPair] = []
      join.run(analyzed).forEachPair { pairs.append($0) }
      let clusters = StarClusters.clusters(of: pairs, keys: keys)
      let similar = Dictionary(
        uniqueKeysWithValues: pairs.map { ([$0.first, $0.second], $0.similarity) })
      for cluster in clusters {
        let links = cluster.members.filter { $0 != cluster.representative }.map {
          similar[[$0, cluster.representative].sorted()]
        }
        #expect(links.compactMap(\.self).min() == cluster.weakestLink, "seed \(seed)")
        #expect(!links.contains(nil), "seed \(seed)")
      }
      let members = clusters.flatMap(\.members)
      #expect(members.count == Set(members).count)
      // Who is left alone matches nobody but members of other clusters.
      let clustered = Set(members)
      for pair in pairs {
        #expect(clustered.contains(pair.first) || clustered.contains(pair.second))
      }

      let position = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
      let moved = pairs.map {
        SimilarPair(
          position[$0.first] ?? 0, position[$0.second] ?? 0, similarity: $0.similarity)
      }.shuffled(using: &random)
      let again = StarClusters.clusters(of: moved, keys: order.map { keys[$0] })
      let named = Set(again.map { Set($0.members.map { order[$0] }) })
      #expect(named == Set(clusters.map { Set($0.members) }), "seed \(seed)")
    }
  }
}
