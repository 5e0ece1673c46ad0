import Foundation
import Testing

/// `qsearch eval --run`: what people and programs see of a scored run.
@Suite struct EvalRunTests {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(
      "q1 0 a 1\nq1 0 b 0\nq1 0 c 2\nq2 0 a 1\nq3 0 b 0\nq4 0 d 1\n", to: "qrels.txt")
    try sandbox.write(
      """
      q1 Q0 b 1 3.5 t
      q1 Q0 a 2 2 t
      q1 Q0 x 3 2 t
      q1 Q0 c 4 1 t
      q2 Q0 a 1 1e-3 t
      q3 Q0 y 1 1 t
      q9 Q0 a 1 1 t

      """, to: "run.txt")
    try sandbox.write("q1\tb\nq2\ta\n", to: "exclude.tsv")
    return sandbox
  }

  static let calls: [(name: String, options: [String])] = [
    ("eval-run", []),
    ("eval-run-queries", ["--per-query", "--measure", "nDCG@10", "--measure=P(rel=2)@5"]),
    (
      "eval-run-policies",
      ["--ties=best", "--missing=skip", "--no-relevant=skip", "--unjudged=removed"]
    ),
    ("eval-run-exclude", ["--exclude", "exclude.tsv", "--measure=RR"]),
    ("eval-run-json", ["--jsonl", "--per-query", "--measure=AP", "--measure=Judged@2"]),
  ]

  @Test(arguments: calls.indices)
  func outputIsAsRecorded(_ index: Int) throws {
    let (name, options) = Self.calls[index]
    let words = ["eval", "--run", "run.txt", "--qrels", "qrels.txt"] + options
    let run = try sandbox().run(words)
    try Snapshot(name: name, form: name.hasSuffix("json") ? .json : .text)
      .check(run, of: (["qsearch"] + words).joined(separator: " "))
  }

  @Test func digitsAreThoseOfPrintf() throws {
    let sandbox = try sandbox()
    // A first relevant result at rank 32: 0.03125 is as near to 0.0312 as to 0.0313.
    let lines = (1...32).map { "q1 Q0 \($0 == 32 ? "a" : "x\($0)") \($0) \(100 - $0) t\n" }
    try sandbox.write(lines.joined(), to: "deep.txt")
    let run = try sandbox.run([
      "eval", "--run", "deep.txt", "--qrels", "qrels.txt", "--missing=skip", "--measure=RR",
    ])
    run.expect(0)
    #expect(run.output.contains("0.0312\n"))
  }

  @Test func filesComeFromStandardInput() throws {
    let sandbox = try sandbox()
    let file = try sandbox.run(["eval", "--run", "run.txt", "--qrels", "qrels.txt", "--jsonl"])
    for (run, qrels, input) in [("-", "qrels.txt", "run.txt"), ("run.txt", "-", "qrels.txt")] {
      let piped = try sandbox.shell(
        "exec \"$Q\" eval --run \(run) --qrels \(qrels) --jsonl <\(input)")
      #expect(piped.outputBytes == file.outputBytes)
    }
    try sandbox.run(["eval", "--run", "-", "--qrels", "-"]).expectError("standard input")
  }

  @Test func wrongFilesAndWordsAreNamed() throws {
    let sandbox = try sandbox()
    try sandbox.write("q1 Q0 a 1 nan t\n", to: "nan.txt")
    let files = ["--run", "run.txt", "--qrels", "qrels.txt"]
    try sandbox.run(["eval"]).expectError("--run", "--qrels")
    try sandbox.run(["eval", "--run", "run.txt"]).expectError("--qrels")
    try sandbox.run(["eval", "--run", "nan.txt", "--qrels", "qrels.txt"]).expectError(
      "nan.txt:1", "nan")
    try sandbox.run(["eval", "--run", "run.txt", "--qrels", "run.txt"]).expectError(
      "run.txt:1", "columns")
    try sandbox.run(["eval", "--run", "none", "--qrels", "qrels.txt"]).expectError("none")
    try sandbox.run(["eval"] + files + ["--measure", "ndcg_cut_10"]).expectError("nDCG@10")
    try sandbox.run(["eval"] + files + ["--ties", "any"]).expectError("trec or best or worst")
    try sandbox.run(["eval"] + files + ["--exclude", "run.txt"]).expectError("run.txt:1")
    try sandbox.run(["eval"] + files + ["word"]).expectError("word")
  }
}
