import Testing

/// What people and programs see, compared with the files in `Snapshots`.
@Suite struct GoldenTests {
  /// A call of the golden tests; `ID` stands for the id of an entry.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]
    var isJSON = false
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "search", arguments: ["positional", "encoding"]),
    Case(name: "search-json", arguments: ["--jsonl", "positional encoding"], isJSON: true),
    Case(name: "search-color", arguments: ["--color=always", "--limit=1", "reading a file"]),
    Case(name: "search-explain", arguments: ["search", "--explain", "C++ file", "--limit", "2"]),
    Case(
      name: "search-explain-json", arguments: ["search", "--explain", "--jsonl", "ring buffer"],
      isJSON: true),
    Case(name: "search-nothing", arguments: ["search", "--", "--zebra"]),
    Case(name: "related", arguments: ["related", "ID", "--limit", "2"]),
    Case(
      name: "related-json", arguments: ["related", "how do queues fill?", "--jsonl"], isJSON: true),
    Case(name: "show", arguments: ["show", "ID"]),
    Case(name: "show-json", arguments: ["show", "ID", "--jsonl"], isJSON: true),
    Case(name: "stats", arguments: ["stats"]),
    Case(name: "stats-json", arguments: ["stats", "--jsonl"], isJSON: true),
    Case(name: "read", arguments: ["read", "banks"]),
    Case(name: "read-explain", arguments: ["read", "--explain", "banks/storage.md"]),
    Case(name: "read-stats", arguments: ["read", "--stats", "banks"]),
    Case(name: "read-json", arguments: ["read", "banks/storage.md", "--jsonl"], isJSON: true),
    Case(name: "run", arguments: ["run", "--queries", "queries.tsv", "--output", "-"]),
    Case(name: "index", arguments: ["index", "banks", "--index", "other"]),
    Case(name: "check", arguments: ["check"]),
  ]

  @Test(arguments: cases)
  func outputIsAsRecorded(_ golden: Case) throws {
    let sandbox = try Sandbox.withBanks()
    try sandbox.write("q1\tring buffer\nq2\tinverted index of a file\n", to: "queries.tsv")
    let id = try Banks.id(of: "How does fsync protect a commit?", in: sandbox)
    let run = try sandbox.run(golden.arguments.map { $0 == "ID" ? id : $0 })
    try Snapshot(name: golden.name, form: golden.isJSON ? .json : .text)
      .check(run, of: (["qsearch"] + golden.arguments).joined(separator: " "))
  }

  @Test(arguments: [
    "", "search", "related", "show", "index", "stats", "read", "run", "eval", "dedup",
    "merge", "blame", "undo", "merge-driver",
  ])
  func helpIsAsRecorded(_ command: String) throws {
    let words = [command, "--help"].filter { !$0.isEmpty }
    let run = try Sandbox().run(words)
    try Snapshot(name: command.isEmpty ? "help" : "help-\(command)")
      .check(run, of: (["qsearch"] + words).joined(separator: " "))
  }
}
