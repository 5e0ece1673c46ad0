/// Bpref: how seldom a document judged not relevant stands before a relevant one; documents that
/// nobody judged do not count.
///
///     Bpref = 1/R · Σ_{relevant r} (1 − min(n(r), R) / min(N, R))
///
/// n(r) is the number of documents judged not relevant before r, N that of all of them. Source:
/// Buckley and Voorhees 2004, "Retrieval evaluation with incomplete information", in the form of
/// `trec_eval`'s `bpref`.
struct BinaryPreference: RankingMeasure {
  static let signature = MeasureSignature(
    name: "Bpref", aliases: ["BPref"], foreignNames: ["bpref"],
    summary: "how seldom a judged document that is not relevant comes first", cutoff: .none,
    parameters: [.relevant])

  private let parameters: MeasureParameters

  init(_ parameters: MeasureParameters) { self.parameters = parameters }

  func value(of ranking: JudgedRanking) -> Double {
    let relevant = ranking.relevant(parameters.relevant)
    guard relevant > 0 else { return 0 }
    let bound = min(ranking.grades.count - relevant, relevant)
    var before = 0
    var sum = 0.0
    for hit in ranking.hits where hit.grade >= 0 {
      if hit.grade < parameters.relevant {
        before += 1
      } else {
        sum += before == 0 ? 1 : 1 - Double(min(before, relevant)) / Double(bound)
      }
    }
    return sum / Double(relevant)
  }
}
