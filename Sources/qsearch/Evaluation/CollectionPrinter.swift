import QuestionSearch

/// Shows what came of a collection: means by system and measure, comparisons, means by type.
struct CollectionPrinter {
  private struct Figure: Encodable {
    let schema_version = 1
    let collection: String
    let part: String
    let system: String
    let query: String
    let measure: String
    let value: Double
  }

  private let evaluation: CollectionEvaluation

  init(_ evaluation: CollectionEvaluation) { self.evaluation = evaluation }

  /// A JSON object a figure: those of queries where they are asked for, means under the query
  /// `all`, means by type under `type:NAME`.
  func writeJSON(perQuery: Bool, _ write: ([UInt8]) throws -> Void) throws {
    let encoder = JSONLines()
    for result in evaluation.results {
      func figure(_ query: String, _ measure: String, _ value: Double) throws {
        try write(
          encoder.line(
            Figure(
              collection: evaluation.collection.description.name,
              part: evaluation.options.part.rawValue, system: result.name, query: query,
              measure: measure, value: value)))
      }
      for (row, query) in result.scores.queries.enumerated() where perQuery {
        for (index, measure) in evaluation.measures.enumerated() {
          try figure(query, measure.name, result.scores.value(query: row, measure: index))
        }
      }
      for (index, measure) in evaluation.measures.enumerated() {
        try figure("all", measure.name, result.scores.mean(ofMeasure: index))
      }
      try figure("all", "NumQ", Double(result.scores.queries.count))
      for row in result.scores.meansByType() {
        for (index, measure) in evaluation.measures.enumerated() {
          try figure("type:\(row.type)", measure.name, row.means[index])
        }
      }
    }
  }

  /// The tables.
  var text: String {
    let collection = evaluation.collection.description
    let part = evaluation.options.part
    let count = evaluation.results.first?.scores.queries.count ?? 0
    var text = Sanitizer.oneLine(collection.title ?? collection.name)
    text += " (\(count) judged queries\(part == .all ? "" : ", \(part.rawValue) part"))\n\n"
    text += TextTable(systemRows).text
    if let comparisons = evaluation.comparisons { text += "\n" + self.text(of: comparisons) }
    let types = typeRows
    if types.count > 1 {
      text += "\n\(evaluation.measures[0].name) by type of query\n" + TextTable(types).text
    }
    return text
  }

  private var systemRows: [[String]] {
    [["system"] + evaluation.measures.map(\.name) + ["unjudged"]]
      + evaluation.results.map { result in
        [Sanitizer.oneLine(result.name)]
          + evaluation.measures.indices.map {
            Numbers.fixed(result.scores.mean(ofMeasure: $0), digits: 4)
          } + [unjudged(result.scores)]
      }
  }

  /// The share of unjudged results at the first measure's cutoff.
  private func unjudged(_ scores: ScoreTable) -> String {
    guard
      let index = evaluation.measures.indices.first(where: {
        scores.unjudgedShare(ofMeasure: $0) != nil
      }), let share = scores.unjudgedShare(ofMeasure: index)
    else { return "" }
    return Numbers.fixed(100 * share, digits: 1) + " %"
  }

  private func text(of family: ComparisonFamily) -> String {
    guard let first = family.comparisons.first else { return "" }
    let test = family.options.test == .randomization ? "paired randomization" : "paired t"
    var rows = [
      [
        "beside \(Sanitizer.oneLine(first.baseline))", "difference", "95 %", "p", "won tied lost",
        "verdict",
      ]
    ]
    for comparison in family.comparisons {
      let interval = comparison.effect.meanInterval.map {
        "\(Numbers.signed($0.low)) to \(Numbers.signed($0.high))"
      }
      let counts = comparison.winsTiesLosses
      rows.append([
        Sanitizer.oneLine(comparison.system), Numbers.signed(comparison.effect.mean),
        interval ?? "", Numbers.fixed(comparison.adjustedProbability, digits: 4),
        "\(counts.wins) \(counts.ties) \(counts.losses)", comparison.verdict.description,
      ])
    }
    return "\(first.measure), \(test) test, \(family.statement)\n" + TextTable(rows).text
  }

  private var typeRows: [[String]] {
    let columns = evaluation.results.map { $0.scores.meansByType() }
    guard let types = columns.first else { return [] }
    return [["type", "queries"] + evaluation.results.map { Sanitizer.oneLine($0.name) }]
      + types.indices.map { row in
        [Sanitizer.oneLine(types[row].type), String(types[row].queries)]
          + columns.map { Numbers.fixed($0[row].means[0], digits: 4) }
      }
  }

  /// The queries that changed most beside the baseline, with the first results of both systems.
  func changes(limit: Int) -> String {
    guard let family = evaluation.comparisons else { return "" }
    let texts = Dictionary(
      evaluation.collection.queries.map { ($0.id, $0.text) },
      uniquingKeysWith: { first, _ in first })
    var text = ""
    for comparison in family.comparisons {
      for change in comparison.differences.mostChanged(limit: limit) where change.difference != 0 {
        text += "\n\(Sanitizer.oneLine(change.query)) "
        text += Sanitizer.oneLine(texts[change.query] ?? "")
        text += "\n" + TextTable(sideBySide(change, comparison)).text
      }
    }
    return text
  }

  private func sideBySide(_ change: QueryChange, _ comparison: Comparison) -> [[String]] {
    func column(_ system: String) -> [String] {
      guard let result = evaluation.result(named: system) else { return [] }
      return evaluation.ranking(of: change.query, by: result).prefix(10).map { result in
        "\(result.document) \(result.grade.map { String($0) } ?? "-")"
      }
    }
    let left = column(comparison.baseline)
    let right = column(comparison.system)
    let head = [
      "rank", "\(comparison.baseline) \(Numbers.fixed(change.baseline, digits: 4))",
      "\(comparison.system) \(Numbers.fixed(change.system, digits: 4))",
    ]
    return [head.map(Sanitizer.oneLine)]
      + (0..<max(left.count, right.count)).map { row in
        [
          String(row + 1), row < left.count ? Sanitizer.oneLine(left[row]) : "",
          row < right.count ? Sanitizer.oneLine(right[row]) : "",
        ]
      }
  }

  /// What to know beside the figures.
  var notes: [String] {
    var notes: [String] = []
    if evaluation.absentJudgments > 0 {
      notes.append("\(evaluation.absentJudgments) judgments name documents that are not there")
    }
    // What is the same for all systems is said once.
    let own = evaluation.results.map { ScoreTablePrinter($0.scores).notes }
    if let common = own.first, own.allSatisfy({ $0 == common }) { return notes + common }
    for (result, lines) in zip(evaluation.results, own) {
      notes += lines.map { "\(result.name): \($0)" }
    }
    return notes
  }
}
