/// AP: the mean, over all relevant documents, of the precision at the rank of each; those not found
/// count 0.
///
///     AP = 1/R · Σ_{relevant at rank i} (relevant at ranks 1…i) / i
///
/// R is the number of relevant documents, also with a cutoff. Source: Buckley and Voorhees 2005,
/// "Retrieval system evaluation"; `trec_eval`'s `map` and `map_cut`.
struct AveragePrecision: RankingMeasure {
  static let signature = MeasureSignature(
    name: "AP", aliases: ["MAP"], foreignNames: ["map", "map_cut"],
    summary: "average precision over the relevant documents", cutoff: .optional,
    parameters: [.relevant, .judgedOnly])

  private let parameters: MeasureParameters

  init(_ parameters: MeasureParameters) { self.parameters = parameters }

  func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevant(parameters.relevant)
    guard relevant > 0 else { return 0 }
    var sum = 0.0
    let hits = ranking.list(for: parameters).relevantHits(parameters)
    for (index, hit) in hits.enumerated() { sum += Double(index + 1) / Double(hit.rank) }
    return sum / Double(relevant)
  }
}
