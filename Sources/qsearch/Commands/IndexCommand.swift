import QuestionSearch

extension Command {
  private static let bank = Flag(
    name: "--bank", value: "NAME", help: "the bank's name (otherwise that of the file or folder)")
  private static let analyzer = Flag(
    name: "--analyzer", value: "NAME",
    help: "english (a new index's default), plain (blanks only) or reference (as published figures "
      + "use)")
  private static let replace = Flag(
    name: "--replace",
    help: "build the index anew: of PATH… alone, or without PATH of its sources, reading all again")
  private static let forget = Flag(
    name: "--forget", value: "PATH",
    help: "take a source, or all below a folder, out of the index; - for standard input (again for "
      + "more)")
  private static let optimize = Flag(
    name: "--optimize",
    help: "make one segment in canonical order: the same banks then give the same bytes")

  /// `qsearch index`.
  static let index = Command(
    name: "index", summary: "read banks and build or update their index",
    usage: ["qsearch index [PATH…] [--index DIR]", "qsearch index --forget PATH [--index DIR]"],
    details: """
      Adds files and folders to the sources of the index in DIR, else in QSEARCH_INDEX, else in the
      nearest .qsearch from the current folder upward, else in .qsearch here, and brings the index
      up to date with all its sources; without PATH it only does the latter. Only files are read
      whose size, times or content changed. All changes are seen in one step. The banks themselves
      are never changed.

      Questions go when their file is gone from a source that has other files, or when the source is
      forgotten. A source that is not there, has no bank or cannot be read keeps its questions, and
      a note says so. PATH - reads a bank from standard input; it stays until it comes again or is
      forgotten. A link that is a source means the file or folder to which it leads today.

      The index is checked first, every byte of it. A damaged one is built anew from its sources,
      and what these do not have any more is taken from what is left of it; where that cannot be,
      nothing is changed and the error names what would be lost.

      Of up to 5,000 questions that are added it says how many were there already, but for small
      edits; 'qsearch dedup' shows them.

      A bank has at most 256 MiB. Reading it takes some ten times its size of memory.
      """,
    flags: [.index, bank, analyzer, replace, forget, optimize],
    exitCodes: [(0, "the index is up to date"), (2, "an error; the old index is as it was")],
    run: { context in
      let arguments = context.arguments
      guard arguments.values(bank).count <= 1 else {
        throw UsageError("--bank names one bank of all PATHs; call qsearch index for each bank")
      }
      var updater = IndexUpdater(
        folder: IndexLocation.destination(explicit: arguments.value(.index)),
        analyzer: try arguments.value(analyzer).map(analyzer(named:)))
      updater.replaces = arguments.has(replace)
      updater.optimizes = arguments.has(optimize)
      updater.stamp = Program.buildStamp
      for path in arguments.values(forget) { updater.forget(path) }
      return try runIndex(&context, &updater, bank: arguments.value(bank))
    })

  private static func analyzer(named name: String) throws -> Analyzer {
    guard let analyzer = Analyzer.named(name) else {
      let known = Analyzer.all.map(\.name).joined(separator: ", ")
      throw UsageError("unknown analyzer '\(Sanitizer.brief(name))'; there are \(known)")
    }
    return analyzer
  }
}

private func runIndex(
  _ context: inout CommandContext, _ updater: inout IndexUpdater, bank: String?
) throws -> Int32 {
  let paths = context.arguments.words
  let start = Clock.seconds
  guard try !paths.isEmpty || updater.hasIndex() else {
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
  context.note(summary(of: update) + " in \(updater.path) (\(seconds) s)")
  try noteRepeated(update, in: updater.path, context)
  return 0
}

/// Of so many new questions it is said how many are there already; more are a matter for `dedup`.
private let mostCompared = 5000

/// Says how many of the new questions the index had already.
private func noteRepeated(
  _ update: IndexUpdate, in folder: String, _ context: CommandContext
) throws {
  guard !context.arguments.has(.quiet), (1...mostCompared).contains(update.addedIDs.count) else {
    return
  }
  let repeated = try QuestionIndex.open(folder).repeatedCount(among: update.addedIDs)
  guard repeated > 0 else { return }
  context.note(
    "\(repeated) of these questions \(repeated == 1 ? "is" : "are") already here; "
      + "'qsearch dedup' shows which")
}

/// What an update did, in a line.
private func summary(of update: IndexUpdate) -> String {
  let entries = count(update.entryCount, "question")
  if let reason = update.reason {
    return "the index could not be used (\(reason)); built anew: \(entries)"
  }
  if update.isRebuilt { return "built anew: \(entries)" }
  if update.isNew { return "indexed \(entries) of \(count(update.fileCount, "file"))" }
  var parts: [String] = []
  if update.changedFileCount > 0 {
    parts.append(
      "\(count(update.changedFileCount, "file")) changed: \(update.addedCount) added, "
        + "\(update.replacedCount) replaced, \(update.removedCount) removed")
  }
  if update.hasChanged, update.mergedSegmentCount > 1 {
    parts.append("made one segment of \(update.mergedSegmentCount)")
  } else if parts.isEmpty {
    parts.append(update.hasChanged ? "no file changed" : "nothing changed")
  }
  return (parts + [entries]).joined(separator: "; ")
}

private func count(_ number: Int, _ unit: String) -> String {
  "\(number) \(unit)\(number == 1 ? "" : "s")"
}
