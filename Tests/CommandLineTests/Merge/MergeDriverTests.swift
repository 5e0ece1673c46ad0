import Foundation
import Testing

/// `qsearch merge-driver` under git itself: histories that lines alone cannot merge.
@Suite struct MergeDriverTests {
  private static let base = """
    # Sea

    ## What is a tide pool?

    Water that stays.

    ## Who named the krill?

    A whaler.

    ## What do whales eat?

    Krill.

    """

  private func git(_ sandbox: Sandbox, _ words: [String]) throws -> (code: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c",
        "init.defaultBranch=main",
        "-c", "commit.gpgsign=false",
      ] + words
    process.currentDirectoryURL = URL(fileURLWithPath: sandbox.path(""))
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  /// What git makes of two edits of the bank.
  private func merged(_ ours: String, _ theirs: String) throws -> (code: Int32, text: String) {
    let sandbox = try Sandbox()
    _ = try git(sandbox, ["init", "-q"])
    let program = try #require(CommandRun.program)
    let driver = "'\(program)' merge-driver %O %A %B %P"
    _ = try git(sandbox, ["config", "merge.qsearch.driver", driver])
    try sandbox.write("*.md merge=qsearch\n", to: ".gitattributes")
    func commit(_ text: String, _ words: [String]) throws {
      try sandbox.write(text, to: "sea.md")
      _ = try git(sandbox, ["add", "-A"])
      #expect(try git(sandbox, ["commit", "-qm", "c"]).code == 0)
      for word in [words] where !word.isEmpty { _ = try git(sandbox, word) }
    }
    try commit(Self.base, ["checkout", "-qb", "theirs"])
    try commit(theirs, ["checkout", "-q", "main"])
    try commit(ours, [])
    let run = try git(sandbox, ["merge", "-q", "-m", "m", "theirs"])
    return (run.code, String(decoding: try sandbox.read("sea.md"), as: UTF8.self))
  }

  @Test func questionsAddedAtTheSamePlaceUnite() throws {
    let ours = Self.base + "\n## Why is the sea salty?\n\nRivers.\n"
    let theirs = Self.base + "\n## How deep is the sea?\n\nEleven km.\n"
    let run = try merged(ours, theirs)
    #expect(run.code == 0 && !run.text.contains("<<<<"))
    for text in ["salty?", "Rivers.", "How deep", "Eleven km.", "A whaler."] {
      #expect(run.text.components(separatedBy: text).count == 2, "\(run.text)")
    }
  }

  @Test func theSameQuestionAddedTwiceIsOne() throws {
    let added = "\n## Why is the sea salty?\n\nRivers.\n"
    let ours = Self.base.replacingOccurrences(of: "# Sea\n", with: "# Sea\n" + added)
    let run = try merged(ours, Self.base + added)
    #expect(run.code == 0)
    #expect(run.text.components(separatedBy: "salty?").count == 2, "\(run.text)")
  }

  @Test func neighborsMayBothBeChanged() throws {
    let ours = Self.base.replacingOccurrences(of: "A whaler.", with: "A Norwegian whaler.")
    let theirs = Self.base.replacingOccurrences(
      of: "## What do whales", with: "## What do baleen whales")
    let run = try merged(ours, theirs)
    #expect(run.code == 0 && run.text.contains("Norwegian") && run.text.contains("baleen"))
  }

  @Test func whatIsTakenOutAndWhatIsAddedBothHold() throws {
    let ours = Self.base.replacingOccurrences(
      of: "## Who named the krill?\n\nA whaler.\n\n", with: "")
    let theirs = Self.base.replacingOccurrences(
      of: "A whaler.\n", with: "A whaler.\n\n## Where do seals sleep?\n\nOn ice.\n")
    let run = try merged(ours, theirs)
    #expect(run.code == 0, "\(run.text)")
    #expect(!run.text.contains("whaler") && run.text.contains("seals sleep"))
  }

  @Test func whatCannotBeUnitedHasMarkers() throws {
    let ours = Self.base.replacingOccurrences(of: "A whaler.", with: "A captain.")
    let theirs = Self.base.replacingOccurrences(of: "A whaler.", with: "A cook.")
    let run = try merged(ours, theirs)
    #expect(run.code != 0)
    for text in ["<<<<<<<", "A captain.", "=======", "A cook.", ">>>>>>>", "Krill."] {
      #expect(run.text.contains(text), "\(run.text)")
    }
  }
}
