import Evaluation

/// Evaluations as one page without other files: tables, and plots as SVG. Text of queries and names
/// is text: what looks like markup is shown.
public struct EvaluationReport: Sendable {
  private let evaluations: [CollectionEvaluation]
  private let tunings: [CollectionTuning]
  private let pairs: [PairEvaluation]

  /// A page about evaluations, tunings and pairs, in their order.
  public init(
    _ evaluations: [CollectionEvaluation] = [], tunings: [CollectionTuning] = [],
    pairs: [PairEvaluation] = []
  ) {
    self.evaluations = evaluations
    self.tunings = tunings
    self.pairs = pairs
  }

  /// The page. The same figures give the same bytes.
  public var html: String {
    var page = HTMLText()
    page.raw(Self.head)
    for evaluation in evaluations { write(evaluation, to: &page) }
    for tuning in tunings { write(tuning, to: &page) }
    for evaluation in pairs { write(evaluation, to: &page) }
    page.raw("</main>\n</html>\n")
    return page.output
  }

  private func write(_ evaluation: CollectionEvaluation, to page: inout HTMLText) {
    let collection = evaluation.collection.description
    let count = evaluation.results.first?.scores.queries.count ?? 0
    page.element("h2", collection.title ?? collection.name)
    page.element(
      "p",
      "\(count) judged queries, part \(evaluation.options.part.rawValue); ties "
        + "\(evaluation.options.policy.ties.rawValue), missing queries "
        + "\(evaluation.options.policy.missing.rawValue), queries without relevant documents "
        + "\(evaluation.options.policy.noRelevant.rawValue), unjudged documents "
        + "\(evaluation.options.policy.unjudged.rawValue).")
    page.table(
      "Means over queries", head: ["system"] + evaluation.measures.map(\.name) + ["is"],
      rows: evaluation.results.map { result in
        [result.name]
          + evaluation.measures.indices.map { Self.four(result.scores.mean(ofMeasure: $0)) }
          + [result.details]
      })
    page.figure(RecallPlot.plot(evaluation).svg)
    if let family = evaluation.comparisons { write(family, to: &page) }
    writeTypes(evaluation, to: &page)
    page.table(
      "Inputs", head: ["file", "hash"],
      rows: evaluation.inputs.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
  }

  private func write(_ family: ComparisonFamily, to page: inout HTMLText) {
    guard let first = family.comparisons.first else { return }
    page.table(
      "\(first.measure) beside \(first.baseline); \(family.statement)",
      head: ["system", "difference", "95 % interval", "p", "won", "tied", "lost", "verdict"],
      rows: family.comparisons.map { comparison in
        let interval = comparison.effect.meanInterval
        let counts = comparison.winsTiesLosses
        return [
          comparison.system, Self.four(comparison.effect.mean),
          interval.map { "\(Self.four($0.low)) to \(Self.four($0.high))" } ?? "",
          Self.four(comparison.adjustedProbability), String(counts.wins), String(counts.ties),
          String(counts.losses), comparison.verdict.description,
        ]
      })
    for comparison in family.comparisons where comparison.queryCount <= BarPlot.largestCount {
      page.figure(BarPlot.differences(of: comparison).svg)
    }
  }

  private func writeTypes(_ evaluation: CollectionEvaluation, to page: inout HTMLText) {
    let columns = evaluation.results.map { $0.scores.meansByType() }
    guard let types = columns.first, !types.isEmpty, let measure = evaluation.measures.first else {
      return
    }
    page.table(
      "\(measure.name) by type of query",
      head: ["type", "queries"] + evaluation.results.map(\.name),
      rows: types.indices.map { row in
        [types[row].type, String(types[row].queries)] + columns.map { Self.four($0[row].means[0]) }
      })
  }

  private func write(_ tuning: CollectionTuning, to page: inout HTMLText) {
    let result = tuning.result
    page.element("h2", "Tuning of \(tuning.systemName) by \(tuning.measure.name)")
    page.element(
      "p",
      "Held out \(Self.four(result.heldOutMean)), first values of the grid "
        + "\(Self.four(result.defaults.mean)), the system as it is "
        + "\(Self.four(tuning.configuredMean)); "
        + "chosen on all queries: \(result.chosen.configuration).")
    page.table(
      "Folds",
      head: ["fold", "queries", "chosen on the others", "there", "held out", "first values"],
      rows: result.folds.enumerated().map { number, fold in
        [
          String(number + 1), String(fold.queries.count), fold.chosen.description,
          Self.four(fold.trainingMean), Self.four(fold.heldOutMean), Self.four(fold.defaultMean),
        ]
      })
    let names = result.chosen.configuration.parameters.map(\.name)
    if names.count >= 2,
      let map = result.heatMap(columns: names[0], rows: names[1], measure: tuning.measure.name)
    {
      page.figure(map.svg)
    } else if let name = names.first,
      let curve = result.curve(of: name, measure: tuning.measure.name)
    {
      page.figure(curve.svg)
    }
  }

  /// A figure with four digits.
  static func four(_ value: Double) -> String {
    let scaled = (abs(value) * 10_000).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let digits = String(Int(scaled) % 10_000)
    let zeros = String(repeating: "0", count: 4 - digits.count)
    return (value < 0 && scaled > 0 ? "−" : "") + "\(Int(scaled) / 10_000).\(zeros)\(digits)"
  }
}
