import Foundation
import TestSupport
import Testing

/// Any text is a query.
@Suite struct QueryTests {
  private static let fuzzFile = Repository.shared.map { $0 + "/data/fuzz/naughty_strings.json" }
  private static let hasFuzzFile =
    fuzzFile.map { FileManager.default.fileExists(atPath: $0) } ?? false

  private static let awkward = [
    "what's the -loss?'{", "a:(^`", "AND", "OR NOT", "NEAR(a b)", "-", "---", "'", "\"", "{", "?",
    "*", "a*", "\"unclosed", "\\", "\\u0000", "%s%n", "$(ls)", "`ls`", "a\tb", "a\nb", "\r\n",
    "🤖", "👩‍👩‍👧‍👦", "e\u{301}", "\u{301}", "\u{FEFF}", "\u{200B}", "\u{FFFD}", "\u{10FFFF}", "ǅ",
    "İ", "ß", "ﷺ", "ภาษาไทย", "漢字かな交じり文", "λ \\alpha $x^2$", "C++ C# .NET k-NN", "a.b.c.d..e",
    "1/0 NaN inf -0", "file:///etc/passwd", "-\u{301}x",
  ]

  @Test func awkwardTextsAreAnswered() throws {
    let sandbox = try Sandbox.withBanks()
    for text in Self.awkward {
      let blank = text.allSatisfy(\.isWhitespace)
      for words in [["--", text], ["related", "--", text], ["search", "--jsonl", "--", text]] {
        let run = try sandbox.run(words)
        #expect(blank ? run.code == 2 : run.code < 2, "\(words): \(run.code) \(run.errors)")
        #expect(run.rawControls.isEmpty, "\(words)")
      }
    }
  }

  @Test func textsThatBeginWithADashAndAreNoOptionNeedNoDashes() throws {
    let sandbox = try Sandbox.withBanks()
    for text in ["-", "---", "-1", "- ring buffer", "--- ring", "-ring buffer", "-'x"] {
      let run = try sandbox.run([text])
      #expect(run.code < 2, "'\(text)': \(run.errors)")
    }
  }

  @Test(.enabled(if: hasFuzzFile, "the shared data is not beside the checkout"))
  func naughtyStringsAreAnswered() throws {
    let path = try #require(Self.fuzzFile)
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let strings = try #require(try JSONSerialization.jsonObject(with: data) as? [String])
    #expect(strings.count > 400)
    let sandbox = try Sandbox.withBanks()
    // A program's argument cannot hold NUL.
    for text in strings where !text.contains("\0") {
      let run = try sandbox.run(["-q", "--", text])
      let isBlank = text.allSatisfy(\.isWhitespace)
      #expect(isBlank ? run.code == 2 : run.code < 2, "'\(text)': \(run.code) \(run.errors)")
      #expect(run.rawControls.isEmpty, "'\(text)'")
    }
  }

  @Test func bytesThatAreNoTextAreAnswered() throws {
    let sandbox = try Sandbox.withBanks()
    for bytes in [
      "\\377\\376", "ring \\303", "\\360\\237\\222", "\\300\\200", "\\355\\240\\200 ring",
    ] {
      for words in ["", "search -- ", "related "] {
        let run = try sandbox.shell("exec \"$Q\" -q \(words)\"$(printf '\(bytes)')\"")
        #expect(run.code < 2, "\(bytes): \(run.errors)")
      }
    }
    #expect(
      try sandbox.shell("exec \"$Q\" -q \"$(printf 'ring \\377')\"").expect(0).lines.count > 2)
  }

  @Test func longQueriesAreAnswered() throws {
    let sandbox = try Sandbox.withBanks()
    let words = String(repeating: "ring buffers of words and files ", count: 3200)
    #expect(words.utf8.count > 100_000)
    let run = try sandbox.run(["-q", "--", words]).expect(0)
    #expect(run.output.contains("ring"))
    try sandbox.run(["-q", "--", String(repeating: "x", count: 100_000)]).expect(1)
    try sandbox.run(["-q", String(repeating: "(", count: 100_000)]).expect(1)
    // A megabyte, in as many arguments as that takes.
    let megabyte = Array(repeating: String(repeating: "ring buffer full ", count: 600), count: 100)
    try sandbox.run(["-q", "--limit", "1"] + megabyte).expect(0)
    let different = (0..<10_000).map { "w\($0)" }
    try sandbox.run(["-q"] + different).expect(1)
  }

  @Test func randomBytesAreAnswered() throws {
    let sandbox = try Sandbox.withBanks()
    let seed: UInt64 = 0x5EED_0003
    var generator = SeededGenerator(seed: seed)
    for round in 0..<40 {
      let bytes = generator.bytes(200).map { $0 == 0 ? 1 : $0 }
      let text = String(decoding: bytes, as: UTF8.self)
      let run = try sandbox.run(["-q", "--", text])
      #expect(run.code < 2, "seed \(seed), round \(round): \(run.errors)")
      #expect(run.rawControls.isEmpty)
    }
  }
}
