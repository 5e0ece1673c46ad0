/// RR: one over the rank of the first relevant result, 0 without one.
///
/// Source: Voorhees 1999, "The TREC-8 question answering track report"; `trec_eval`'s `recip_rank`.
struct ReciprocalRank: RankingMeasure {
  static let signature = MeasureSignature(
    name: "RR", aliases: ["MRR"], foreignNames: ["recip_rank", "mrr"],
    summary: "one over the rank of the first relevant result", cutoff: .optional,
    parameters: [.relevant, .judgedOnly])

  private let parameters: MeasureParameters

  init(_ parameters: MeasureParameters) { self.parameters = parameters }

  func value(of ranking: JudgedRanking) -> Double {
    let first = ranking.list(for: parameters).hits.first { $0.grade >= parameters.relevant }
    guard let first, parameters.reaches(first.rank) else { return 0 }
    return 1 / Double(first.rank)
  }
}
