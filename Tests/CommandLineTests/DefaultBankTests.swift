import Foundation
import Testing

/// The bank inside the program answers from any folder, whatever becomes of its cache.
@Suite struct DefaultBankTests {
  private static let query = ["-q", "positional encoding"]

  @Test func itAnswersAndSaysSo() throws {
    let sandbox = try Sandbox()
    let first = try sandbox.run(["positional encoding"]).expect(0)
    #expect(first.output.hasPrefix("1. "))
    #expect(first.errors.contains("default bank"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.cache) == ["qsearch"])
    let second = try sandbox.run(["positional encoding"]).expect(0)
    #expect(second.outputBytes == first.outputBytes && second.errorBytes == first.errorBytes)
    #expect(try sandbox.names().isEmpty)
  }

  @Test func itAnswersFromMemoryWhereNoCacheCanBe() throws {
    let sandbox = try Sandbox()
    let expected = try sandbox.run(Self.query).expect(0)
    try sandbox.write("a file", to: "file")
    let elsewhere: [[String: String?]] = [
      ["XDG_CACHE_HOME": sandbox.path("file")], ["XDG_CACHE_HOME": sandbox.path("file/below")],
      ["XDG_CACHE_HOME": "/dev/null"], ["XDG_CACHE_HOME": "/proc/none"],
      ["XDG_CACHE_HOME": nil, "HOME": "/dev/null"], ["XDG_CACHE_HOME": nil, "HOME": nil],
      ["XDG_CACHE_HOME": "", "HOME": ""], ["XDG_CACHE_HOME": "relative", "HOME": nil],
    ]
    for variables in elsewhere {
      let run = try sandbox.run(Self.query, variables: variables).expect(0)
      #expect(run.outputBytes == expected.outputBytes, "\(variables)")
      #expect(run.errors.isEmpty)
    }
    #expect(try sandbox.names() == ["file"])
  }

  @Test(.enabled(if: geteuid() != 0, "permissions do not stop the superuser"))
  func itAnswersWithAReadOnlyHome() throws {
    let sandbox = try Sandbox()
    let expected = try sandbox.run(Self.query).expect(0)
    try sandbox.makeFolder("locked")
    try sandbox.shell("chmod 500 locked").expect(0)
    let run = try sandbox.run(
      Self.query, variables: ["XDG_CACHE_HOME": nil, "HOME": sandbox.path("locked")])
    #expect(run.expect(0).outputBytes == expected.outputBytes)
    try sandbox.shell("chmod 700 locked").expect(0)
  }

  @Test func aCacheThatCannotBeOpenedIsBuiltAgain() throws {
    let sandbox = try Sandbox()
    let expected = try sandbox.run(Self.query).expect(0)
    for spoil in [
      "for f in ../cache/qsearch/*/*; do : >$f; done",
      "for f in ../cache/qsearch/*/*; do echo text >$f; done",
      "rm ../cache/qsearch/*/*.qss", "rm ../cache/qsearch/*/*.qsm",
      "rm -r ../cache/qsearch; echo file >../cache/qsearch",
      "rm -r ../cache/qsearch; mkdir ../cache/qsearch; echo x >../cache/qsearch/default-0",
    ] {
      try sandbox.shell(spoil).expect(0)
      let run = try sandbox.run(Self.query).expect(0)
      #expect(run.outputBytes == expected.outputBytes, "\(spoil)")
      try sandbox.shell("test -d ../cache/qsearch || rm -f ../cache/qsearch").expect(0)
      try sandbox.run(Self.query).expect(0)
    }
  }

  @Test func manyFirstCallsAtOnceAgree() async throws {
    let sandbox = try Sandbox()
    let outputs = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<6 {
        group.addTask { try sandbox.run(Self.query).expect(0).outputBytes }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outputs.count == 6 && Set(outputs).count == 1)
    #expect(try sandbox.run(Self.query).expect(0).outputBytes == outputs[0])
  }

  @Test func everyCommandKnowsIt() throws {
    let sandbox = try Sandbox()
    let hit = try #require(try sandbox.run(["--jsonl", "tokenizer"]).expect(0).objects().first)
    let id = try #require(hit["id"] as? String)
    try sandbox.run(["show", id]).expect(0)
    try sandbox.run(["related", id]).expect(0)
    try sandbox.run(["stats"]).expect(0)
    try sandbox.write("q\ttokenizer\n", to: "q.tsv")
    let run = try sandbox.run(["run", "--queries", "q.tsv", "--output", "-"]).expect(0)
    #expect(run.output.hasPrefix("q Q0 \(id) 1 "))
  }
}
