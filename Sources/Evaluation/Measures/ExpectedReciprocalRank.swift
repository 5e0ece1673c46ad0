#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// ERR: the expected value of one over the rank at which a reader stops, who goes from result to
/// result and stops at one with a probability that grows with its grade.
///
///     ERR@k = Σ_{i ≤ k} 1/i · p(i) · Π_{j < i} (1 − p(j)),   p = (2^grade − 1) / 2^4
///
/// The highest grade is 4, as in the Web track's `gdeval`, which `ir_measures` takes; higher ones
/// are refused. Source: Chapelle et al. 2009, "Expected reciprocal rank for graded relevance".
struct ExpectedReciprocalRank: RankingMeasure {
  static let signature = MeasureSignature(
    name: "ERR", foreignNames: ["err"],
    summary: "one over the rank at which a reader stops, by grades 0 to 4", cutoff: .optional,
    highestGrade: 4)

  private let parameters: MeasureParameters

  init(_ parameters: MeasureParameters) { self.parameters = parameters }

  func value(of ranking: JudgedRanking) -> Double {
    var sum = 0.0
    var goesOn = 1.0
    for hit in ranking.hits where hit.grade > 0 {
      guard parameters.reaches(hit.rank) else { break }
      let stops = (exp2(Double(hit.grade)) - 1) / 16
      sum += stops * goesOn / Double(hit.rank)
      goesOn *= 1 - stops
    }
    return sum
  }
}
