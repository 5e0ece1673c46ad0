/// Success@k: 1 where a relevant result stands among the first k, 0 otherwise.
///
/// Source: Tomlinson's measure in `trec_eval`, `success`.
struct Success: RankingMeasure {
  static let signature = MeasureSignature(
    name: "Success", foreignNames: ["success", "hit", "hits"],
    summary: "whether a relevant result stands among the first k", cutoff: .required,
    parameters: [.relevant, .judgedOnly])

  private let parameters: MeasureParameters

  init(_ parameters: MeasureParameters) { self.parameters = parameters }

  func value(of ranking: JudgedRanking) -> Double {
    ranking.list(for: parameters).relevantHits(parameters).isEmpty ? 0 : 1
  }
}
