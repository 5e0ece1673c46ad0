import QuestionSearch

extension Command {
  /// `qsearch blame`.
  static let blame = Command(
    name: "blame", summary: "from which banks the questions of a merged bank came",
    usage: ["qsearch blame BANK… [--jsonl]"],
    details: """
      Prints each question with every place that it came from: bank, file and line, the merge that
      brought it, and its own wording where that is another. A question that was never merged has
      its own place alone.
      """,
    flags: [.jsonl],
    exitCodes: [(0, "questions were found"), (1, "there are none"), (2, "an error")],
    run: { try runBlame(&$0) })

  /// `qsearch undo`.
  static let undo = Command(
    name: "undo", summary: "bring back what the last merge --write or dedup --write changed",
    usage: ["qsearch undo [FOLDER]"],
    details: """
      Restores, byte for byte, the files of the last change that is kept in '.qsearch-undo' of the
      current folder, or of FOLDER: merge keeps it beside its output, dedup where it is run. If one
      of them was changed since, none is touched.
      """,
    flags: [],
    exitCodes: [(0, "done"), (2, "an error, or nothing to undo")],
    run: { context in
      guard context.arguments.words.count <= 1 else {
        throw UsageError("one folder at a time; write: qsearch undo [FOLDER]")
      }
      let paths = try UndoJournal(in: context.arguments.words.first ?? ".").undo()
      if paths.isEmpty { context.note("the files are as they were") }
      for path in paths { context.note("\(path) is as it was") }
      return 0
    })
}

private struct BlameLine: Encodable {
  let schema_version = 1
  let id: String
  let line: Int
  let text: String
  let sources: [Source]

  struct Source: Encodable {
    let bank: String
    let file: String
    let line: Int
    let id: String
    let merge: Int
    let text: String
    let answer: String?
  }
}

private func runBlame(_ context: inout CommandContext) throws -> Int32 {
  guard !context.arguments.words.isEmpty else {
    throw UsageError("which bank? Write: qsearch blame BANK")
  }
  var builder = QuestionIndexBuilder()
  try context.read(context.arguments.words, bank: nil, into: &builder)
  let entries = builder.identifiedEntries()
  let json = JSONLines()
  for entry in entries {
    let sources = entry.sources.isEmpty ? [EntrySource(entry, merge: 0)] : entry.sources
    if context.arguments.has(.jsonl) {
      try context.output.write(
        try json.line(
          BlameLine(
            id: entry.id, line: entry.line, text: entry.text,
            sources: sources.map {
              .init(
                bank: $0.bank, file: $0.file, line: $0.line, id: $0.id, merge: $0.merge,
                text: $0.text, answer: $0.answer)
            })))
      continue
    }
    var text = Sanitizer.oneLine("\(entry.file):\(entry.line) \(entry.text)") + "\n"
    for source in sources {
      let merge = source.merge == 0 ? "never merged" : "merge \(source.merge)"
      let edit = source.isEdit ? ", changed by hand" : ""
      let wording = source.text == entry.text ? "" : "  “\(source.text)”"
      text +=
        "  "
        + Sanitizer.oneLine(
          "\(source.bank)  \(source.file):\(source.line)  \(merge)\(edit)\(wording)") + "\n"
    }
    try context.output.write(text)
  }
  guard !entries.isEmpty else {
    context.note(QuestionSearchError.noQuestions(paths: context.arguments.words).description)
    return 1
  }
  return 0
}
