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
      Words in quotes, within those that the shell needs, are a phrase that a question must have;
      the other words rank: qsearch 'why "batch normalization" helps'. A number behind the phrase
      lets its words stand apart or change places: "batch normalization"~2. A star stands for any
      end of a word: regular*. A quote that is not closed is read as plain text.
      Questions that are the same but for small edits are one result, with the number and places of
      the others. A word that no question has is taken for a slip of one that some have, if there is
      one, and that is said. Where few questions have the words, those that are near follow.
      --bank, --level, --kind, --tag, --origin and --has-answer leave out all other questions; one
      that is given again adds a value. With one of them and no words all such questions are listed.
      """,
    flags: [.index, .limit, .model] + Flag.filters + [.explain, .noCollapse, .jsonl],
    exitCodes: [(0, "questions were found"), (1, "none was found"), (2, "an error")],
    run: { try runSearch(&$0) })
}

private func runSearch(_ context: inout CommandContext) throws -> Int32 {
  let query = context.arguments.text
  let options = try context.searchOptions()
  guard hasText(query) || !options.filter.isEmpty else {
    throw UsageError("the query is empty; write for example: qsearch \"positional encoding\"")
  }
  let results = try context.openIndex().search(query, options: options)
  if results.hasUnclosedQuote {
    context.note("a quote is not closed; it was read as plain text")
  }
  for correction in results.corrections {
    context.note(
      "no question has '\(Sanitizer.brief(correction.word))'; searched for "
        + "'\(Sanitizer.brief(correction.replacement))'")
  }
  if results.hits.isEmpty, results.isQueryEmpty, !options.filter.isEmpty {
    context.note("no question passes the filter")
  } else if results.hits.isEmpty, results.isQueryEmpty {
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
