#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// RBP: the share of relevant results that a reader meets who goes on to the next result with
/// probability p.
///
///     RBP = (1 − p) · Σ_{relevant at rank i} p^(i − 1)
///
/// Source: Moffat and Zobel 2008, "Rank-biased precision for measurement of retrieval
/// effectiveness"; `ir_measures`' `RBP(rel=…)`. Without `rel` grades from 1 are relevant, where
/// `ir_measures` would take grades as they are and has no program that does.
struct RankBiasedPrecision: RankingMeasure {
  static let signature = MeasureSignature(
    name: "RBP", foreignNames: ["rbp"],
    summary: "relevant results met by a reader who goes on with probability p", cutoff: .optional,
    parameters: [.relevant, .persistence], namesLevel: true)

  private let parameters: MeasureParameters

  init(_ parameters: MeasureParameters) { self.parameters = parameters }

  func value(of ranking: JudgedRanking) -> Double {
    let p = parameters.persistence
    var sum = 0.0
    for hit in ranking.relevantHits(parameters) { sum += pow(p, Double(hit.rank - 1)) }
    return (1 - p) * sum
  }
}
