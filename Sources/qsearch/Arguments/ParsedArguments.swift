/// A command's words and options, checked against its table.
struct ParsedArguments {
  /// What is no option, in order.
  private(set) var words: [String] = []
  private var values: [Value] = []

  private struct Value {
    let name: String
    let value: String
  }

  /// Reads `arguments`. Options may stand anywhere before `--`, their values behind a blank or `=`.
  ///
  /// - Throws: `UsageError` where an option is not one of the command's, lacks its value or has one
  ///   that it does not take.
  init(_ arguments: [String], for command: Command) throws {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        words += rest
        return
      }
      guard Self.isFlag(argument) else {
        words.append(argument)
        continue
      }
      let equals = argument.utf8.firstIndex(of: UInt8(ascii: "="))
      let name = equals.map { String(argument[..<$0]) } ?? argument
      guard let flag = command.allFlags.first(where: { $0.name == name || $0.short == name }) else {
        throw Self.unknown(name, command: command)
      }
      if flag.value == nil {
        guard equals == nil else { throw UsageError("\(flag.name) takes no value") }
        values.append(Value(name: flag.name, value: ""))
      } else if let equals {
        let value = String(argument[argument.utf8.index(after: equals)...])
        values.append(Value(name: flag.name, value: value))
      } else if let value = rest.popFirst() {
        values.append(Value(name: flag.name, value: value))
      } else {
        throw UsageError("\(flag.name) needs a value: \(flag.name) \(flag.value ?? "")")
      }
      // An empty name of a file or folder is a variable that was not set.
      if flag.isName, value(flag) == "" {
        throw UsageError("\(flag.name) needs a value: \(flag.name) \(flag.value ?? "")")
      }
    }
  }

  /// Whether an argument has the form of an option: a dash or two and a letter, without blanks.
  /// Other texts that begin with a dash are words of a query.
  static func isFlag(_ argument: String) -> Bool {
    let dash = UInt8(ascii: "-")
    guard argument.utf8.first == dash else { return false }
    let body = argument.utf8.drop { $0 == dash }
    guard argument.utf8.count - body.count <= 2, let first = body.first,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
    else { return false }
    return !body.prefix { $0 != UInt8(ascii: "=") }.contains { $0 <= 0x20 }
  }

  /// Refuses words where a command takes none.
  func requireNoWords(_ command: String) throws {
    guard let word = words.first else { return }
    throw UsageError(
      "'\(Sanitizer.brief(word))' is too much; see 'qsearch \(command) --help'")
  }

  /// Refuses options that a mode of a command has no use for.
  func requireOnly(_ flags: [Flag], with mode: String) throws {
    let known = Set((flags + Flag.common).map(\.name))
    guard let other = values.first(where: { !known.contains($0.name) }) else { return }
    throw UsageError("\(other.name) does not go with \(mode); --help says what does")
  }

  /// The words as one text, a blank between them.
  var text: String {
    var text = ""
    for (index, word) in words.enumerated() {
      if index > 0 { text += " " }
      text += word
    }
    return text
  }

  /// Whether an option was given.
  func has(_ flag: Flag) -> Bool { value(flag) != nil }

  /// The value of an option; the last, where it is given twice.
  func value(_ flag: Flag) -> String? { values.last { $0.name == flag.name }?.value }

  /// All values of an option that may be given again, in order.
  func values(_ flag: Flag) -> [String] { values.filter { $0.name == flag.name }.map(\.value) }

  /// The value of an option as one of a few words.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ flag: Flag, default fallback: Choice
  ) throws -> Choice {
    guard let text = value(flag) else { return fallback }
    return try choice(text, of: flag)
  }

  /// All values of an option that may be given again, each one of a few words.
  func choices<Choice: RawRepresentable<String> & CaseIterable>(_ flag: Flag) throws -> [Choice] {
    try values(flag).map { try choice($0, of: flag) }
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, of flag: Flag
  ) throws -> Choice {
    guard let choice = Choice(rawValue: text) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: " or ")
      throw UsageError("\(flag.name) takes \(words), not '\(Sanitizer.brief(text))'")
    }
    return choice
  }

  /// The value of an option as a whole number within `range`.
  func number(_ flag: Flag, in range: ClosedRange<Int>, default fallback: Int) throws -> Int {
    guard let text = value(flag) else { return fallback }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        "\(flag.name) takes a whole number from \(range.lowerBound) to \(range.upperBound), "
          + "not '\(Sanitizer.brief(text))'")
    }
    return number
  }

  /// What `--color` says.
  func color() throws -> Terminal.Color {
    switch value(.color) {
    case nil, "auto": return .automatic
    case "always": return .always
    case "never": return .never
    case let other?:
      throw UsageError("--color takes auto, always or never, not '\(Sanitizer.brief(other))'")
    }
  }

  private static func unknown(_ name: String, command: Command) -> UsageError {
    let known = (command.allFlags + [.version]).flatMap {
      [$0.name] + ($0.short.map { [$0] } ?? [])
    }
    let shown = Sanitizer.brief(name)
    if let nearest = Spelling.nearest(to: name, among: known) {
      return UsageError("unknown option '\(shown)'; did you mean '\(nearest)'?")
    }
    let query = "to look for the text, write it behind '--': qsearch -- '\(shown)'"
    return UsageError(
      "unknown option '\(shown)' of '\(command.name)'; see 'qsearch \(command.name) --help'"
        + (command.name == Command.search.name ? ", or \(query)" : ""))
  }
}
