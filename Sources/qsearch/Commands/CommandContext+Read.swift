import QuestionSearch

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
  func sayNotes(_ notes: ArraySlice<BankNote>) {
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
