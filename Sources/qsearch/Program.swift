import QuestionSearch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The command line from arguments to exit code: finds the command, runs it, reports its error.
struct Program {
  /// The version that `--version` prints; `CHANGELOG.md` says what each brought.
  static let version = "0.1.0"

  /// All commands by name, in the order of the help page. A new one is a file and a line here. Each
  /// is made when it is asked for: a query should not wait for the tables of the others.
  static let commands = [
    Entry("search") { .search }, Entry("related") { .related }, Entry("show") { .show },
    Entry("index") { .index }, Entry("stats") { .stats }, Entry("read") { .read },
    Entry("dedup") { .dedup }, Entry("merge") { .merge },
    Entry("blame") { .blame }, Entry("undo") { .undo },
    Entry("merge-driver") { .mergeDriver }, Entry("run") { .run },
    Entry("eval") { .eval },
    Entry("check") { .check },
  ]

  /// A command's name and what makes it.
  struct Entry: Sendable {
    let name: String
    let make: @Sendable () -> Command

    init(_ name: String, make: @escaping @Sendable () -> Command) {
      self.name = name
      self.make = make
    }
  }

  private let arguments: [String]

  init(_ arguments: [String]) { self.arguments = arguments }

  /// A closed standard stream would be given to the next file that is opened: results would then be
  /// written into it. `/dev/null`, opened for the wrong direction, makes such a write fail instead.
  static func prepareDescriptors() {
    signal(SIGPIPE, SIG_IGN)
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == 1 ? O_RDONLY : O_RDWR)
    }
  }

  /// Runs the command and gives the exit code: 0 found or done, 1 nothing found, 2 error.
  func run() -> Int32 {
    var output = Output()
    var code: Int32
    do {
      code = try dispatch(to: &output)
    } catch let error as OutputError {
      return Self.exitCode(of: error)
    } catch let error as CustomStringConvertible {
      Messages.write("qsearch: " + error.description)
      code = 2
    } catch {
      Messages.write("qsearch: \(error)")
      code = 2
    }
    do throws(OutputError) {
      try output.flush()
    } catch {
      return Self.exitCode(of: error)
    }
    return code
  }

  /// A reader that has seen enough is no error; a disk that is full is one.
  private static func exitCode(of error: OutputError) -> Int32 {
    guard case .failed(let reason) = error else { return 0 }
    Messages.write("qsearch: cannot write to standard output: \(reason)")
    return 2
  }

  private func dispatch(to output: inout Output) throws -> Int32 {
    let (command, rest) = try CommandFinder.find(arguments)
    if rest.asksForHelp {
      try output.write(HelpPage.of(command))
      return 0
    }
    if rest.asksForVersion {
      try output.write("qsearch \(Self.version)\n")
      return 0
    }
    guard let command else {
      // A wrong option is worth more words than none at all.
      _ = try ParsedArguments(rest.words, for: .search).color()
      Messages.lines(HelpPage.short)
      return 2
    }
    let parsed = try ParsedArguments(rest.words, for: command)
    var context = try CommandContext(arguments: parsed, output: output)
    defer { output = context.output }
    return try command.run(&context)
  }
}
