import QuestionSearch

extension Command {
  /// `qsearch show`.
  static let show = Command(
    name: "show", summary: "an entry with its answer and all its parts",
    usage: ["qsearch show ID…"],
    flags: [.index, .jsonl],
    exitCodes: [(0, "all were shown"), (2, "an error, or there is no entry of that id")],
    run: { try runShow(&$0) })
}

private func runShow(_ context: inout CommandContext) throws -> Int32 {
  guard !context.arguments.words.isEmpty else {
    throw UsageError("which entry? Write: qsearch show ID; a search shows ids")
  }
  let index = try context.openIndex()
  let json = JSONLines()
  let printer = EntryPrinter(context.terminal)
  for id in context.arguments.words {
    guard let entry = try index.entry(id) else { throw QuestionSearchError.noEntry(id: id) }
    if context.arguments.has(.jsonl) {
      try context.output.write(try json.line(entry))
    } else {
      try context.output.write(printer.lines(of: entry))
    }
  }
  return 0
}
