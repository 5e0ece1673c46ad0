import QuestionSearch

/// `qsearch eval --pairs FILE`: measures of duplicate detection over labelled pairs with scores.
struct PairsCommand {
  private static let pairs = Flag(
    name: "--pairs", value: "PAIRS",
    help: "labelled pairs with scores: columns id_a, id_b, label and score by their heading")
  private static let threshold = Flag(
    name: "--threshold", value: "P", help: "with --pairs: at this score and above (0.5)")

  /// The options.
  static let flags = [pairs, threshold]

  private struct Figure: Encodable {
    let schema_version = 1
    let measure: String
    let value: Double
  }

  /// Nil where the options name no pairs.
  static func runIfAsked(_ context: inout CommandContext) throws -> Int32? {
    guard let path = context.arguments.value(pairs) else { return nil }
    try context.arguments.requireNoWords("eval --pairs")
    try context.arguments.requireOnly(
      flags + [CollectionCommand.report, .jsonl], with: "--pairs")
    let report = context.arguments.value(CollectionCommand.report)
    guard report != path else { throw UsageError("--pairs and --report name the same file") }
    let text = context.arguments.value(threshold) ?? "0.5"
    guard let threshold = Double(text), threshold.isFinite else {
      throw UsageError("--threshold takes a number, not '\(Sanitizer.brief(text))'")
    }
    let evaluation = try PairEvaluation(path: path, threshold: threshold)
    if context.arguments.has(.jsonl) {
      let encoder = JSONLines()
      for (measure, value) in evaluation.figures {
        try context.output.write(encoder.line(Figure(measure: measure, value: value)))
      }
    } else {
      let rows = evaluation.figures.map { measure, value in
        [measure, Numbers.fixed(value, digits: 4)]
      }
      try context.output.write(TextTable(rows).text)
    }
    if let report {
      try UserFile.write(Array(EvaluationReport(pairs: [evaluation]).html.utf8), to: report)
    }
    return 0
  }
}
