import QuestionSearch

extension CommandContext {
  /// Opens the index that the options, the environment and the current folder name.
  func openIndex() throws -> QuestionIndex {
    switch IndexLocation.find(explicit: arguments.value(.index)) {
    case .folder(let path): return try QuestionIndex.open(path)
    case .defaultBank:
      note("the default bank answers; 'qsearch index PATH' makes an index of your own")
      return try DefaultBanks.open()
    }
  }

  /// How to search, by `--limit`, `--model` and `--explain`.
  func searchOptions() throws -> SearchOptions {
    SearchOptions(
      limit: try arguments.number(.limit, in: 1...10_000, default: 10), ranking: try ranking(),
      explains: arguments.has(.explain), filter: try filter(),
      collapses: !arguments.has(.noCollapse))
  }

  /// Which entries may be found, by `--bank`, `--level` and so on. An option that is given again
  /// asks for any of its values.
  private func filter() throws -> SearchFilter {
    SearchFilter(
      banks: arguments.values(.bank), levels: try arguments.choices(.level),
      kinds: try arguments.choices(.kind), tags: arguments.values(.tag),
      origins: arguments.values(.origin), hasAnswer: arguments.has(.hasAnswer))
  }

  /// The ranking of `--model`, or the default.
  func ranking() throws -> Ranking {
    try arguments.value(.model).map(Ranking.named) ?? .questions
  }

  /// Prints hits, as lines of JSON or for a person. 0, or 1 where there are none.
  mutating func print(_ results: SearchResults) throws -> Int32 {
    if arguments.has(.jsonl) {
      let json = JSONLines()
      for hit in results.hits { try output.write(try json.line(hit)) }
    } else {
      let printer = HitPrinter(terminal)
      for hit in results.hits { try output.write(printer.lines(of: hit)) }
    }
    if results.hits.isEmpty { return 1 }
    let near = results.hits.count(where: \.isNear)
    if near > 0 {
      try output.flush()
      let start = near == 1 ? "1 of these has" : "\(near) of these have"
      note("\(start) no word of the query that says something: found near it")
    }
    // Where there are fewer than asked for, the others are copies of these.
    if results.matchCount > results.hits.count, results.hits.count == (try searchOptions().limit) {
      try output.flush()
      note(
        "\(results.hits.count) of \(results.matchCount) questions that match; --limit shows more")
    }
    return 0
  }
}
