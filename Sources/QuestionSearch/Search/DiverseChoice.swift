import InvertedIndex
import QuestionBanks
import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Chooses among results so that few of them say the same: maximal marginal relevance (Carbonell
/// and Goldstein, "The use of MMR, diversity-based reranking for reordering documents and producing
/// summaries", SIGIR 1998).
///
/// The next result is the one with the greatest `λ · score − (1 − λ) · similarity`, where the score
/// is its part of the best one and the similarity that to the result chosen so far that is most
/// like it: the cosine of their weighted words.
struct DiverseChoice {
  /// λ: how much the score counts.
  private static let relevance = 0.6

  private let snapshot: Snapshot
  private let session: AnalysisSession

  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    session = AnalysisSession(snapshot.analyzer)
  }

  /// Among so many results the choice is made, whatever the limit: the first k of a longer list are
  /// the list of k. What comes behind them follows by its score.
  static let candidates = 100

  /// The choice, in its order; scores stay what they are. Cost: that of the words of a hundred
  /// results, and a product of two of them for each and each chosen one.
  func choose(
    _ limit: Int, of results: [HitGroups.Group]
  ) throws(IndexError) -> [HitGroups.Group] {
    guard let best = results.first?.hit.score, best > 0 else {
      return Array(results.prefix(limit))
    }
    let pool = results.prefix(Self.candidates)
    var vectors: [[(term: UInt32, value: Double)]] = []
    for result in pool { vectors.append(try vector(of: result.entry)) }
    var likeness = [Double](repeating: 0, count: pool.count)
    var left = Array(pool.indices)
    var chosen: [HitGroups.Group] = []
    while chosen.count < limit, !left.isEmpty {
      let worth = left.map { one in
        Self.relevance * results[one].hit.score / best - (1 - Self.relevance) * likeness[one]
      }
      // The first of equals: it has the higher score, or came first.
      let place = worth.indices.dropFirst().reduce(0) { worth[$1] > worth[$0] ? $1 : $0 }
      let next = left.remove(at: place)
      for other in left {
        likeness[other] = max(likeness[other], Self.cosine(vectors[next], vectors[other]))
      }
      chosen.append(results[next])
    }
    return chosen + results.dropFirst(Self.candidates).prefix(limit - chosen.count)
  }

  /// An entry's words with their weights times their inverse document frequencies, one long,
  /// ascending by term.
  private func vector(
    of entry: Entry
  ) throws(IndexError) -> [(term: UInt32, value: Double)] {
    let count = snapshot.statistics.documentCount
    var vector: [(term: UInt32, value: Double)] = []
    var square = 0.0
    let weights = AnalyzedQuery.weights(of: entry, session).sorted { $0.key < $1.key }
    for (term, weight) in weights {
      let frequency = try snapshot.documentFrequency(of: session.term(term))
      let value = weight * log(1 + Double(count) / Double(max(frequency, 1)))
      vector.append((term, value))
      square += value * value
    }
    guard square > 0 else { return [] }
    return vector.map { ($0.term, $0.value / square.squareRoot()) }
  }

  private static func cosine(
    _ one: [(term: UInt32, value: Double)], _ other: [(term: UInt32, value: Double)]
  ) -> Double {
    var (i, j, sum) = (0, 0, 0.0)
    while i < one.count, j < other.count {
      let (left, right) = (one[i], other[j])
      if left.term == right.term { sum += left.value * right.value }
      i += left.term <= right.term ? 1 : 0
      j += right.term <= left.term ? 1 : 0
    }
    return sum
  }
}
