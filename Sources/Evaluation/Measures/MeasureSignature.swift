/// How a measure is named and what it takes, in the way of `ir_measures`.
struct MeasureSignature: Sendable {
  /// Whether a measure is taken at a rank, as in `P@10`.
  enum Cutoff: Sendable {
    case required, optional, none
  }

  /// A parameter in parentheses, and the value that it has where it is not given.
  enum Parameter: Sendable, Hashable {
    /// The lowest grade that is relevant; 1.
    case relevant
    /// Whether results without judgments are passed over; false.
    case judgedOnly
    /// The gains of nDCG: `log2` or `exp-log2`.
    case discountedGain
    /// The persistence of RBP; 0.8.
    case persistence

    /// Its name in parentheses.
    var name: String {
      switch self {
      case .relevant: return "rel"
      case .judgedOnly: return "judged_only"
      case .discountedGain: return "dcg"
      case .persistence: return "p"
      }
    }
  }

  /// The name, as in `nDCG`.
  let name: String
  /// Other names by which `ir_measures` knows it.
  var aliases: [String] = []
  /// Names of other programs, for hints only.
  var foreignNames: [String] = []
  /// One line for lists of measures.
  let summary: String
  let cutoff: Cutoff
  var parameters: [Parameter] = []
  /// Whether `rel=1` stays in the name: without it `ir_measures` means something else.
  var namesLevel = false
  /// The highest grade that the measure is made for.
  var highestGrade: Int?

  /// How it is written, with every parameter.
  var form: String {
    let inside = parameters.map(\.name).joined(separator: ", ")
    let rank = cutoff == .required ? "@k" : cutoff == .optional ? "[@k]" : ""
    return name + (inside.isEmpty ? "" : "(\(inside))") + rank
  }
}
