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

  /// Among how many results a list of some length is chosen.
  static func candidates(for limit: Int) -> Int { min(max(5 * limit, 50), max(limit, 500)) }

  /// The choice, ranked anew; scores stay what they are. Cost: that of the words of all results,
  /// and a product of two of them for each result and each chosen one.
  func choose(_ limit: Int, of hits: [Hit]) throws(IndexError) -> [Hit] {
    guard let best = hits.first?.score, best > 0 else { return Array(hits.prefix(limit)) }
    var vectors: [[UInt32: Double]] = []
    for hit in hits { vectors.append(try vector(of: hit.entry)) }
    var likeness = [Double](repeating: 0, count: hits.count)
    var left = Array(hits.indices)
    var chosen: [Hit] = []
    while chosen.count < limit, !left.isEmpty {
      let worth = left.map { hit in
        Self.relevance * hits[hit].score / best - (1 - Self.relevance) * likeness[hit]
      }
      // The first of equals: it has the higher score, or came first.
      let place = worth.indices.dropFirst().reduce(0) { worth[$1] > worth[$0] ? $1 : $0 }
      let next = left.remove(at: place)
      for other in left {
        likeness[other] = max(likeness[other], Self.cosine(vectors[next], vectors[other]))
      }
      var hit = hits[next]
      hit.rank = chosen.count + 1
      chosen.append(hit)
    }
    return chosen
  }

  /// An entry's words with their weights times their inverse document frequencies, one long.
  private func vector(of entry: Entry) throws(IndexError) -> [UInt32: Double] {
    var vector = AnalyzedQuery.weights(of: entry, session)
    let count = snapshot.statistics.documentCount
    var square = 0.0
    for (term, weight) in vector.sorted(by: { $0.key < $1.key }) {
      let frequency = try snapshot.documentFrequency(of: session.term(term))
      let value = weight * log(1 + Double(count) / Double(max(frequency, 1)))
      vector[term] = value
      square += value * value
    }
    guard square > 0 else { return [:] }
    return vector.mapValues { $0 / square.squareRoot() }
  }

  /// Sums in the order of terms, so that no run differs from another.
  private static func cosine(_ one: [UInt32: Double], _ other: [UInt32: Double]) -> Double {
    let (few, many) = one.count < other.count ? (one, other) : (other, one)
    var products: [(term: UInt32, product: Double)] = []
    for (term, value) in few {
      if let other = many[term] { products.append((term, value * other)) }
    }
    return products.sorted { $0.term < $1.term }.reduce(0) { $0 + $1.product }
  }
}
