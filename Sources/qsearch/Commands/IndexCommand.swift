import QuestionSearch

extension Command {
  private static let bank = Flag(
    name: "--bank", value: "NAME", help: "the bank's name (otherwise that of the file or folder)")
  private static let analyzer = Flag(
    name: "--analyzer", value: "NAME",
    help: "english (a new index's default), plain (blanks only) or reference (as published figures "
      + "use)")
  private static let replace = Flag(
    name: "--replace", help: "begin anew: forget the sources and questions that the index has")
  private static let optimize = Flag(
    name: "--optimize",
    help: "make one segment in canonical order: the same banks then give the same bytes")

  /// `qsearch index`.
  static let index = Command(
    name: "index", summary: "read banks and build or update their index",
    usage: ["qsearch index [PATH…] [--index DIR]"],
    details: """
      Adds files and folders to the sources of the index in DIR, else in QSEARCH_INDEX, else in the
      nearest .qsearch from the current folder upward, else in .qsearch here, and brings the index
      up to date with all its sources; without PATH it only does the latter. Only files are read
      whose size, time or content changed; questions of files that are gone are removed. A source
      that cannot be read keeps its questions and is noted. PATH - reads a bank from standard input.
      All changes are seen in one step. The banks themselves are never changed.
      """,
    flags: [.index, bank, analyzer, replace, optimize],
    exitCodes: [(0, "the index is up to date"), (2, "an error; the old index is as it was")],
    run: { context in
      let arguments = context.arguments
      return try runIndex(
        &context, bank: arguments.value(bank), analyzer: arguments.value(analyzer),
        replaces: arguments.has(replace), optimizes: arguments.has(optimize))
    })
}

private func runIndex(
  _ context: inout CommandContext, bank: String?, analyzer name: String?, replaces: Bool,
  optimizes: Bool
) throws -> Int32 {
  let paths = context.arguments.words
  let analyzer = try name.map { name in
    guard let analyzer = Analyzer.named(name) else {
      let known = Analyzer.all.map(\.name).joined(separator: ", ")
      throw UsageError("unknown analyzer '\(Sanitizer.brief(name))'; there are \(known)")
    }
    return analyzer
  }
  let folder = IndexLocation.destination(explicit: context.arguments.value(.index))
  let start = Clock.seconds
  var updater = IndexUpdater(folder: folder, analyzer: analyzer)
  updater.replaces = replaces
  updater.optimizes = optimizes
  updater.stamp = Program.buildStamp
  guard !paths.isEmpty || (updater.hasIndex && !replaces) else {
    throw UsageError("which banks? Write: qsearch index PATH…")
  }
  guard bank == nil || !paths.isEmpty else {
    throw UsageError("--bank names the bank of a PATH; write: qsearch index PATH --bank NAME")
  }
  for path in paths {
    if path == "-" {
      updater.add(try StandardInput.read(), file: "-", bank: bank ?? StandardInput.bankName)
    } else {
      try updater.add(path: path, bank: bank)
    }
  }
  var bar = ProgressBar(isQuiet: context.arguments.has(.quiet))
  defer { bar.finish() }
  let update = try updater.run { bar.update($0, of: $1) }
  bar.finish()
  context.sayNotes(update.notes[...])
  let seconds = Numbers.fixed(Clock.seconds - start, digits: 2)
  context.note(summary(of: update) + " in \(folder) (\(seconds) s)")
  return 0
}

/// What an update did, in a line.
private func summary(of update: IndexUpdate) -> String {
  let entries = "\(update.entryCount) \(update.entryCount == 1 ? "question" : "questions")"
  if let reason = update.reason {
    return "the index could not be used (\(reason)); built anew: \(entries)"
  }
  if update.isNew {
    return "indexed \(entries) of \(update.fileCount) \(update.fileCount == 1 ? "file" : "files")"
  }
  guard update.changedFileCount > 0 else {
    return (update.hasChanged ? "no file changed" : "nothing changed") + "; \(entries)"
  }
  let files = "\(update.changedFileCount) \(update.changedFileCount == 1 ? "file" : "files")"
  return "\(files) changed: \(update.addedCount) added, \(update.replacedCount) replaced, "
    + "\(update.removedCount) removed; \(entries)"
}
