/// A measure of retrieval quality by its name in `ir_measures`: `AP`, `nDCG@10`, `P(rel=2)@5`.
///
/// A measure gives one number for each query, from 0 to 1; its mean over queries is the figure of a
/// run.
public struct Measure: Sendable, Hashable, CustomStringConvertible {
  /// The canonical name: parameters that have their usual value are left out.
  public let name: String
  /// The last rank that counts; nil: all ranks.
  public let cutoff: Int?
  /// The highest grade that the measure is made for; nil: any.
  let highestGrade: Int?
  private let formula: any RankingMeasure

  /// The canonical name.
  public var description: String { name }

  /// Reads a measure: a name, parameters in parentheses, a cutoff behind `@`.
  ///
  /// - Throws: `EvaluationError.measure`, with the nearest name where there is no such measure.
  public init(_ text: String) throws(EvaluationError) {
    do throws(MeasureParser.Refusal) {
      let (type, parameters) = try MeasureParser.parse(text)
      name = parameters.name(of: type.signature)
      cutoff = parameters.cutoff
      // 2^52 − 1 is the last gain that is a whole number of its own.
      highestGrade =
        parameters.gain == .exponential ? 52 : type.signature.highestGrade
      formula = type.init(parameters)
    } catch {
      throw .measure(name: EvaluationError.brief(text), reason: error.reason)
    }
  }

  /// The value for one query's results.
  func value(of ranking: JudgedRanking) -> Double { formula.value(of: ranking) }

  /// Two measures are one where their canonical names are.
  public static func == (left: Measure, right: Measure) -> Bool { left.name == right.name }

  /// Feeds the canonical name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// Every known measure: how it is written and what it tells.
  public static var known: [(form: String, summary: String)] {
    MeasureRegistry.all.map { ($0.signature.form, $0.signature.summary) }
  }
}
