/// A command: its name, its help and what it does.
final class Command: Sendable {
  /// The word that names it.
  let name: String
  /// One line for the list of commands.
  let summary: String
  /// The lines behind `usage:`.
  let usage: [String]
  /// Paragraphs below the usage.
  let details: String
  /// Its own options; those of `Flag.common` come with them.
  let flags: [Flag]
  /// What its exit codes mean.
  let exitCodes: [(code: Int, meaning: String)]
  /// Runs it and gives the exit code.
  let run: @Sendable (inout CommandContext) throws -> Int32

  init(
    name: String, summary: String, usage: [String], details: String = "", flags: [Flag],
    exitCodes: [(code: Int, meaning: String)],
    run: @escaping @Sendable (inout CommandContext) throws -> Int32
  ) {
    self.name = name
    self.summary = summary
    self.usage = usage
    self.details = details
    self.flags = flags
    self.exitCodes = exitCodes
    self.run = run
  }

  /// All its options.
  var allFlags: [Flag] { flags + Flag.common }
}

/// What a command works with.
struct CommandContext {
  let arguments: ParsedArguments
  var output: Output
  let terminal: Terminal

  init(arguments: ParsedArguments, output: Output) throws {
    self.arguments = arguments
    self.output = output
    terminal = Terminal(color: try arguments.color())
  }

  /// Says something on standard error that is no error; `--quiet` silences it.
  func note(_ message: String) {
    guard !arguments.has(.quiet) else { return }
    Messages.write("qsearch: " + message)
  }
}
