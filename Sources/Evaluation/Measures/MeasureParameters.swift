/// The values of a measure's parameters.
struct MeasureParameters: Sendable, Hashable {
  /// How nDCG makes gains from grades.
  enum Gain: String, Sendable {
    /// The grade itself, as `trec_eval` (Järvelin and Kekäläinen 2002).
    case grade = "log2"
    /// 2^grade − 1 (Burges et al. 2005).
    case exponential = "exp-log2"
  }

  /// The last rank that counts; nil: all ranks.
  var cutoff: Int?
  /// The lowest grade that is relevant, where it is given.
  var givenRelevant: Int?
  /// The lowest grade that is relevant.
  var relevant: Int { givenRelevant ?? 1 }
  /// Whether results without judgments are passed over.
  var judgedOnly = false
  /// The gains of nDCG.
  var gain = Gain.grade
  /// The persistence of RBP.
  var persistence = 0.8

  /// Whether a result at `rank` counts, from 1.
  func reaches(_ rank: Int) -> Bool { cutoff.map { rank <= $0 } ?? true }

  /// The canonical way to write the measure `name` with these parameters: what has its usual value
  /// is left out.
  func name(of signature: MeasureSignature) -> String {
    let usual = MeasureParameters()
    let inside = signature.parameters.compactMap { parameter -> String? in
      switch parameter {
      case .relevant:
        return givenRelevant == 1 && !signature.namesLevel ? nil : givenRelevant.map { "rel=\($0)" }
      case .judgedOnly: return judgedOnly ? "judged_only=True" : nil
      case .discountedGain: return gain == usual.gain ? nil : "dcg='\(gain.rawValue)'"
      case .persistence: return persistence == usual.persistence ? nil : "p=\(persistence)"
      }
    }
    let parentheses = inside.isEmpty ? "" : "(" + inside.joined(separator: ",") + ")"
    return signature.name + parentheses + (cutoff.map { "@\($0)" } ?? "")
  }
}
