/// All measures. A new one is a file and a line here.
enum MeasureRegistry {
  static let all: [any RankingMeasure.Type] = [
    AveragePrecision.self, ReciprocalRank.self, Precision.self, Recall.self,
    NormalizedDiscountedGain.self, RPrecision.self, BinaryPreference.self, Success.self,
    JudgedShare.self, ExpectedReciprocalRank.self, RankBiasedPrecision.self,
  ]

  /// The measure of that name, letters as `ir_measures` has them.
  static func measure(named name: String) -> (any RankingMeasure.Type)? {
    all.first { $0.signature.name == name || $0.signature.aliases.contains(name) }
  }

  /// What was probably meant by a name that is none: another program's name for a measure, or the
  /// nearest name.
  static func suggestion(for name: String) -> String? {
    // `ndcg_cut_10`, `P.5`, `mrr10`: a name with its cutoff.
    let tail = name.reversed().prefix { ("0"..."9").contains($0) }.count
    let digits = String(name.suffix(tail))
    var stem = String(name.dropLast(tail))
    if let last = stem.last, "_.@-".contains(last), !digits.isEmpty { stem.removeLast() }
    let cutoff = Int(digits).map { "@\($0)" } ?? ""
    func named(_ measure: any RankingMeasure.Type) -> String {
      let signature = measure.signature
      return signature.name + (cutoff.isEmpty && signature.cutoff == .required ? "@10" : cutoff)
    }
    let lower = stem.lowercased()
    for measure in all {
      let signature = measure.signature
      let names = [signature.name] + signature.aliases + signature.foreignNames
      if names.contains(where: { $0.lowercased() == lower }) { return named(measure) }
    }
    let near = all.map { ($0, EditDistance.between(lower, $0.signature.name.lowercased())) }
    guard let best = near.min(by: { $0.1 < $1.1 }), best.1 <= max(1, lower.count / 2) else {
      return nil
    }
    return named(best.0)
  }
}
