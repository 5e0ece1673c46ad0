import Foundation
import Testing

/// `qsearch dedup --report`: what stands in the page. `Eval/page/click_through.py` works it in a
/// browser.
@Suite struct DedupReportTests {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.writeBanks(to: "banks", from: "duplicates")
    return sandbox
  }

  private func page(_ sandbox: Sandbox, _ name: String = "out.html") throws -> String {
    String(decoding: try sandbox.read(name), as: UTF8.self)
  }

  @Test func itHasAllPairsAndSaysNothingElse() throws {
    let sandbox = try sandbox()
    let run = try sandbox.run(["dedup", "banks", "--report", "out.html"]).expect(0)
    #expect(run.output.isEmpty && run.errors.contains("out.html"))
    let page = try page(sandbox)
    let pairs = try sandbox.run(["dedup", "banks", "--all-classes", "--jsonl"]).objects()
    #expect(page.components(separatedBy: "<article").count == pairs.count + 1)
    let texts = page.replacing("<mark>", with: "").replacing("</mark>", with: "")
    for pair in pairs { #expect(texts.contains(pair["text_a"] as? String ?? "?")) }
    #expect(!page.contains(sandbox.path("")), "no path of a machine")
    try sandbox.run(["dedup", "banks", "--report", "again.html"]).expect(0)
    #expect(try self.page(sandbox, "again.html") == page)
  }

  @Test func textsStayTexts() throws {
    let sandbox = try Sandbox()
    let hostile = "What does </div><script>alert(\"1\")</script> & \u{1B}[2J\u{202E} do?"
    try sandbox.write(
      "# A\n### \(hostile)\n<b onclick=x>\n### \(hostile.lowercased())\nIt.\n", to: "a.md")
    try sandbox.run(["dedup", "a.md", "--report", "out.html"]).expect(0)
    let page = try page(sandbox)
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(page.contains("&lt;script&gt;") && !page.contains("<b onclick"))
    #expect(!page.contains("\u{1B}") && !page.contains("\u{202E}"))
  }

  /// The policy allows the script by its hash: with another it would not run.
  @Test func theScriptIsTheOneThatThePolicyAllows() throws {
    let sandbox = try sandbox()
    try sandbox.run(["dedup", "banks", "--report", "out.html"]).expect(0)
    let page = try page(sandbox)
    let script = try #require(page.components(separatedBy: "<script>").last)
      .components(separatedBy: "</script>")[0]
    try sandbox.write(script, to: "script")
    let tool = ["/usr/bin/sha256sum", "/usr/bin/shasum"].first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(tool))
    process.arguments = (tool == "/usr/bin/shasum" ? ["-a", "256"] : []) + [sandbox.path("script")]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let digits = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let bytes = stride(from: 0, to: 64, by: 2).compactMap {
      UInt8(digits.dropFirst($0).prefix(2), radix: 16)
    }
    #expect(bytes.count == 32)
    #expect(page.contains("script-src 'sha256-\(Data(bytes).base64EncodedString())'"))
  }

  @Test func decidedPairsAreNotAskedAgainAndTheirTableStays() throws {
    let sandbox = try sandbox()
    let pair = try #require(
      try sandbox.run(["dedup", "banks", "--jsonl"]).expect(0).objects().first)
    let (a, b) = (pair["a"] as? String ?? "", pair["b"] as? String ?? "")
    try sandbox.write("\(a)\t\(b)\tdifferent\t2026-01-31\ta <note>\n", to: "decisions.tsv")
    try sandbox.run(["dedup", "banks", "--report", "out.html"]).expect(0)
    let page = try page(sandbox)
    #expect(!page.contains("data-a=\"\(a)\" data-b=\"\(b)\""))
    #expect(
      page.contains("data-table=\"\(a)%09\(b)%09different%092026%2D01%2D31%09a%20%3Cnote%3E%0A"))
  }

  @Test func onlyAPageIsReplaced() throws {
    let sandbox = try sandbox()
    let bank = try sandbox.read("banks/exam.md")
    let run = try sandbox.run(["dedup", "banks", "--report", "banks/exam.md"]).expect(2)
    #expect(run.errors.contains("banks/exam.md") && run.errors.contains("no page"))
    #expect(try sandbox.read("banks/exam.md") == bank)
    for _ in 0..<2 { try sandbox.run(["dedup", "banks", "--report", "out.html"]).expect(0) }
    try sandbox.run(["dedup", "banks", "--report", "none/out.html"]).expect(2)
    #expect(
      try sandbox.run(["dedup", "banks", "--report", "/dev/stdout"]).expect(0).output
        .hasPrefix("<!doctype html>"))
    for other in ["--write", "--review", "--jsonl", "--tsv", "--clusters", "--all-classes"] {
      try sandbox.run(["dedup", "banks", "--report", "x.html", other]).expect(2)
    }
    #expect(!sandbox.has("x.html"))
  }

  @Test func withoutPairsItSaysSo() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      Banks.table("How does heat pump work?", "Why do cats purr in the sun?"), to: "a.md")
    try sandbox.run(["dedup", "a.md", "--report", "out.html"]).expect(1)
    #expect(try page(sandbox).contains("No two of these questions look alike."))
  }
}
