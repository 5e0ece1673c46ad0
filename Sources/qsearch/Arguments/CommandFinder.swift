/// Tells which command is meant: the first word that is no option, if it names one; any other words
/// are a query, and so is a filter without words.
enum CommandFinder {
  /// The words of a command, options before its name included, without the name.
  struct Words {
    var words: [String] = []
    var asksForHelp = false
    var asksForVersion = false
  }

  /// The command and its words; no command where there are no words at all.
  static func find(_ arguments: [String]) throws -> (Command?, Words) {
    var words = Words()
    var command: Command?
    var hasWord = false
    var hasFilter = false
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      if argument == "--" {
        hasWord = hasWord || index < arguments.count
        words.words += arguments[(index - 1)...]
        break
      }
      if argument == "--help" || argument == "-h" {
        words.asksForHelp = true
      } else if argument == "--version" {
        words.asksForVersion = true
      } else if ParsedArguments.isFlag(argument) {
        words.words.append(argument)
        let name = argument.prefix { $0 != "=" }
        hasFilter = hasFilter || Flag.filters.contains { $0.name == name }
        // The option's value is no word of a query, even where it names a command.
        if takesValue(argument, command: command), index < arguments.count {
          words.words.append(arguments[index])
          index += 1
        }
      } else if !hasWord, argument == "help" {
        words.asksForHelp = true
      } else if !hasWord, let found = Program.commands.first(where: { $0.name == argument }) {
        command = found.make()
        hasWord = true
      } else {
        hasWord = true
        words.words.append(argument)
      }
    }
    return (command ?? (hasWord || hasFilter ? .search : nil), words)
  }

  private static func takesValue(_ argument: String, command: Command?) -> Bool {
    func takes(_ command: Command) -> Bool {
      command.flags.contains { $0.name == argument && $0.value != nil }
    }
    if argument == Flag.color.name { return true }
    return command.map(takes) ?? Program.commands.contains { takes($0.make()) }
  }
}
