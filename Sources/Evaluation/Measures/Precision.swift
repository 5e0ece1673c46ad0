/// P@k: the share of relevant results among the first k. Where there are fewer than k results the
/// missing ones count as not relevant.
///
///     P@k = (relevant at ranks 1…k) / k
///
/// Source: `trec_eval`'s `P`.
struct Precision: RankingMeasure {
  static let signature = MeasureSignature(
    name: "P", aliases: ["Precision"], foreignNames: ["P", "precision"],
    summary: "share of relevant results among the first k", cutoff: .required,
    parameters: [.relevant, .judgedOnly])

  private let parameters: MeasureParameters

  init(_ parameters: MeasureParameters) { self.parameters = parameters }

  func value(of ranking: JudgedRanking) -> Double {
    guard let cutoff = parameters.cutoff else { return 0 }
    let hits = ranking.list(for: parameters).relevantHits(parameters)
    return Double(hits.count) / Double(cutoff)
  }
}
