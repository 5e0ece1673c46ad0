import QuestionSearch

extension Command {
  private static let queries = Flag(
    name: "--queries", value: "Q.tsv",
    help: "the queries: lines 'qid TAB text' ('-': standard input)")
  private static let outputFile = Flag(
    name: "--output", value: "RUN", help: "the file to write ('-': standard output)")
  private static let depth = Flag(
    name: "--depth", value: "N", help: "at most N results a query (1000)")
  private static let tag = Flag(
    name: "--tag", value: "NAME", help: "the run's name in its last column (qsearch)")

  /// `qsearch run`.
  static let run = Command(
    name: "run", summary: "answer a file of queries with a TREC run",
    usage: ["qsearch run --queries Q.tsv --output RUN [--depth 1000]"],
    details: """
      Writes lines 'qid Q0 id rank score tag', scores falling strictly as 32-bit floats. The file
      appears when it is complete.
      """,
    flags: [.index, queries, outputFile, depth, .model, tag],
    exitCodes: [
      (0, "the run was written"), (2, "an error; an old file of that name is as it was"),
    ],
    run: { context in
      guard let queryFile = context.arguments.value(queries),
        let output = context.arguments.value(outputFile)
      else { throw UsageError("write: qsearch run --queries Q.tsv --output RUN") }
      let depth = try context.arguments.number(depth, in: 1...1_000_000, default: 1000)
      let tag = context.arguments.value(tag) ?? "qsearch"
      return try runRun(&context, queryFile, to: output, depth: depth, tag: tag)
    })
}

private func runRun(
  _ context: inout CommandContext, _ queryFile: String, to output: String, depth: Int, tag: String
) throws -> Int32 {
  let ranking = try context.ranking()
  try context.arguments.requireNoWords("run")
  guard output == "-" || FilePath.real(output) != FilePath.real(queryFile) || queryFile == "-"
  else {
    throw UsageError("--output would write over the queries; name another file")
  }
  let queries =
    try queryFile == "-"
    ? TopicFile.parse(StandardInput.read(), file: "-") : TopicFile.read(queryFile)
  let index = try context.openIndex()
  let run = RunSpecification(ranking: ranking, depth: depth, tag: tag)
  if output == "-" {
    try index.run(queries, run) { lines in try context.output.write(lines) }
  } else {
    try index.writeRun(queries, run, to: output)
  }
  context.note("\(queries.count) \(queries.count == 1 ? "query" : "queries") answered")
  return 0
}
