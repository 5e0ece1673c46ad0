/// R@k: the share of the relevant documents that stand among the first k results.
///
///     R@k = (relevant at ranks 1…k) / R
///
/// Source: `trec_eval`'s `recall`.
struct Recall: RankingMeasure {
  static let signature = MeasureSignature(
    name: "R", aliases: ["Recall"], foreignNames: ["recall"],
    summary: "share of the relevant documents among the first k results", cutoff: .required,
    parameters: [.relevant, .judgedOnly])

  private let parameters: MeasureParameters

  init(_ parameters: MeasureParameters) { self.parameters = parameters }

  func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevant(parameters.relevant)
    guard relevant > 0 else { return 0 }
    let hits = ranking.list(for: parameters).relevantHits(parameters)
    return Double(hits.count) / Double(relevant)
  }
}
