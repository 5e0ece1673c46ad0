import QuestionSearch

/// `qsearch eval COLLECTION…`: runs systems on collections of queries and judgments.
struct CollectionCommand {
  private static let part = Flag(
    name: "--part", value: "PART",
    help: "with COLLECTION: development, test or all queries (development, where there is a split)")
  private static let changes = Flag(
    name: "--changes", value: "N",
    help: "with COLLECTION: the N queries that changed most, with both rankings")
  private static let absent = Flag(
    name: "--absent", value: "HOW",
    help: "judgments of documents that are not there: error, or count (as never found)")
  private static let correction = Flag(
    name: "--correction", value: "HOW",
    help: "of p-values: holm (the default), benjamini-hochberg or none")
  private static let test = Flag(
    name: "--test", value: "TEST", help: "randomization (the default) or t")
  static let report = Flag(
    name: "--report", value: "FILE.html",
    help: "with COLLECTION or --pairs: write a page with tables and plots")
  private static let lock = Flag(
    name: "--lock", value: "LOCK", help: "with COLLECTION: keep the figures in this file")
  private static let tune = Flag(
    name: "--tune", value: "GRID",
    help: "with COLLECTION: cross-validate, as 'k1=0.6|0.9|1.2,b=0.4|0.75'")
  private static let system = Flag(
    name: "--system", value: "NAME", help: "the system to tune (the baseline)")
  private static let folds = Flag(
    name: "--folds", value: "K", help: "folds of the cross-validation (5)")
  private static let coordinate = Flag(
    name: "--coordinate", help: "tune one parameter after another instead of the whole grid")

  /// The options.
  static let flags = [
    part, changes, absent, correction, test, report, lock, tune, system, folds, coordinate,
  ]

  /// Refuses options that nothing would come of.
  static func requireUse(of arguments: ParsedArguments) throws {
    try arguments.requireOnly(flags + RunScoring.common + [.jsonl], with: "COLLECTION")
    if arguments.has(tune) {
      try arguments.requireOnly(
        [tune, system, folds, coordinate, report] + RunScoring.common, with: "--tune")
    } else if let flag = [system, folds, coordinate].first(where: arguments.has) {
      throw UsageError("\(flag.name) goes with --tune")
    }
    if arguments.has(RunScoring.perQuery), !arguments.has(.jsonl) {
      throw UsageError("--per-query of a collection is for --jsonl; --changes shows queries")
    }
    if arguments.has(.jsonl), arguments.has(changes) {
      throw UsageError("--changes does not go with --jsonl")
    }
    if let path = arguments.value(report), path == arguments.value(lock) {
      throw UsageError("--report and --lock name the same file")
    }
  }

  /// Evaluates the collections that the words name.
  static func run(_ context: inout CommandContext, measures: [Measure], policy: ScoringPolicy)
    throws -> Int32
  {
    let arguments = context.arguments
    var held = EvaluationLock()
    let lockPath = arguments.value(lock)
    if let lockPath { held = try EvaluationLock.readIfPresent(lockPath) }
    var evaluations: [CollectionEvaluation] = []
    var tunings: [CollectionTuning] = []
    for path in arguments.words {
      let collection = try EvaluationCollection.open(path)
      var options = CollectionEvaluation.Options()
      options.measures = measures
      options.policy = policy
      options.absent = try arguments.choice(absent, default: .refused)
      options.part = try arguments.choice(
        part, default: collection.isSplit ? .development : .all)
      options.comparison.correction = try arguments.choice(correction, default: .holm)
      options.comparison.test = try arguments.choice(test, default: .randomization)
      if let grid = arguments.value(tune) {
        tunings.append(
          try TuningCommand.run(
            &context, collection, options, grid: grid, system: arguments.value(system),
            folds: arguments.number(folds, in: 2...1000, default: 5),
            isCoordinate: arguments.has(coordinate)))
        continue
      }
      let evaluation = try CollectionEvaluation(collection, options: options)
      try write(evaluation, &context)
      if let lockPath { held.record(evaluation, lock: lockPath) }
      evaluations.append(evaluation)
    }
    if let lockPath { try UserFile.write(try held.encoded(), to: lockPath) }
    if let path = arguments.value(report) {
      try UserFile.write(Array(EvaluationReport(evaluations, tunings: tunings).html.utf8), to: path)
    }
    return 0
  }

  private static func write(
    _ evaluation: CollectionEvaluation, _ context: inout CommandContext
  ) throws {
    let printer = CollectionPrinter(evaluation)
    if context.arguments.has(.jsonl) {
      let perQuery = context.arguments.has(RunScoring.perQuery)
      try printer.writeJSON(perQuery: perQuery) { try context.output.write($0) }
    } else {
      try context.output.write(printer.text)
      let count = try context.arguments.number(changes, in: 1...1000, default: 0)
      if count > 0 { try context.output.write(printer.changes(limit: count)) }
    }
    for note in printer.notes { context.note(note) }
  }
}
