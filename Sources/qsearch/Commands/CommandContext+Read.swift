import QuestionSearch

extension CommandContext {
  /// Reads banks with a progress bar, and says what was passed over.
  ///
  /// - Parameter takesLines: whether standard input that is no bank is a question a line.
  func read(
    _ paths: [String], bank: String?, into builder: inout QuestionIndexBuilder,
    takesLines: Bool = false
  ) throws {
    var bar = ProgressBar(isQuiet: arguments.has(.quiet))
    defer { bar.finish() }
    for path in paths {
      let known = builder.notes.count
      let (count, files) = (builder.entries.count, builder.fileCount)
      if path == "-" {
        let bytes = try StandardInput.read()
        let bank = bank ?? StandardInput.bankName
        try builder.addBank(bytes, file: "-", bank: bank)
        if takesLines, builder.entries.count == count {
          for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
          where !line.allSatisfy(\.isWhitespace) {
            builder.add(question: String(line), bank: bank)
          }
        }
      } else {
        try builder.addBank(at: path, bank: bank) { bar.update($0, of: $1) }
      }
      bar.finish()
      sayNotes(builder.notes.dropFirst(known))
      // Where it is the only path, that is the whole outcome, and said as such.
      if builder.entries.count == count, builder.fileCount > files, paths.count > 1 {
        note("\(path): no questions found")
      }
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
