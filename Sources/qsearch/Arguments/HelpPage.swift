/// Help pages, made from the tables of commands and options.
enum HelpPage {
  /// What a call without arguments says.
  static let short = """
    usage: qsearch "a query"
           qsearch COMMAND …
    'qsearch --help' lists the commands.
    """

  /// The page of a command, or the program's where there is none.
  static func of(_ command: Command?) -> String {
    command.map(page) ?? overview
  }

  private static var overview: String {
    var text = """
      qsearch looks questions up in question banks: Markdown tables, headings, lists, transcripts.

      usage: qsearch [--index DIR] "a query"
             qsearch COMMAND …

      Words that name no command are a query. Without an index of your own the default bank answers.

      commands:

      """
    text += table(Program.commands.map { ($0.name, $0.make().summary) })
    text += "\noptions:\n" + table((Command.search.allFlags + [.version]).map(row))
    text += """

      An index is the folder --index names, else the one in QSEARCH_INDEX, else the nearest .qsearch
      from the current folder upward, else the default bank.
      Results go to standard output, notes and errors to standard error.

      exit codes:

      """
    text += table(
      [
        ("0", "found, or done"), ("1", "nothing found"),
        ("2", "an error, also of usage"), ("130", "interrupted"),
      ])
    text += "\n'qsearch COMMAND --help' says more.\n"
    return text
  }

  private static func page(_ command: Command) -> String {
    var text = "qsearch \(command.name): \(command.summary)\n\n"
    for (number, line) in command.usage.enumerated() {
      text += (number == 0 ? "usage: " : "       ") + line + "\n"
    }
    if !command.details.isEmpty { text += "\n" + command.details + "\n" }
    text += "\noptions:\n" + table(command.allFlags.map(row))
    text += "\nexit codes:\n" + table(command.exitCodes.map { (String($0.code), $0.meaning) })
    return text
  }

  private static func row(_ flag: Flag) -> (String, String) {
    let names = [flag.short, flag.name].compactMap { $0 }.joined(separator: ", ")
    return (flag.value.map { "\(names) \($0)" } ?? names, flag.help)
  }

  /// Two columns, the second begins at the same place in every row.
  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, help in
      let padding = String(repeating: " ", count: width - name.count + 2)
      let margin = "\n" + String(repeating: " ", count: width + 4)
      return "  " + name + padding + broken(help, columns: 96 - width).joined(separator: margin)
        + "\n"
    }.joined()
  }

  /// A text in lines of at most `columns` columns, broken at blanks.
  private static func broken(_ text: String, columns: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= columns {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
