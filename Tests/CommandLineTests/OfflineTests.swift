import Foundation
import TestSupport
import Testing

/// Nothing of the program talks to a network.
@Suite struct OfflineTests {
  private static let strace = ["/usr/bin/strace", "/bin/strace"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test func noSourceOpensAConnection() throws {
    let sources = Repository.root + "/Sources"
    let calls = [
      /\bsocket\s*\(/, /\bconnect\s*\(/, /\bgetaddrinfo\b/, /\bURLSession\b/, /\bNWConnection\b/,
    ]
    var count = 0
    for file in try FileManager.default.subpathsOfDirectory(atPath: sources) {
      guard [".swift", ".c", ".h"].contains(where: file.hasSuffix) else { continue }
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      count += 1
      for call in calls { #expect(text.firstMatch(of: call) == nil, "\(file)") }
    }
    #expect(count > 20)
  }

  @Test(.enabled(if: strace != nil, "strace is not installed"))
  func noCommandAsksTheSystemForASocket() throws {
    let strace = try #require(Self.strace)
    let sandbox = try Sandbox.withBanks()
    try sandbox.write("q\tring\n", to: "q.tsv")
    for call in [
      "ring", "index banks --index other", "stats", "read banks", "related ring", "--help",
      "run --queries q.tsv --output RUN",
    ] {
      let script = "\(strace) -f -qq -e trace=network -o trace \"$Q\" -q \(call) >/dev/null"
      let run = try sandbox.shell(script)
      // A system may forbid tracing; the check of the sources stands all the same.
      if run.errors.contains("ptrace") { return }
      run.expect(0)
      #expect(String(decoding: try sandbox.read("trace"), as: UTF8.self).isEmpty, "\(call)")
    }
  }
}
