#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// nDCG: the gain of the results, discounted by rank, over that of the best possible ranking of all
/// judged documents.
///
///     DCG@k = Σ_{i ≤ k} gain(grade at rank i) / log2(i + 1)
///     nDCG@k = DCG@k / DCG@k of all judged documents, the highest grades first
///
/// The gain is the grade (Järvelin and Kekäläinen 2002; `trec_eval`'s `ndcg` and `ndcg_cut`) or,
/// with `dcg='exp-log2'`, 2^grade − 1 (Burges et al. 2005; the Web track's `gdeval`). Negative
/// grades and documents without judgments have no gain.
struct NormalizedDiscountedGain: RankingMeasure {
  static let signature = MeasureSignature(
    name: "nDCG", aliases: ["NDCG"], foreignNames: ["ndcg", "ndcg_cut"],
    summary: "graded gain discounted by rank, of the best possible", cutoff: .optional,
    parameters: [.discountedGain, .judgedOnly])

  private let parameters: MeasureParameters

  init(_ parameters: MeasureParameters) { self.parameters = parameters }

  func value(of ranking: JudgedRanking) -> Double {
    var best = 0.0
    for (index, grade) in ranking.grades.enumerated() {
      guard grade > 0, parameters.reaches(index + 1) else { break }
      best += discounted(grade, rank: index + 1)
    }
    guard best > 0 else { return 0 }
    var sum = 0.0
    for hit in ranking.list(for: parameters).hits where hit.grade > 0 {
      guard parameters.reaches(hit.rank) else { break }
      sum += discounted(hit.grade, rank: hit.rank)
    }
    return sum / best
  }

  private func discounted(_ grade: Int, rank: Int) -> Double {
    let gain =
      parameters.gain == .grade ? Double(grade) : exp2(Double(grade)) - 1
    return gain / log2(Double(rank + 1))
  }
}
