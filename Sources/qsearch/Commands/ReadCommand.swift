import QuestionSearch

extension Command {
  private static let bank = Flag(
    name: "--bank", value: "NAME", help: "the bank's name (otherwise that of the file or folder)")

  /// `qsearch read`.
  static let read = Command(
    name: "read", summary: "show the questions of files without indexing them",
    usage: ["qsearch read PATH… [--jsonl]"],
    details: "Prints each question with its place, or with --jsonl all its parts.",
    flags: [bank, .jsonl],
    exitCodes: [(0, "questions were found"), (1, "there are none"), (2, "an error")],
    run: { try runRead(&$0, bank: $0.arguments.value(bank)) })
}

private func runRead(_ context: inout CommandContext, bank: String?) throws -> Int32 {
  guard !context.arguments.words.isEmpty else {
    throw UsageError("which files? Write: qsearch read PATH…")
  }
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
