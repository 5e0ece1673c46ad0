import QuestionSearch

extension Command {
  /// `qsearch eval`.
  static let eval = Command(
    name: "eval", summary: "score a TREC run against judgments",
    usage: ["qsearch eval --run RUN --qrels QRELS [--measure nDCG@10 …] [--per-query]"],
    details: """
      Measures by the names of ir_measures, values as trec_eval -c has them: over all judged
      queries; results by score as 32-bit float, then by name downward; ranks are not looked at.

      measures, with what each takes:
      \(RunScoring.knownMeasures)
      """,
    flags: RunScoring.flags + [.jsonl],
    exitCodes: [(0, "the run was scored"), (2, "an error; the line is named")],
    run: { context in
      try context.arguments.requireNoWords("eval")
      guard let scoring = try RunScoring(context.arguments) else {
        throw UsageError("write: qsearch eval --run RUN --qrels QRELS")
      }
      return try scoring.run(&context)
    })
}
