import Foundation
import Testing

/// `qsearch run`: whole files or none.
@Suite struct RunCommandTests {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox.withBanks()
    try sandbox.write("q1\tring buffer\nq2\tzebra\nq3\tfile of a disk\n", to: "q.tsv")
    return sandbox
  }

  @Test func linesAreThoseOfTREC() throws {
    let sandbox = try sandbox()
    let run = try sandbox.run(["run", "--queries", "q.tsv", "--output", "-", "--tag", "a tag"])
    run.expect(0)
    var last: [Substring: Float] = [:]
    for line in run.lines {
      let columns = line.split(separator: " ", omittingEmptySubsequences: false)
      #expect(columns.count == 6 && columns[1] == "Q0" && columns[5] == "a_tag")
      let score = try #require(Float(columns[4]))
      #expect(last[columns[0]].map { score < $0 } ?? true)
      last[columns[0]] = score
    }
    #expect(Set(last.keys) == ["q1", "q3"])
    try sandbox.run(["run", "--queries", "q.tsv", "--output", "RUN", "--tag", "a tag"]).expect(0)
    #expect(try sandbox.read("RUN") == run.outputBytes)
    let one = try sandbox.run(["run", "--queries", "q.tsv", "--output", "-", "--depth=1"]).expect(0)
    #expect(one.lines.count == 2)
  }

  @Test func whatCannotBeWrittenIsNamedAndLeavesNothing() throws {
    let sandbox = try sandbox()
    let before = try sandbox.names() + sandbox.names("banks")
    for output in ["no/RUN", "banks", "banks/", "banks/storage.md/RUN", "/dev/null/RUN"] {
      let run = try sandbox.run(["run", "--queries", "q.tsv", "--output", output]).expect(2)
      #expect(run.errorLines.count == 1 && run.output.isEmpty, "\(run.errors)")
      #expect(run.errors.contains(output.split(separator: "/")[0]))
    }
    #expect(try sandbox.names() + sandbox.names("banks") == before)
  }

  @Test func anErrorLeavesTheOldRun() throws {
    let sandbox = try sandbox()
    try sandbox.write("old", to: "RUN")
    for queries in [
      "q1 ring\n", "q1\tring\nq1\tring\n", "\tring\n", "q 1\tring\n", "", "q\t\u{FFFE}\n\0",
    ] {
      try sandbox.write(queries, to: "bad.tsv")
      let run = try sandbox.run(["run", "--queries", "bad.tsv", "--output", "RUN"])
      if run.code != 0 { #expect(run.errorLines.count == 1 && run.errors.contains("bad.tsv")) }
      if run.code != 0 { #expect(try sandbox.read("RUN") == Array("old".utf8)) }
    }
    try sandbox.run(["run", "--queries", "q.tsv", "--output", "RUN", "--index", "none"])
      .expectError("none")
    try sandbox.run(["run", "--queries", "q.tsv", "--output", "RUN", "--model", "none"])
      .expectError("none")
    #expect(try sandbox.read("RUN") == Array("old".utf8))
    #expect(try !sandbox.names().contains { $0.hasPrefix(".tmp") })
  }

  @Test func malformedQueriesAreNamedByLine() throws {
    let sandbox = try sandbox()
    try sandbox.write("q1\tring\n\nq2 ring\n", to: "bad.tsv")
    try sandbox.run(["run", "--queries", "bad.tsv", "--output", "-"]).expectError(
      "bad.tsv:3", "tab")
    try sandbox.write(Array("q1\tring ".utf8) + [0xFF, 0x0A], to: "bad.tsv")
    try sandbox.run(["run", "--queries", "bad.tsv", "--output", "-"]).expectError("bad.tsv:1")
    try sandbox.write("\u{FEFF}q1\tring\r\nq2\tbuffer\textra\r\n", to: "dos.tsv")
    let run = try sandbox.run(["run", "--queries", "dos.tsv", "--output", "-"]).expect(0)
    #expect(run.lines.count == 2 && run.output.hasPrefix("q1 Q0 "))
  }

  @Test func aFullDiskIsAnErrorOfTheRun() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let sandbox = try sandbox()
    try sandbox.shell("exec \"$Q\" -q run --queries q.tsv --output - >/dev/full")
      .expectError("standard output")
  }
}
