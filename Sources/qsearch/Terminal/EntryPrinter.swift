import QuestionSearch

/// Shows an entry with all its parts to a person.
struct EntryPrinter {
  let terminal: Terminal

  init(_ terminal: Terminal) { self.terminal = terminal }

  /// Everything that is known of the entry, and an empty line.
  func lines(of entry: Entry) -> String {
    var text = terminal.styled(Sanitizer.lines(entry.text), .bold)
    text += (entry.difficulty.map { "  [\($0.rawValue)]" } ?? "") + "\n"
    text += terminal.styled("\(Sanitizer.oneLine(entry.file)):\(entry.line)", .place) + "\n"
    text += fact("id", entry.id)
    text += fact("bank", entry.bank)
    text += fact("kind", entry.kind.rawValue)
    text += fact("section", entry.section.joined(separator: " › "))
    text += fact("context", entry.context)
    text += fact("hint", entry.hint)
    text += fact("tags", entry.tags.joined(separator: ", "))
    text += fact("origin", entry.origin)
    if let answer = entry.answer { text += "\n" + Sanitizer.lines(answer) + "\n" }
    return text + "\n"
  }

  /// One line: place, difficulty, question.
  func line(of entry: Entry) -> String {
    let place = terminal.styled("\(Sanitizer.oneLine(entry.file)):\(entry.line)", .place)
    let difficulty = entry.difficulty.map { " [\($0.rawValue)]" } ?? ""
    return place + ":" + difficulty + " " + Sanitizer.oneLine(entry.text) + "\n"
  }

  private func fact(_ name: String, _ value: String?) -> String {
    guard let value, !value.isEmpty else { return "" }
    return terminal.styled(name + ":", .dim) + " " + Sanitizer.oneLine(value) + "\n"
  }
}
