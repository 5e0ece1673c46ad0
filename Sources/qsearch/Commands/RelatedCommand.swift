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
      is left out too, but for --no-collapse. Each result shows the words that it shares with the
      entry.

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
  let entry = try index.entry(text) ?? entry(at: text, of: index, &context)
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

/// The entry at a place as results show it, perhaps with a column behind it; nil where the text is
/// no place of a file.
private func entry(
  at text: String, of index: QuestionIndex, _ context: inout CommandContext
) throws -> Entry? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  for count in [1, 2] where parts.count > count {
    let file = parts.dropLast(count).joined(separator: ":")
    guard !file.isEmpty, try index.hasFile(file) || FilePath.real(file) != nil else { continue }
    let digits = parts[parts.count - count]
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }),
      let line = Int(digits), let entry = try index.entry(file: file, line: line)
    else {
      throw UsageError(
        "the index has no question at \(Sanitizer.brief(text)); "
          + "'qsearch read' shows the lines of a file")
    }
    if line > max(entry.lineEnd, entry.answerLineEnd ?? 0) {
      context.note("the question before that line is taken, that of line \(entry.line)")
    }
    return entry
  }
  return nil
}
