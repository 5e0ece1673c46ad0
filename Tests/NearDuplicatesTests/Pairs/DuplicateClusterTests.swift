import NearDuplicates
import TestSupport
import Testing

/// Pairs and clusters keep what they promise, on random banks of many thresholds.
@Suite struct DuplicateClusterTests {
  private static let thresholds = [0.01, 0.3, 0.5, 1]

  @Test(arguments: [11, 12] as [UInt64])
  func pairsKeepTheirThreshold(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let list = PairProbe.bank(40, using: &random)
    for threshold in Self.thresholds {
      for pair in PairProbe.all(list, threshold: threshold).pairs {
        let seen =
          "seed \(seed), \(threshold): \(list[pair.first].text) | \(list[pair.second].text)"
        #expect((0...1).contains(pair.probability), "\(seen)")
        // A decisive contrast never becomes a duplicate, a duplicate has none.
        if pair.evidence.isKeptApart { #expect(pair.duplicateClass == .contrast, "\(seen)") }
        // What is the same after normalization is so at any threshold.
        if pair.isDuplicate, pair.duplicateClass != .exact {
          #expect(pair.probability >= threshold, "\(seen)")
        }
        if pair.duplicateClass == .exact { #expect(pair.evidence.isExact, "\(seen)") }
        if pair.duplicateClass == .contrast {
          #expect(!pair.evidence.contrasts.isEmpty && pair.evidence.isAlike, "\(seen)")
        }
        if pair.duplicateClass == .related { #expect(pair.probability < threshold, "\(seen)") }
      }
    }
  }

  @Test(arguments: [21, 22, 23] as [UInt64])
  func membersAreDuplicatesOfTheRepresentative(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let list = PairProbe.bank(40, using: &random)
    for threshold in Self.thresholds {
      let result = PairProbe.all(list, threshold: threshold)
      let probabilities = Dictionary(
        uniqueKeysWithValues: result.pairs.filter(\.isDuplicate)
          .map { (CandidatePair($0.first, $0.second), $0.probability) })
      for cluster in result.clusters {
        #expect(cluster.members.count > 1 && cluster.members == cluster.members.sorted())
        #expect(cluster.members.contains(cluster.representative))
        #expect(cluster.members.contains(cluster.weakestMember))
        let links = cluster.members.filter { $0 != cluster.representative }
          .map { probabilities[CandidatePair($0, cluster.representative)] }
        #expect(!links.contains(nil), "seed \(seed), \(threshold): \(cluster.members)")
      }
      let members = result.clusters.flatMap(\.members)
      #expect(members.count == Set(members).count, "seed \(seed)")
      #expect(result.clusterOfText.count == members.count)
      #expect(
        result.clusters.map { $0.members[0] } == result.clusters.map { $0.members[0] }.sorted())
      // Who has a duplicate and is in no cluster: all its duplicates are nearer to others.
      let clustered = Set(members)
      for pair in probabilities.keys {
        #expect(clustered.contains(pair.first) || clustered.contains(pair.second))
      }
    }
  }

  /// A is like B and B like C; A and C are kept apart, and so are their clusters.
  @Test func whatIsKeptApartIsInNoClusterTogether() {
    let texts = [
      "What does the L1 penalty do to weights?", "What does a penalty do to weights?",
      "What does the L2 penalty do to weights?",
    ].map { DuplicateText($0) }
    for threshold in [0.01, 0.05, 0.2, 0.5] {
      let result = PairProbe.all(texts + PairProbe.others, threshold: threshold)
      let pair = result.pairs.first { $0.first == 0 && $0.second == 2 }
      #expect(pair?.duplicateClass == .contrast)
      for cluster in result.clusters where cluster.members.contains(0) {
        guard cluster.members.contains(2) else { continue }
        #expect(cluster.representative != 0 && cluster.representative != 2)
      }
    }
  }

  @Test(arguments: [1, 0.01])
  func aDecisiveContrastIsNoDuplicateAtAnyThreshold(threshold: Double) throws {
    for item in ContrastTests.named {
      let pair = try #require(PairProbe.pair(item.a, item.b, threshold: threshold))
      #expect(pair.duplicateClass == .contrast, "\(item.testDescription)")
    }
    let pair = try #require(
      PairProbe.pair("What is a haiku?", "[M] what is a haiku", threshold: threshold))
    #expect(pair.duplicateClass == .exact)
  }

  /// Only pairs that pass stay, and clusters that have a duplicate among them.
  @Test func havingKeepsPairsAndTheirClusters() {
    let texts = [
      "What is a haiku?", "what is a haiku", "Why do cats purr?", "why do cats purr?!",
      "How are violins tuned?",
    ].map { DuplicateText($0) }
    let result = PairProbe.all(texts)
    #expect(result.clusters.map(\.members) == [[0, 1], [2, 3]])
    let some = result.having { $0.first >= 2 }
    #expect(some.pairs.allSatisfy { $0.first >= 2 })
    #expect(some.clusters.map(\.members) == [[2, 3]])
    #expect(some.candidateCount == result.candidateCount)
    #expect(result.having { _ in false }.clusters.isEmpty)
    #expect(some.clusterOfText == [2: 0, 3: 0])
  }

  @Test func theRepresentativeOfManyCopiesIsOneOfThem() {
    let copies = (0..<40).map { DuplicateText("Q\($0 + 1). What is a haiku?") }
    let result = PairProbe.all(copies)
    #expect(result.clusters.map(\.members) == [Array(0..<40)])
    // More than thirty: each with the first alone, and that by content.
    #expect(result.pairs.count == 39)
    let center = result.clusters[0].representative
    #expect(result.pairs.allSatisfy { $0.first == center || $0.second == center })
    let few = PairProbe.all(Array(copies.prefix(30)))
    #expect(few.pairs.count == 30 * 29 / 2)
  }
}
