import QuestionSearch

extension Command {
  /// `qsearch related`.
  static let related = Command(
    name: "related", summary: "questions like an entry, or like a text",
    usage: [
      "qsearch related ID", "qsearch related FILE:LINE", "qsearch related \"text of a question\"",
    ],
    details: """
      With the id of an entry, or the file and line where it stands, its question, context, answer
      and tags are the query, and the entry itself is left out, as are its copies; with --across all
      questions of its bank are. Any other text is taken as a question; where the index has it, it
      is left out too. Each result shows the words that it shares with the entry.

      --diverse puts what is like a better result behind what is not: five results are then about
      five things. Scores stay what they are.
      """,
    flags: [.index, .limit, .model, across, diverse] + Flag.filters
      + [.explain, .noCollapse, .jsonl],
    exitCodes: [(0, "questions were found"), (1, "none was found"), (2, "an error")],
    run: { try runRelated(&$0) })

  fileprivate static let across = Flag(
    name: "--across", help: "only questions of other banks than the entry's")
  fileprivate static let diverse = Flag(
    name: "--diverse", help: "few results that say the same")
}

private func runRelated(_ context: inout CommandContext) throws -> Int32 {
  let text = context.arguments.text
  guard text.contains(where: { !$0.isWhitespace }) else {
    throw UsageError("related to what? Write: qsearch related ID, or qsearch related \"text\"")
  }
  let options = try context.searchOptions()
  let index = try context.openIndex()
  let entry =
    try index.entry(text)
    ?? place(text).flatMap {
      try index.entry(file: $0.file, line: $0.line)
    }
  let how = RelatedOptions(
    acrossBanks: context.arguments.has(Command.across),
    isDiverse: context.arguments.has(Command.diverse))
  guard entry != nil || !how.acrossBanks else {
    throw UsageError(
      "--across needs the id of an entry, or FILE:LINE as results show it; a text is of no bank")
  }
  let results =
    try entry.map { try index.related(to: $0.id, options: options, how) }
    ?? index.related(toText: text, options: options, how)
  if results.hits.isEmpty { context.note("nothing is related to: \(Sanitizer.brief(text))") }
  return try context.print(results)
}

/// A file and a line, as results show them.
private func place(_ text: String) -> (file: String, line: Int)? {
  guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]),
    line > 0, colon != text.startIndex
  else { return nil }
  return (String(text[..<colon]), line)
}
