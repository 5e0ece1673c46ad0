import QuestionSearch

extension Command {
  /// `qsearch "query"` and `qsearch search`.
  static let search = Command(
    name: "search", summary: "look questions up (the default)",
    usage: [
      "qsearch [--index DIR] \"a query\"", "qsearch search [OPTION…] WORD…",
      "qsearch search -- WORD…",
    ],
    details: """
      Prints the best questions for the words, with the passage of the answer that fits best. Any
      text is a query. Behind '--' also words that begin with a dash or name a command are searched
      for.
      """,
    flags: [.index, .limit, .model, .explain, .jsonl],
    exitCodes: [(0, "questions were found"), (1, "none was found"), (2, "an error")],
    run: { try runSearch(&$0) })
}

private func runSearch(_ context: inout CommandContext) throws -> Int32 {
  let query = context.arguments.text
  guard hasText(query) else {
    throw UsageError("the query is empty; write for example: qsearch \"positional encoding\"")
  }
  let options = try context.searchOptions()
  let results = try context.openIndex().search(query, options: options)
  if results.isQueryEmpty {
    context.note("the query has no words to look for: \(Sanitizer.brief(query))")
  } else if results.hits.isEmpty {
    context.note("nothing found for: \(Sanitizer.brief(query))")
  }
  return try context.print(results)
}

/// Whether anything but white space is there; that of nearly every query is an ASCII letter, which
/// needs no look at Unicode's tables.
private func hasText(_ query: String) -> Bool {
  query.utf8.contains { (0x21...0x7E).contains($0) } || query.contains { !$0.isWhitespace }
}
