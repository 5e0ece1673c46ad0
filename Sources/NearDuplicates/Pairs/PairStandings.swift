/// How far each pair is ahead of what else its two questions might be the same as.
struct PairStandings: Sendable {
  /// So many of a question's best pairs are looked at for a rival.
  private static let mostRivals = 32

  private var leads: [(least: Double, most: Double)] = []

  /// The smaller and the larger lead of a pair, in log-odds.
  subscript(pair: Int) -> (least: Double, most: Double) { leads[pair] }

  /// - Parameters:
  ///   - pairs: Each once.
  ///   - scores: The log-odds of each, by the pair alone.
  init(_ pairs: [CandidatePair], _ scores: [Double]) {
    var scoreOfPair: [CandidatePair: Double] = [:]
    scoreOfPair.reserveCapacity(pairs.count)
    var partners: [Int: [(score: Double, partner: Int)]] = [:]
    for (pair, score) in zip(pairs, scores) {
      scoreOfPair[pair] = score
      partners[pair.first, default: []].append((score, pair.second))
      partners[pair.second, default: []].append((score, pair.first))
    }
    for text in Array(partners.keys) {
      partners[text]?.sort { ($0.score, $1.partner) > ($1.score, $0.partner) }
    }
    func lead(_ text: Int, over partner: Int, _ score: Double) -> Double {
      let rival = partners[text]?.prefix(Self.mostRivals).first { other in
        // What is as near to the partner is no rival: it is the same question once more.
        other.partner != partner
          && (scoreOfPair[CandidatePair(partner, other.partner)] ?? -.infinity)
            < min(score, other.score)
      }
      let most = PairModel.largestLead
      // Where there is no rival, one that is as good as none.
      return min(max(score - max(rival?.score ?? -most, -most), -most), most)
    }
    leads.reserveCapacity(pairs.count)
    for (pair, score) in zip(pairs, scores) {
      let (one, other) = (
        lead(pair.first, over: pair.second, score), lead(pair.second, over: pair.first, score)
      )
      leads.append((min(one, other), max(one, other)))
    }
  }
}
