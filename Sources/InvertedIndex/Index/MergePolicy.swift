/// Which segments a commit merges: tiers by their numbers of documents.
///
/// Tier 0 has the segments with fewer than 1,024 documents, each further tier those with up to
/// eight times as many. Eight segments of a tier become one. So an index of *n* documents has at
/// the most seven segments a tier and log₈ *n* tiers, and a document is written again once a tier:
/// the cost of updates is that of their documents times the logarithm of the index. A segment of
/// whose documents more than a third is deleted is written again without them; one without
/// documents is dropped by the writer.
enum MergePolicy {
  /// Segments of a tier that become one.
  static let width = 8
  /// Documents below which a segment is of tier 0.
  static let smallest = 1024

  /// What of a segment counts.
  struct Size {
    /// Documents that are not deleted; at least 1.
    let documentCount: Int
    let deletedCount: Int
  }

  private struct Candidate {
    var members: [Int]
    var documentCount: Int
  }

  /// The places of segments that are to become one, set by set; a set of one is written again.
  /// Sets and places ascend.
  static func merges(of sizes: [Size]) -> [[Int]] {
    var candidates = sizes.indices.map {
      Candidate(members: [$0], documentCount: sizes[$0].documentCount)
    }
    // The lowest full tier first: what it becomes may fill the next.
    while let full = lowestFullTier(candidates) {
      let merged = candidates.filter { tier($0.documentCount) == full }
      candidates.removeAll { tier($0.documentCount) == full }
      candidates.append(
        Candidate(
          members: merged.flatMap(\.members).sorted(),
          documentCount: merged.reduce(0) { $0 + $1.documentCount }))
    }
    return candidates.map(\.members)
      .filter { $0.count > 1 || isWorthRewriting(sizes[$0[0]]) }
      .sorted { $0[0] < $1[0] }
  }

  private static func lowestFullTier(_ candidates: [Candidate]) -> Int? {
    var counts: [Int: Int] = [:]
    for candidate in candidates { counts[tier(candidate.documentCount), default: 0] += 1 }
    return counts.filter { $0.value >= width }.keys.min()
  }

  static func tier(_ documentCount: Int) -> Int {
    var tier = 0
    var limit = smallest
    while documentCount >= limit {
      tier += 1
      limit *= width
    }
    return tier
  }

  private static func isWorthRewriting(_ size: Size) -> Bool {
    size.deletedCount > (size.documentCount + size.deletedCount) / 3
  }
}
