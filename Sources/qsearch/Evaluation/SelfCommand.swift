import QuestionSearch

/// `qsearch eval --self`: is search good on this bank?
struct SelfCommand {
  static let isSelf = Flag(
    name: "--self", help: "queries with known answers, made from the index itself")
  private static let limit = Flag(
    name: "--limit", value: "N", help: "with --self: queries a kind at the most (200)")
  private static let seed = Flag(
    name: "--seed", value: "N", help: "with --self: another choice (1)")

  /// The options.
  static let flags = [isSelf, limit, seed]

  private struct Figure: Encodable {
    let schema_version = 1
    let kind: String
    let queries: Int
    let measure: String
    let value: Double
    let low: Double
    let high: Double
  }

  static func run(_ context: inout CommandContext) throws -> Int32 {
    try context.arguments.requireNoWords("eval --self")
    let index = try context.openIndex()
    let evaluation = try SelfEvaluation(
      index, ranking: try context.ranking(),
      limit: try context.arguments.number(limit, in: 1...100_000, default: 200),
      seed: UInt64(try context.arguments.number(seed, in: 0...Int.max, default: 1)))
    if context.arguments.has(.jsonl) {
      let encoder = JSONLines()
      for row in evaluation.rows {
        for figure in row.figures {
          try context.output.write(
            encoder.line(
              Figure(
                kind: row.kind.rawValue, queries: row.queryCount, measure: figure.measure,
                value: figure.mean, low: figure.low, high: figure.high)))
        }
      }
    } else {
      try context.output.write(text(evaluation))
    }
    for kind in evaluation.absent {
      context.note("no queries of kind \(kind.rawValue) can be made")
    }
    return evaluation.rows.isEmpty ? 1 : 0
  }

  private static func text(_ evaluation: SelfEvaluation) -> String {
    var rows = [["kind", "queries"] + SelfEvaluation.measures]
    for row in evaluation.rows {
      rows.append(
        [row.kind.rawValue, String(row.queryCount)]
          + row.figures.map {
            "\(Numbers.fixed($0.mean, digits: 3)) (\(Numbers.fixed($0.low, digits: 3))–"
              + "\(Numbers.fixed($0.high, digits: 3)))"
          })
    }
    var text = "known items, seed \(evaluation.seed); in brackets 95 % bootstrap intervals\n\n"
    text += TextTable(rows).text
    let missed = evaluation.rows.filter { !$0.missed.isEmpty }
    if !missed.isEmpty { text += "\nnot among the first ten\n" }
    for row in missed {
      for query in row.missed {
        text += "  \(row.kind.rawValue)  \(Sanitizer.oneLine(query.text))"
        text += "  (\(query.relevant.first ?? ""))\n"
      }
    }
    return text
  }
}
