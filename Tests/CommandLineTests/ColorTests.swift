import Foundation
import Testing

/// Color is for terminals, unless it is asked for.
@Suite struct ColorTests {
  private static let escape = "\u{1B}["

  /// What a terminal of so many columns shows of a short search.
  private func shown(
    _ arguments: [String] = [], _ variables: [String: String?] = [:], columns: UInt16 = 80
  ) throws -> String {
    let terminal = try #require(PseudoTerminal(columns: columns))
    let sandbox = try Sandbox.withBanks()
    let run = try sandbox.run(
      ["-q", "reading a file", "--limit", "1"] + arguments, variables: variables,
      output: terminal.slave)
    run.expect(0)
    return terminal.text()
  }

  @Test func aTerminalGetsColor() throws {
    let text = try shown()
    #expect(text.contains(Self.escape) && !text.contains("**"))
  }

  @Test func noColorAndDumbTerminalsGetNone() throws {
    for variables in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      let text = try shown([], variables)
      #expect(!text.contains("\u{1B}") && text.contains("**file**"))
    }
    #expect(!(try shown(["--color=never"])).contains("\u{1B}"))
    // An empty value is as none (no-color.org).
    #expect(try shown([], ["NO_COLOR": ""]).contains(Self.escape))
    #expect(try shown([], ["TERM": nil as String?]).contains("file"))
  }

  @Test func whatIsAskedForWins() throws {
    #expect(try shown(["--color", "always"], ["NO_COLOR": "1"]).contains(Self.escape))
    let sandbox = try Sandbox.withBanks()
    let variables = ["TERM": "dumb", "NO_COLOR": "1"]
    let run = try sandbox.run(["--color=always", "ring"], variables: variables).expect(0)
    #expect(run.output.contains(Self.escape))
    #expect(!(try sandbox.run(["--color=auto", "ring"]).output.contains("\u{1B}")))
  }

  @Test func jsonHasNoColor() throws {
    let sandbox = try Sandbox.withBanks()
    let run = try sandbox.run(["--color=always", "--jsonl", "ring"]).expect(0)
    #expect(run.rawControls.isEmpty)
    #expect(run.output == (try sandbox.run(["--jsonl", "ring"]).output))
  }

  @Test(arguments: ["wrong", "", "ALWAYS", "1"])
  func otherChoicesAreUsageErrors(_ choice: String) throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.run(["--color=\(choice)", "ring"]).expectError("auto, always or never")
  }

  @Test func linesFitTheTerminal() throws {
    for columns: UInt16 in [40, 60] {
      let lines = try shown(["--color=never"], columns: columns).split(separator: "\n")
      // The last line has the score and the id, which are not broken.
      #expect(lines.dropLast().allSatisfy { $0.count <= Int(columns) }, "\(lines)")
    }
  }
}
