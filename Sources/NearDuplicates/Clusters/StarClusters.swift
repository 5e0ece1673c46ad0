/// Gathers pairs into clusters that do not chain: each member is similar to the representative, not
/// only to some other member.
///
/// Greedy stars (Aslam, Pelekhov and Rus 2004): of the texts that no star covers, the one with most
/// partners becomes a representative and covers them; then each covered text goes to the
/// representative it is most similar to. Equal choices go by similarity, then by the caller's keys,
/// so that clusters depend on the texts and not on their order. A text whose partners are all
/// nearer to others stays alone.
public enum StarClusters {
  /// The clusters of some pairs, in the order of their first members.
  ///
  /// - Parameters:
  ///   - pairs: Each pair once at most, in any order.
  ///   - keys: For each text a number that depends on its content alone, such as
  ///     ``AnalyzedTexts/contentKeys``; texts with equal keys are taken to be interchangeable.
  ///
  /// Cost: O(n log n) for n texts and pairs together.
  public static func clusters(of pairs: [SimilarPair], keys: [UInt64]) -> [Cluster] {
    let graph = PairGraph(pairs, count: keys.count)
    let ranks = ranks(graph, keys)
    var representatives = [Bool](repeating: false, count: keys.count)
    var isCovered = [Bool](repeating: false, count: keys.count)
    for text in ranks.order where !isCovered[text] {
      representatives[text] = true
      isCovered[text] = true
      for place in graph.neighbors(of: text) { isCovered[graph.partners[place]] = true }
    }
    var members: [Int: [Int]] = [:]
    var links: [Int: (similarity: Double, member: Int)] = [:]
    for text in ranks.order.sorted() where !representatives[text] {
      let best = graph.neighbors(of: text)
        .filter { representatives[graph.partners[$0]] }
        .min { a, b in
          let (left, right) = (graph.similarities[a], graph.similarities[b])
          return left != right
            ? left > right : ranks.rank[graph.partners[a]] < ranks.rank[graph.partners[b]]
        }
      guard let best else { continue }
      let center = graph.partners[best]
      members[center, default: []].append(text)
      if graph.similarities[best] < links[center]?.similarity ?? .infinity {
        links[center] = (graph.similarities[best], text)
      }
    }
    return members.compactMap { center, members in
      links[center].map { link in
        Cluster(
          representative: center, members: (members + [center]).sorted(),
          weakestLink: link.similarity, weakestMember: link.member)
      }
    }.sorted { ($0.members.first ?? 0) < ($1.members.first ?? 0) }
  }

  /// The clusters of all that a join found; copies are in the cluster of their first, at
  /// similarity 1.
  public static func clusters(of result: JoinResult, keys: [UInt64]) -> [Cluster] {
    var copies: [Int: ArraySlice<UInt32>] = [:]
    for group in 0..<result.groups.count {
      let members = result.groups[group]
      if let first = members.first { copies[Int(first)] = members }
    }
    var clusters = clusters(of: result.pairs, keys: keys).map { cluster in
      let more = cluster.members.flatMap { copies.removeValue(forKey: $0)?.dropFirst() ?? [] }
      return Cluster(
        representative: cluster.representative,
        members: more.isEmpty ? cluster.members : (cluster.members + more.map(Int.init)).sorted(),
        weakestLink: cluster.weakestLink, weakestMember: cluster.weakestMember)
    }
    for (first, members) in copies {
      let second = members.dropFirst().first ?? UInt32(first)
      clusters.append(
        Cluster(
          representative: first, members: members.map(Int.init), weakestLink: 1,
          weakestMember: Int(second)))
    }
    return clusters.sorted { ($0.members.first ?? 0) < ($1.members.first ?? 0) }
  }

  /// The texts that have partners, in the order in which they may become representatives.
  private static func ranks(
    _ graph: PairGraph, _ keys: [UInt64]
  ) -> (order: [Int], rank: [Int]) {
    let order = (0..<keys.count).filter { !graph.neighbors(of: $0).isEmpty }
      .sorted { a, b in
        let (left, right) = (graph.neighbors(of: a).count, graph.neighbors(of: b).count)
        if left != right { return left > right }
        if graph.weights[a] != graph.weights[b] { return graph.weights[a] > graph.weights[b] }
        return keys[a] != keys[b] ? keys[a] < keys[b] : a < b
      }
    var rank = [Int](repeating: 0, count: keys.count)
    for (place, text) in order.enumerated() { rank[text] = place }
    return (order, rank)
  }
}
