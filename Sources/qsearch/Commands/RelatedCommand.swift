import QuestionSearch

extension Command {
  /// `qsearch related`.
  static let related = Command(
    name: "related", summary: "questions like an entry, or like a text",
    usage: ["qsearch related ID", "qsearch related \"text of a question\""],
    details: """
      With the id of an entry, its question, context, answer and tags are the query, and the entry
      itself is left out, as are its copies; with --across all questions of its bank are. Any other
      text is taken as a question.
      """,
    flags: [.index, .limit, .model, across] + Flag.filters + [.explain, .noCollapse, .jsonl],
    exitCodes: [(0, "questions were found"), (1, "none was found"), (2, "an error")],
    run: { try runRelated(&$0) })

  fileprivate static let across = Flag(
    name: "--across", help: "only questions of other banks than the entry's")
}

private func runRelated(_ context: inout CommandContext) throws -> Int32 {
  let text = context.arguments.text
  guard text.contains(where: { !$0.isWhitespace }) else {
    throw UsageError("related to what? Write: qsearch related ID, or qsearch related \"text\"")
  }
  let options = try context.searchOptions()
  let index = try context.openIndex()
  let isEntry = try index.entry(text) != nil
  let isAcross = context.arguments.has(Command.across)
  guard isEntry || !isAcross else {
    throw UsageError("--across needs the id of an entry; a text is of no bank")
  }
  let results =
    try isEntry
    ? index.related(to: text, options: options, acrossBanks: isAcross)
    : index.related(toText: text, options: options)
  if results.hits.isEmpty { context.note("nothing is related to: \(Sanitizer.brief(text))") }
  return try context.print(results)
}
