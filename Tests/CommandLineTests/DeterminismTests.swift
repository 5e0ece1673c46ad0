import Foundation
import Testing

/// The same banks and words give the same bytes.
@Suite struct DeterminismTests {
  private static let calls = [
    ["ring buffer file disk"], ["--jsonl", "--explain", "ring buffer file disk"], ["stats"],
    ["related", "how does a commit reach the disk"], ["read", "banks", "--jsonl"], ["zebra"],
    ["--limit", "x", "ring"], ["read", "nowhere"], ["--help"], ["IİıiI file"],
  ]

  @Test func twoRunsAgree() throws {
    let sandbox = try Sandbox.withBanks()
    for call in Self.calls {
      let (first, second) = (try sandbox.run(call), try sandbox.run(call))
      #expect(first.outputBytes == second.outputBytes && first.errorBytes == second.errorBytes)
    }
  }

  @Test func localeAndTimeZoneChangeNothing() throws {
    let sandbox = try Sandbox.withBanks()
    let settings: [[String: String?]] = [
      ["LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "C.UTF-8"], ["LC_ALL": "de_DE.UTF-8"],
      ["LC_ALL": nil, "LANG": "ar_EG.UTF-8"], ["LC_ALL": "nonsense"], ["LC_ALL": nil],
      ["TZ": "Asia/Kathmandu"], ["TZ": "nonsense"], ["TZ": nil],
    ]
    for call in Self.calls {
      let expected = try sandbox.run(call)
      for variables in settings {
        let run = try sandbox.run(call, variables: variables)
        #expect(run.outputBytes == expected.outputBytes, "\(call) with \(variables)")
        #expect(run.errorBytes == expected.errorBytes, "\(call) with \(variables)")
      }
    }
  }

  /// The index's files: without the lock and what updates remember of times.
  private func files(_ sandbox: Sandbox) throws -> [String: [UInt8]] {
    try sandbox.contents(".qsearch").filter {
      !["lock", "sources.state", "latent.state"].contains($0.key)
    }
    .mapValues(\.bytes)
  }

  @Test func indexesOfTheSameBanksHaveTheSameBytes() throws {
    var indexes: [[String: [UInt8]]] = []
    for variables in [[:], ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"]] as [[String: String?]] {
      let sandbox = try Sandbox.withBanks(isIndexed: false)
      try sandbox.run(["index", "banks"], variables: variables).expect(0)
      indexes.append(try files(sandbox))
    }
    #expect(indexes[0] == indexes[1] && indexes[0].count == 2)
  }

  @Test func indexingAgainOrWithOtherTimesOfFilesChangesNoByte() throws {
    let sandbox = try Sandbox.withBanks()
    let before = try files(sandbox)
    try sandbox.shell("touch -t 200001010000 banks/*").expect(0)
    try sandbox.run(["index", "banks"]).expect(0)
    let after = try files(sandbox)
    #expect(before == after)
  }

  @Test func searchingWritesNothing() throws {
    let sandbox = try Sandbox.withBanks()
    let before = try sandbox.contents("")
    for call in Self.calls { _ = try sandbox.run(call) }
    #expect(try sandbox.contents("") == before)
  }
}
