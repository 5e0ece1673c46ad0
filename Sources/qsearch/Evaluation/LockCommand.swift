import QuestionSearch

/// `qsearch eval --check`: do the figures of a lock file still hold?
struct LockCommand {
  static let check = Flag(
    name: "--check", help: "evaluate the collections of the lock file; exit 1 where a figure fell")

  /// Where the lock file is if nothing is said.
  static let usualPath = "Eval/lock.json"

  static func run(_ context: inout CommandContext) throws -> Int32 {
    guard context.arguments.words.count <= 1 else {
      throw UsageError("write: qsearch eval --check [LOCK]")
    }
    let path = context.arguments.words.first ?? usualPath
    let lock = try EvaluationLock.read(path)
    var failures = 0
    var figures = 0
    for entry in lock.entries {
      let place = EvaluationLock.folder(of: entry, lock: path)
      let evaluation = try CollectionEvaluation(
        try EvaluationCollection.open(place), options: try EvaluationLock.options(of: entry))
      for difference in EvaluationLock.differences(entry, evaluation) {
        if difference.isFailure { failures += 1 }
        try context.output.write(
          (difference.isFailure ? "FELL  " : "note  ") + Sanitizer.oneLine(difference.description)
            + "\n")
      }
      figures += entry.systems.reduce(0) { $0 + $1.figures.count }
    }
    context.note(
      failures == 0
        ? "\(figures) figures of \(lock.entries.count) collections hold"
        : "\(failures) of \(figures) figures do not hold; mend the cause, or write the lock again")
    return failures == 0 ? 0 : 1
  }
}
