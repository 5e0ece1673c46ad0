import QuestionSearch

extension Command {
  private static let bank = Flag(
    name: "--bank", value: "NAME", help: "the bank's name (otherwise that of the file or folder)")
  private static let explainFile = Flag(
    name: "--explain", help: "what became of every line, and why the file was read so")
  private static let fileStats = Flag(
    name: "--stats", help: "how many lines and questions each file has, by what became of them")

  /// `qsearch read`.
  static let read = Command(
    name: "read", summary: "show the questions of files without indexing them",
    usage: [
      "qsearch read PATH… [--jsonl]", "qsearch read --explain FILE", "qsearch read --stats PATH…",
    ],
    details: """
      Prints each question with its place, or with --jsonl all its parts. '-' is standard input.
      --explain shows the convention by which a file is read, with its evidence, and the part that
      each run of lines plays; '?' marks lines that look like a question and were not taken as one.
      """,
    flags: [bank, explainFile, fileStats, .jsonl],
    exitCodes: [(0, "questions were found"), (1, "there are none"), (2, "an error")],
    run: { context in
      guard !context.arguments.words.isEmpty else {
        throw UsageError("which files? Write: qsearch read PATH…")
      }
      let bank = context.arguments.value(bank)
      if context.arguments.has(explainFile) || context.arguments.has(fileStats) {
        let isStatistics = context.arguments.has(fileStats)
        return try runAccount(&context, bank: bank, isStatistics: isStatistics)
      }
      return try runRead(&context, bank: bank)
    })
}

private func runRead(_ context: inout CommandContext, bank: String?) throws -> Int32 {
  var builder = QuestionIndexBuilder()
  try context.read(context.arguments.words, bank: bank, into: &builder)
  let json = JSONLines()
  let printer = EntryPrinter(context.terminal)
  let entries = builder.identifiedEntries()
  for entry in entries {
    if context.arguments.has(.jsonl) {
      try context.output.write(try json.line(entry))
    } else {
      try context.output.write(printer.line(of: entry))
    }
  }
  guard !entries.isEmpty else {
    context.note(QuestionSearchError.noQuestions(paths: context.arguments.words).description)
    return 1
  }
  return 0
}

/// Prints what became of the lines of each file.
private func runAccount(
  _ context: inout CommandContext, bank: String?, isStatistics: Bool
) throws -> Int32 {
  let printer = AccountPrinter(context.terminal)
  var count = 0
  for path in context.arguments.words {
    for file in try BankFinder.find(path, bank: bank).files {
      let reading = try BankReader().read(
        try BankFinder.load(file.path), file: file.displayPath, bank: file.bank)
      count += reading.entries.count
      let text =
        isStatistics
        ? printer.statistics(of: reading, file: file.displayPath)
        : printer.lines(of: reading, file: file.displayPath)
      try context.output.write(text)
    }
  }
  return count > 0 ? 0 : 1
}
