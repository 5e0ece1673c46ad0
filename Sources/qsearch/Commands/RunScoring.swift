import QuestionSearch

/// `qsearch eval --run`: scores a file of results against a file of judgments.
struct RunScoring {
  private static let runFile = Flag(
    name: "--run", value: "RUN", help: "the results: a TREC run ('-': standard input)")
  private static let judgmentFile = Flag(
    name: "--qrels", value: "QRELS", help: "the judgments: TREC qrels ('-': standard input)")
  private static let measure = Flag(
    name: "--measure", value: "MEASURE",
    help: "a measure, may be given again (AP, nDCG@10, RR, P@10 and R@100)")
  static let perQuery = Flag(name: "--per-query", help: "the figures of each query too")
  private static let ties = Flag(
    name: "--ties", value: "ORDER",
    help: "results of the same score: trec (by name), or the best or worst case")
  private static let missing = Flag(
    name: "--missing", value: "HOW",
    help: "judged queries that the run does not have: count zero, or skip")
  private static let noRelevant = Flag(
    name: "--no-relevant", value: "HOW",
    help: "judged queries without relevant documents: count (as trec_eval), or skip")
  private static let unjudged = Flag(
    name: "--unjudged", value: "HOW",
    help: "results that nobody judged: nonrelevant, or removed before scoring")
  private static let exclude = Flag(
    name: "--exclude", value: "FILE",
    help: "lines 'qid document' that are taken out of run and judgments before scoring")

  /// The options.
  static let flags = [
    runFile, judgmentFile, measure, perQuery, ties, missing, noRelevant, unjudged, exclude,
  ]
  /// Those of them that serve collections too.
  static let common = [measure, perQuery, ties, missing, noRelevant, unjudged]
  /// The measures of a call that names none.
  private static let usualMeasures = ["AP", "nDCG@10", "RR", "P@10", "R@100"]

  /// All measures, one a line.
  static var knownMeasures: String {
    let width = Measure.known.map(\.form.count).max() ?? 0
    return Measure.known.map { form, summary in
      "  " + form + String(repeating: " ", count: width - form.count + 2) + summary
    }.joined(separator: "\n")
  }

  private let runPath: String
  private let judgmentPath: String
  private let excludePath: String?
  private let measures: [Measure]
  private let policy: ScoringPolicy
  private let showsQueries: Bool

  /// What the options ask for; nil where they name no run.
  init?(_ arguments: ParsedArguments) throws {
    guard let run = arguments.value(Self.runFile) else { return nil }
    guard let judgments = arguments.value(Self.judgmentFile) else {
      throw UsageError("--run needs judgments: qsearch eval --run RUN --qrels QRELS")
    }
    runPath = run
    judgmentPath = judgments
    excludePath = arguments.value(Self.exclude)
    guard [run, judgments, excludePath].count(where: { $0 == "-" }) < 2 else {
      throw UsageError("only one file can come from standard input")
    }
    let named = try Self.measures(arguments)
    measures = try named.isEmpty ? Self.usualMeasures.map { try Measure($0) } : named
    policy = try Self.policy(arguments)
    showsQueries = arguments.has(Self.perQuery)
  }

  /// The measures that the options name.
  static func measures(_ arguments: ParsedArguments) throws -> [Measure] {
    try arguments.values(measure).map { try Measure($0) }
  }

  /// What the options leave to choose.
  static func policy(_ arguments: ParsedArguments) throws -> ScoringPolicy {
    ScoringPolicy(
      ties: try arguments.choice(ties, default: .trec),
      missing: try arguments.choice(missing, default: .zero),
      noRelevant: try arguments.choice(noRelevant, default: .count),
      unjudged: try arguments.choice(unjudged, default: .nonrelevant))
  }

  /// Scores the run and writes the figures.
  func run(_ context: inout CommandContext) throws -> Int32 {
    let judgments =
      try judgmentPath == "-"
      ? Judgments.parse(StandardInput.read(), file: "-") : Judgments.read(judgmentPath)
    let results =
      try runPath == "-" ? Run.parse(StandardInput.read(), file: "-") : Run.read(runPath)
    var evaluator = Evaluator(measures: measures, policy: policy)
    if let path = excludePath {
      evaluator.exclusions =
        try path == "-"
        ? Exclusions.parse(StandardInput.read(), file: "-") : Exclusions.read(path)
    }
    let table = try evaluator.evaluate(results, judgments)
    let printer = ScoreTablePrinter(table)
    if context.arguments.has(.jsonl) {
      try printer.writeJSON(perQuery: showsQueries) { try context.output.write($0) }
    } else {
      try context.output.write(printer.text(perQuery: showsQueries))
    }
    for note in printer.notes { context.note(note) }
    return 0
  }
}
