import QuestionSearch

extension Command {
  private static let bank = Flag(
    name: "--bank", value: "NAME", help: "the bank's name (otherwise that of the file or folder)")
  private static let analyzer = Flag(
    name: "--analyzer", value: "NAME",
    help: "english (the default), plain (blanks only) or reference (as published figures use)")

  /// `qsearch index`.
  static let index = Command(
    name: "index", summary: "read banks and build their index",
    usage: ["qsearch index PATH… [--index DIR]"],
    details: """
      Reads files and folders and writes the index to DIR, else to QSEARCH_INDEX, else to the
      nearest .qsearch from the current folder upward, else to .qsearch here. What the index held
      before is replaced, in one step. The banks themselves are never changed.
      """,
    flags: [.index, bank, analyzer],
    exitCodes: [(0, "the index was written"), (2, "an error; the old index is as it was")],
    run: {
      try runIndex(&$0, bank: $0.arguments.value(bank), analyzer: $0.arguments.value(analyzer))
    })
}

private func runIndex(
  _ context: inout CommandContext, bank: String?, analyzer name: String?
) throws -> Int32 {
  let paths = context.arguments.words
  guard !paths.isEmpty else {
    throw UsageError("which banks? Write: qsearch index PATH…")
  }
  guard let analyzer = Analyzer.named(name ?? Analyzer.english.name) else {
    let known = Analyzer.all.map(\.name).joined(separator: ", ")
    throw UsageError("unknown analyzer '\(Sanitizer.brief(name ?? ""))'; there are \(known)")
  }
  let start = Clock.seconds
  var builder = QuestionIndexBuilder(analyzer: analyzer)
  try context.read(paths, bank: bank, into: &builder)
  let folder = IndexLocation.destination(explicit: context.arguments.value(.index))
  let index = try builder.write(to: folder)
  let seconds = Numbers.fixed(Clock.seconds - start, digits: 2)
  context.note(
    "indexed \(index.entryCount) questions of \(builder.fileCount) files in \(folder) "
      + "(\(seconds) s)"
  )
  return 0
}

extension CommandContext {
  /// Reads banks with a progress bar, and says what was passed over.
  func read(
    _ paths: [String], bank: String?, into builder: inout QuestionIndexBuilder
  ) throws {
    var bar = ProgressBar(isQuiet: arguments.has(.quiet))
    defer { bar.finish() }
    for path in paths {
      let known = builder.notes.count
      if path == "-" {
        let bytes = try StandardInput.read()
        try builder.addBank(bytes, file: "-", bank: bank ?? StandardInput.bankName)
      } else {
        try builder.addBank(at: path, bank: bank) { bar.update($0, of: $1) }
      }
      bar.finish()
      sayNotes(builder.notes.dropFirst(known))
    }
  }

  /// Says notes on files, the first of a kind for each file and how many more there are.
  private func sayNotes(_ notes: ArraySlice<BankNote>) {
    var index = notes.startIndex
    while index < notes.endIndex {
      let first = notes[index]
      let rest = notes[index...].prefix { $0.file == first.file && $0.message == first.message }
      let more = rest.count > 1 ? " (and \(rest.count - 1) more)" : ""
      note(first.description + more)
      index = rest.endIndex
    }
  }
}
