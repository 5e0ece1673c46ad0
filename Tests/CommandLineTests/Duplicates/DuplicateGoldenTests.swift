import Testing

/// What `dedup` shows of the banks in `Snapshots/duplicates`. Probabilities are masked: they change
/// whenever the model is fitted anew.
@Suite struct DuplicateGoldenTests {
  private static let cases: [GoldenTests.Case] = [
    .init(name: "dedup", arguments: ["dedup", "banks"]),
    .init(name: "dedup-all-classes", arguments: ["dedup", "--all-classes", "banks"]),
    .init(name: "dedup-clusters", arguments: ["dedup", "--clusters", "banks"]),
    .init(name: "dedup-clusters-json", arguments: ["dedup", "--clusters", "--jsonl", "banks"]),
    .init(name: "dedup-json", arguments: ["dedup", "--jsonl", "banks"]),
    .init(name: "dedup-tsv", arguments: ["dedup", "--tsv", "banks"]),
    .init(
      name: "dedup-against", arguments: ["dedup", "--against", "physics", "banks/exam.md"]),
  ]

  @Test(arguments: cases)
  func outputIsAsRecorded(_ golden: GoldenTests.Case) throws {
    let sandbox = try Sandbox()
    try sandbox.writeBanks(to: "banks", from: "duplicates")
    try sandbox.run(["index", "banks/physics.md", "--index", "physics"]).expect(0)
    let run = try sandbox.run(golden.arguments)
    try Snapshot(name: golden.name)
      .check(Self.masked(run), of: (["qsearch"] + golden.arguments).joined(separator: " "))
  }

  private static func masked(_ run: CommandRun) -> CommandRun {
    let output = run.output
      .replacing(/(exact|near|same|contrast|related|weakest link) [01]\.\d\d/) { "\($0.1) 0.00" }
      .replacing(/"(probability|weakest_link)":[0-9.e-]+/) { "\"\($0.1)\":0" }
    // What is merely related is a matter of probabilities too.
    let shown = output.firstMatch(of: /\n\d+\. related/).map { output[..<$0.range.lowerBound] }
    let lines = (shown ?? output[...]).split(separator: "\n", omittingEmptySubsequences: false).map
    { line in
      var cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if cells.count > 4, cells[3].first?.isNumber == true { cells[3] = "0" }
      return cells.joined(separator: "\t")
    }
    return CommandRun(
      code: run.code, outputBytes: Array(lines.joined(separator: "\n").utf8),
      errorBytes: run.errorBytes)
  }
}
