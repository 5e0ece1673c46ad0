import QuestionSearch

extension Command {
  /// `qsearch check`.
  static let check = Command(
    name: "check", summary: "check every byte of the index",
    usage: ["qsearch check [--index DIR]"],
    details: """
      Compares every byte of the index's files with its checksum, the files with the manifest that
      names them, and what they say with each other, and says what it found. Nothing is changed.
      """,
    flags: [.index],
    exitCodes: [
      (0, "the index is whole"), (1, "a file is damaged or missing"), (2, "an error"),
    ],
    run: { try runCheck(&$0) })
}

private func runCheck(_ context: inout CommandContext) throws -> Int32 {
  try context.arguments.requireNoWords("check")
  guard case .folder(let folder) = IndexLocation.find(explicit: context.arguments.value(.index))
  else {
    throw UsageError("there is no index here; name one: qsearch check --index DIR")
  }
  let check = try QuestionIndex.check(folder)
  for file in check.files {
    let name = Sanitizer.oneLine(file.path)
    let finding = file.problem.map(Sanitizer.oneLine) ?? "\(name): \(file.summary)"
    try context.output.write(finding + "\n")
  }
  for path in check.leftovers {
    try context.output.write(
      "\(Sanitizer.oneLine(path)): no part of the index; the next 'qsearch index' removes it\n")
  }
  let damaged = check.files.count { $0.problem != nil }
  let bytes = check.files.reduce(0) { $0 + $1.byteCount }
  let files = "\(check.files.count) \(check.files.count == 1 ? "file" : "files")"
  try context.output.write(
    damaged == 0 ? "no damage in \(files), \(bytes) bytes\n" : "\(damaged) of \(files) damaged\n")
  return damaged == 0 ? 0 : 1
}
