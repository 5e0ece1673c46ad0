/// Judged@k: the share of the first k results that have a line in the judgments, whatever its
/// grade. Where there are fewer than k results, the share of those; 0 without any.
///
/// Source: `ir_measures`' `Judged`.
struct JudgedShare: RankingMeasure {
  static let signature = MeasureSignature(
    name: "Judged", foreignNames: ["judged"],
    summary: "share of the first k results that have a judgment", cutoff: .optional)

  private let parameters: MeasureParameters

  init(_ parameters: MeasureParameters) { self.parameters = parameters }

  func value(of ranking: JudgedRanking) -> Double {
    let depth = min(parameters.cutoff ?? ranking.retrieved, ranking.retrieved)
    guard depth > 0 else { return 0 }
    return Double(ranking.hits.count { $0.rank <= depth }) / Double(depth)
  }
}
