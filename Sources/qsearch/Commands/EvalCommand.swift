import QuestionSearch

extension Command {
  /// `qsearch eval`.
  static let eval = Command(
    name: "eval", summary: "measure how well search finds what it should",
    usage: [
      "qsearch eval --self [--index DIR]",
      "qsearch eval COLLECTION… [--measure nDCG@10 …] [--report FILE.html] [--lock LOCK]",
      "qsearch eval --run RUN --qrels QRELS [--measure nDCG@10 …] [--per-query]",
      "qsearch eval --pairs PAIRS [--threshold 0.5] [--report FILE.html]",
      "qsearch eval --check [LOCK]",
    ],
    details: """
      --self asks an index for what it is known to have: its own questions with words left out,
      typing slips, the other spelling, another frame, or words of the answer.

      COLLECTION is a folder of documents, queries and judgments, or a BEIR folder: every system
      that its collection.json names is run, scored, and compared with the first one by a paired
      randomization test. See Docs/collections.md.

      --run scores a TREC run. Measures have the names of ir_measures, values are those of
      trec_eval -c: over all judged queries; results by score as 32-bit float, then by name
      downward; ranks are not looked at.

      --pairs measures duplicate detection over labelled pairs with scores.

      measures, with what each takes:
      \(RunScoring.knownMeasures)
      """,
    flags: [SelfCommand.isSelf, LockCommand.check] + RunScoring.flags + CollectionCommand.flags
      + PairsCommand.flags + SelfCommand.flags.filter { $0 != SelfCommand.isSelf } + [
        .index, .model, .jsonl,
      ],
    exitCodes: [
      (0, "done"), (1, "a figure of --check fell; --self found nothing to ask"),
      (2, "an error; the file and line are named"),
    ],
    run: { context in
      if context.arguments.has(SelfCommand.isSelf) {
        try context.arguments.requireOnly(
          SelfCommand.flags + [.index, .model, .jsonl], with: "--self")
        return try SelfCommand.run(&context)
      }
      if context.arguments.has(LockCommand.check) {
        try context.arguments.requireOnly([LockCommand.check], with: "--check")
        return try LockCommand.run(&context)
      }
      if let code = try PairsCommand.runIfAsked(&context) { return code }
      if let scoring = try RunScoring(context.arguments) {
        try context.arguments.requireNoWords("eval")
        try context.arguments.requireOnly(RunScoring.flags + [.jsonl], with: "--run")
        return try scoring.run(&context)
      }
      guard !context.arguments.words.isEmpty else {
        throw UsageError(
          "write: qsearch eval --self, eval COLLECTION, or eval --run RUN --qrels QRELS")
      }
      try CollectionCommand.requireUse(of: context.arguments)
      return try CollectionCommand.run(
        &context, measures: RunScoring.measures(context.arguments),
        policy: RunScoring.policy(context.arguments))
    })
}
