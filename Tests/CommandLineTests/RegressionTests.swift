import Foundation
import TestSupport
import Testing

@testable import QuestionSearch

/// What a hostile user once found wrong, each test named after what holds now.
@Suite struct RegressionTests {
  /// JSON lines are read on terminals too; JSON has escapes for these characters.
  @Test func directionOverridesAreEscapedInJSON() throws {
    let sandbox = try Sandbox()
    try HostileBank.write(HostileBank.overrides, to: sandbox)
    try sandbox.run(["index", "hostile"]).expect(0)
    do {
      for call in [["read", "hostile", "--jsonl"], ["evil", "--jsonl", "--limit", "100"]] {
        #expect(try sandbox.run(call).expect(0).rawOverrides.isEmpty)
      }
    }
  }

  /// The cache is the program's own: the user cannot repair it by indexing a path.
  @Test func aDamagedCacheOfTheDefaultBankIsBuiltAgain() throws {
    let sandbox = try Sandbox()
    let expected = try sandbox.run(["-q", "positional encoding"]).expect(0)
    let folder = try #require(
      try FileManager.default.contentsOfDirectory(atPath: sandbox.cache + "/qsearch").first)
    let path = "../cache/qsearch/\(folder)"
    let segment = try #require(try sandbox.names(path).first { $0.hasSuffix(".qss") })
    var bytes = try sandbox.read(path + "/" + segment)
    // Every page beyond the first, which opening does not look at.
    for offset in stride(from: 20_000, to: bytes.count, by: 500) { bytes[offset] ^= 0x10 }
    try sandbox.write(bytes, to: path + "/" + segment)
    do {
      let run = try sandbox.run(["-q", "positional encoding"]).expect(0)
      #expect(run.outputBytes == expected.outputBytes)
    }
  }

  /// `--output /dev/null` by the superuser would put a plain file in the device's place.
  @Test func runWritesIntoPipesAndThroughLinks() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.write("q\tring\n", to: "q.tsv")
    try sandbox.write("old", to: "target")
    try sandbox.shell("ln -s target link").expect(0)
    try sandbox.run(["run", "--queries", "q.tsv", "--output", "link"]).expect(0)
    do {
      try sandbox.shell("test -L link").expect(0)
      #expect(try sandbox.read("target") == sandbox.read("link"))
    }
    try sandbox.shell("mkfifo pipe").expect(0)
    // Open in both directions, neither end waits for the other.
    let pipe = open(sandbox.path("pipe"), O_RDWR | O_NONBLOCK | O_CLOEXEC)
    defer { close(pipe) }
    try sandbox.run(["run", "--queries", "q.tsv", "--output", "pipe"]).expect(0)
    do {
      var buffer = [UInt8](repeating: 0, count: 1000)
      #expect(Foundation.read(pipe, &buffer, buffer.count) > 0)
      try sandbox.shell("test -p pipe").expect(0)
    }
  }

  /// The name of the temporary file, with a process number in it, is not what the user wrote.
  @Test func aRunThatCannotBeWrittenIsNamedAsTheUserNamedIt() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.write("q\tring\n", to: "q.tsv")
    let run = try sandbox.run(["run", "--queries", "q.tsv", "--output", "no/RUN"]).expect(2)
    do {
      #expect(run.errors.contains("no/RUN"))
      #expect(!run.errors.contains(".tmp-"))
    }
  }

  @Test func runRefusesToWriteOverItsOwnQueries() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.write("q\tring\n", to: "q.tsv")
    let run = try sandbox.run(["run", "--queries", "q.tsv", "--output", "q.tsv"])
    do {
      run.expect(2)
      #expect(try sandbox.read("q.tsv") == Array("q\tring\n".utf8))
    }
  }

  @Test func runWritesNoControlCharactersOfQueryNamesAndTags() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.write("q\u{1B}[31m\tring\n", to: "q.tsv")
    try sandbox.write("q\tring\n", to: "plain.tsv")
    do {
      let names = try sandbox.run(["run", "--queries", "q.tsv", "--output", "-"])
      #expect(names.rawControls.isEmpty)
      let tags = try sandbox.run(
        ["run", "--queries", "plain.tsv", "--output", "-", "--tag", "a\u{1B}[31m"])
      #expect(tags.rawControls.isEmpty)
    }
  }

  /// Only an index of a hostile writer has such ids, yet an index may come from anywhere.
  @Test func idsOfAHostileIndexAreShownWithoutControlCharacters() throws {
    let sandbox = try Sandbox()
    try HostileBank.writeIndex(to: sandbox.path(".qsearch"))
    for call in [["stats"], ["evil", "--jsonl"], ["stats", "--jsonl"]] {
      #expect(try sandbox.run(call).expect(0).rawControls.isEmpty, "\(call)")
    }
    let evil = "evil" + HostileBank.sequence + "\u{202E}"
    #expect(try sandbox.run(["show", evil]).expect(0).rawControls.isEmpty)
    try sandbox.write("q\tevil\n", to: "q.tsv")
    do {
      #expect(try sandbox.run(["evil"]).expect(0).rawControls.isEmpty)
      #expect(try sandbox.run(["evil", "--explain"]).expect(0).rawControls.isEmpty)
    }
    do {
      let run = try sandbox.run(["run", "--queries", "q.tsv", "--output", "-"]).expect(0)
      #expect(run.rawControls.isEmpty)
    }
  }

  /// Options alone are answered with the general usage, which names none of them.
  @Test func aWrongOptionAloneIsNamed() throws {
    let sandbox = try Sandbox.withBanks()
    do {
      try sandbox.run(["--verison"]).expectError("'--verison'", "'--version'")
    }
    try sandbox.run(["--limit"]).expectError("--limit N")
    try sandbox.run(["--color=wrong"]).expectError("auto, always or never")
    try sandbox.run(["--frobnicate"]).expectError("'--frobnicate'")
  }

  @Test func helpAndVersionAreSuggestedEverywhere() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.run(["--hepl", "ring"]).expectError("'--help'")
    try sandbox.run(["--verison", "ring"]).expectError("'--version'")
  }

  @Test func anEmptyIndexNameIsAUsageError() throws {
    let sandbox = try Sandbox.withBanks()
    do {
      try sandbox.run(["--index", "", "ring"]).expectError("--index", "DIR")
      try sandbox.run(["index", "banks", "--index", ""]).expectError("--index", "DIR")
    }
  }

  @Test func anEmptyOutputNameIsAUsageError() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.write("q\tring\n", to: "q.tsv")
    do {
      try sandbox.run(["run", "--queries", "q.tsv", "--output", ""]).expectError("--output")
    }
  }

  @Test func errorsAreOneLineAlsoForNamesWithLineFeeds() throws {
    let sandbox = try Sandbox.withBanks()
    do {
      try sandbox.run(["read", "no\nwhere"]).expectError("where")
      try sandbox.run(["show", "no\nbody"]).expectError("body")
      try sandbox.run(["--index", "no\nwhere", "ring"]).expectError("where")
      try sandbox.run(["--model", "no\nmodel", "ring"]).expectError("model")
    }
  }

  @Test func longTextsAreSaidBackShortened() throws {
    let sandbox = try Sandbox.withBanks()
    let long = String(repeating: "z", count: 100_000)
    do {
      #expect(try sandbox.run([long]).expect(1).errorBytes.count < 1000)
      #expect(try sandbox.run(["--limit", long, "ring"]).expect(2).errorBytes.count < 1000)
      #expect(try sandbox.run(["--model", long, "ring"]).expect(2).errorBytes.count < 1000)
    }
  }

  @Test func aDashReadsStandardInput() throws {
    let sandbox = try Sandbox.withBanks()
    let bank = try sandbox.read("banks/storage.md")
    do {
      let run = try sandbox.run(["read", "-", "--bank", "storage"], input: bank).expect(0)
      #expect(run.lines.count == 4)
      let queries = Array("q\tring\n".utf8)
      try sandbox.run(["run", "--queries", "-", "--output", "-"], input: queries).expect(0)
    }
  }

  @Test func wordsThatACommandDoesNotTakeAreUsageErrors() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.write("q\tring\n", to: "q.tsv")
    do {
      try sandbox.run(["stats", "extra"]).expectError("'extra'")
      try sandbox.run(["run", "extra", "--queries", "q.tsv", "--output", "-"]).expectError(
        "'extra'")
    }
  }

  /// Two copies of each question crowd the results, and get ids with `-2` that no later index has.
  @Test func aFileThatIsNamedTwiceIsReadOnce() throws {
    let sandbox = try Sandbox.withBanks()
    do {
      #expect(try sandbox.run(["read", "banks", "banks"]).expect(0).lines.count == 8)
      #expect(try sandbox.run(["read", "banks", "banks/storage.md"]).expect(0).lines.count == 8)
      #expect(try sandbox.run(["read", "banks", "./banks/../banks"]).expect(0).lines.count == 8)
    }
  }

  /// Other programs leave their end of a pipe so; then writing must wait, not fail.
  @Test func aPipeThatDoesNotBlockGetsEverything() throws {
    let sandbox = try Sandbox()
    try LargeBank.write(to: sandbox)
    let expected = try sandbox.run(["read", "large.md", "--jsonl"]).expect(0)
    let pipe = Pipe()
    let writer = pipe.fileHandleForWriting
    _ = fcntl(writer.fileDescriptor, F_SETFL, O_NONBLOCK)
    // A child of another test must not keep the pipe open.
    for end in [writer, pipe.fileHandleForReading] {
      _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
    }
    let reader = DispatchQueue(label: "reader")
    nonisolated(unsafe) var received = Data()
    reader.async {
      usleep(300_000)
      while let piece = try? pipe.fileHandleForReading.read(upToCount: 65_536), !piece.isEmpty {
        received += piece
      }
    }
    let run = try sandbox.run(["read", "large.md", "--jsonl"], output: writer)
    try writer.close()
    reader.sync {}
    do {
      run.expect(0)
      // A failed comparison of so many bytes would be shown byte by byte, for minutes.
      let isWhole = Array(received) == expected.outputBytes
      #expect(isWhole)
    }
  }

  /// Paths are text here; a file whose name is not is passed over, and said to be so.
  @Test(.enabled(if: canNameFilesByAnyBytes, "names of files are text here"))
  func filesWhoseNamesAreNoTextAreNamedAsSuch() throws {
    let sandbox = try Sandbox.withBanks(isIndexed: false)
    try sandbox.shell("mkdir odd; cp banks/storage.md odd/$(printf 'a\\377').md").expect(0)
    #expect(try sandbox.run(["read", "odd"]).expect(1).errors.contains("not UTF-8"))
  }

  private static let canNameFilesByAnyBytes: Bool = {
    #if os(Linux)
      true
    #else
      false
    #endif
  }()

  /// Following the message as it stands makes another index, and the error comes again.
  @Test func theWayOutOfABrokenIndexNamesItsFolder() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.run(["index", "banks", "--index", "other"]).expect(0)
    try sandbox.shell("rm other/manifest.qsm").expect(0)
    do {
      try sandbox.run(["--index", "other", "ring"]).expectError("--index other")
    }
  }

  /// The lock file stays behind with the number of a process that is gone.
  @Test func twoIndexFoldersOfTheSameBanksAreTheSameToTheLastByte() throws {
    let folders = try (0..<2).map { _ in
      try Sandbox.withBanks().contents(".qsearch").mapValues(\.bytes)
    }
    #expect(folders[0] == folders[1])
  }

  /// Pipes and devices in a folder are passed over without a word.
  @Test func whatIsNoFileInAFolderIsNoted() throws {
    let sandbox = try Sandbox.withBanks(isIndexed: false)
    try sandbox.shell("mkfifo banks/pipe.md").expect(0)
    do {
      #expect(try sandbox.run(["read", "banks"]).expect(0).errors.contains("banks/pipe.md"))
    }
  }

  @Test func helpFitsAHundredColumns() throws {
    do {
      for command in ["search", "related", "show", "index", "stats", "read", "run"] {
        let page = try Sandbox().run([command, "--help"]).expect(0)
        #expect(page.lines.allSatisfy { $0.count <= 100 })
      }
    }
  }

  /// Words such as "a" and "it" match everything, and their marks hide the ones that count.
  @Test func functionWordsAreNotMarked() throws {
    let sandbox = try Sandbox.withBanks()
    do {
      let run = try sandbox.run(["what", "is", "a", "ring", "buffer"]).expect(0)
      #expect(run.output.contains("**ring**") && !run.output.contains("**a**"))
    }
  }

  @Test func filesOfTheUserInAFolderNamedWithIndexStay() throws {
    let sandbox = try Sandbox.withBanks(isIndexed: false)
    try sandbox.write("mine", to: "own/.tmp-mine")
    try sandbox.write("mine", to: "own/lock")
    try sandbox.run(["index", "banks", "--index", "own"]).expectError("own")
    #expect(try sandbox.read("own/.tmp-mine") == Array("mine".utf8))
    #expect(try sandbox.read("own/lock") == Array("mine".utf8))
  }

  @Test func aPipeInPlaceOfAManifestIsNamed() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.shell("mkdir odd; mkfifo odd/manifest.qsm").expect(0)
    try sandbox.run(["--index", "odd", "ring"]).expectError("odd/manifest.qsm")
  }

  /// Strings that are canonically equal are two names to the file system.
  @Test func filesWhoseNamesOnlyLookAlikeAreBothRead() throws {
    let sandbox = try Sandbox.withBanks(isIndexed: false)
    let bank = try sandbox.read("banks/storage.md")
    try sandbox.write(bank, to: "two/caf\u{E9}.md")
    try sandbox.write(bank, to: "two/cafe\u{301}.md")
    #expect(try sandbox.run(["read", "two"]).expect(0).lines.count == 8)
    try sandbox.run(["index", "two", "--index", "both"]).expect(0)
    #expect(try sandbox.run(["stats", "--index", "both"]).expect(0).output.contains("8"))
  }

  @Test func modelsWithoutBoundsAreRefused() throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.run(["--model", "bm25f:question=1e308,answer=1e308", "ring"]).expectError("bm25f")
  }

  /// The README's first example is what the program prints.
  @Test func theReadmeShowsWhatIsPrinted() throws {
    let readme = try String(contentsOfFile: Repository.root + "/README.md", encoding: .utf8)
    let block = try #require(readme.components(separatedBy: "```console\n").dropFirst().first)
    let lines = try #require(block.components(separatedBy: "\n```").first)
    let call = try #require(lines.split(separator: "\n").first)
    #expect(call == "$ swift run -c release qsearch \"positional encoding\" --limit 2")
    let run = try Sandbox().run(["positional encoding", "--limit", "2"]).expect(0)
    let shown = lines.dropFirst(call.count).trimmingCharacters(in: .newlines)
    #expect(run.output.trimmingCharacters(in: .newlines) == shown)
  }
}
