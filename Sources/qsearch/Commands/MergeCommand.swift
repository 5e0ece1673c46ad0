import QuestionSearch

extension Command {
  /// `qsearch merge`.
  static let merge = Command(
    name: "merge", summary: "make one bank of several, without losing anything",
    usage: [
      "qsearch merge BANK… --output OUT [--write]",
      "qsearch merge BANK… --account",
    ],
    details: """
      Prints what would be kept, joined and united, which answers contradict each other, and what
      only looks alike and stays apart. With --write OUT is written, by its suffix as Markdown
      (.md), a table (.csv) or lines of JSON (.jsonl). Each question keeps all that it was made of:
      other wordings, answers, tags and places, in comments or columns that are read again; 'qsearch
      blame OUT' shows them. Merging the outcome again changes nothing. An OUT that is there is
      replaced only if it is one of the banks; 'qsearch undo' brings it back.
      --account says for each question where it went and checks that none is lost.
      """,
    flags: MergeFlags.all + [.jsonl],
    exitCodes: [(0, "done"), (1, "a check fails: --account found a loss"), (2, "an error")],
    run: { try MergeRunner.run(&$0) })
}

enum MergeFlags {
  static let output = Flag(
    name: "--output", value: "OUT", help: "the merged bank: .md, .csv, .jsonl")
  static let write = Flag(name: "--write", help: "write it; without, only the plan is shown")
  static let protect = Flag(
    name: "--protect", value: "BANK", help: "this bank stays as it is; only others are trimmed")
  static let threshold = Flag(
    name: "--threshold", value: "P", help: "join what is the same with this probability (0.9)")
  static let decisions = Flag(
    name: "--decisions", value: "FILE",
    help: "what was decided on pairs (otherwise decisions.tsv here, if there is one)")
  static let account = Flag(
    name: "--account", help: "where each question went, as a table; checks it")

  static let all = [output, write, protect, threshold, decisions, account]
}

private enum MergeRunner {
  static func run(_ context: inout CommandContext) throws -> Int32 {
    let arguments = context.arguments
    guard !arguments.words.isEmpty else {
      throw UsageError("which banks? Write: qsearch merge A.md B.md --output OUT.md")
    }
    let output = arguments.value(MergeFlags.output)
    guard output != nil || !arguments.has(MergeFlags.write) else {
      throw UsageError("--write needs --output OUT")
    }
    if let output, BankWriter.Format(path: output) == nil {
      throw UsageError("--output ends in .md, .csv or .jsonl, not '\(Sanitizer.brief(output))'")
    }
    var builder = QuestionIndexBuilder()
    try context.read(arguments.words, bank: nil, into: &builder)
    let entries = builder.identifiedEntries()
    guard !entries.isEmpty else { throw QuestionSearchError.noQuestions(paths: arguments.words) }
    var options = MergePlan.Options()
    options.threshold = try arguments.probability(MergeFlags.threshold, default: 0.9)
    options.protected = arguments.value(MergeFlags.protect)
    if let bank = options.protected, !entries.contains(where: { $0.bank == bank }) {
      let banks = Set(entries.map(\.bank)).sorted().joined(separator: ", ")
      throw UsageError("--protect: no bank '\(Sanitizer.brief(bank))'; there are \(banks)")
    }
    if let output, arguments.has(MergeFlags.write) {
      try MergeOutput.require(output, sources: builder.readFiles)
    }
    options.decisions = try DecisionFile(arguments).decisions
    let plan = try MergePlan(entries, options: options)
    let faults = plan.faults
    for fault in faults { Messages.write("qsearch: " + fault) }
    var isChanged = false
    if let output, arguments.has(MergeFlags.write), faults.isEmpty {
      // Before anything is printed: whoever reads the plan may stop reading it.
      isChanged = try MergeOutput.write(plan, to: output, sources: builder.readFiles)
    }
    if arguments.has(MergeFlags.account) {
      try context.output.write(MergePrinter.account(plan))
    } else if arguments.has(.jsonl) {
      try context.output.write(try MergePrinter.json(plan))
    } else {
      try context.output.write(MergePrinter.plan(plan))
    }
    try context.output.flush()
    guard faults.isEmpty else { return 1 }
    guard let output else { return 0 }
    if !arguments.has(MergeFlags.write) {
      context.note("nothing was written; --write does it")
    } else {
      context.note(
        isChanged
          ? "wrote \(plan.entries.count) questions to \(output)" : "\(output) is unchanged")
    }
    return 0
  }
}

extension ParsedArguments {
  /// The probability that an option names.
  func probability(_ flag: Flag, default number: Double) throws -> Double {
    guard let text = value(flag) else { return number }
    guard let value = Double(text), value > 0, value <= 1 else {
      throw UsageError(
        "\(flag.name) takes a probability above 0 and at most 1, not '\(Sanitizer.brief(text))'")
    }
    return value
  }
}
