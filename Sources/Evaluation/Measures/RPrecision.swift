/// Rprec: the precision at rank R, the number of relevant documents.
///
///     Rprec = (relevant at ranks 1…R) / R
///
/// Source: `trec_eval`'s `Rprec`.
struct RPrecision: RankingMeasure {
  static let signature = MeasureSignature(
    name: "Rprec", aliases: ["RPrec"], foreignNames: ["r_prec"],
    summary: "precision at the number of relevant documents", cutoff: .none,
    parameters: [.relevant, .judgedOnly])

  private let parameters: MeasureParameters

  init(_ parameters: MeasureParameters) { self.parameters = parameters }

  func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevant(parameters.relevant)
    guard relevant > 0 else { return 0 }
    let found = ranking.list(for: parameters).relevantHits(parameters)
      .prefix { $0.rank <= relevant }
    return Double(found.count) / Double(relevant)
  }
}
