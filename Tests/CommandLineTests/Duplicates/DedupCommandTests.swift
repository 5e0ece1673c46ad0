import Foundation
import Testing

/// `qsearch dedup`: what it reads, what it writes, how it ends.
@Suite struct DedupCommandTests {
  /// The banks of the golden tests in `banks`, and an index of one of them in `physics`.
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.writeBanks(to: "banks", from: "duplicates")
    try sandbox.run(["index", "banks/physics.md", "--index", "physics", "-q"]).expect(0)
    return sandbox
  }

  /// The texts of the pairs of a call's JSON, with their classes.
  private func pairs(_ run: CommandRun) throws -> Set<[String]> {
    let names = ["class", "text_a", "text_b"]
    return Set(try run.objects().map { pair in names.map { pair[$0] as? String ?? "" } })
  }

  @Test func filesFoldersAndIndexesGiveTheSamePairs() throws {
    let sandbox = try sandbox()
    let folder = try sandbox.run(["dedup", "banks", "--jsonl"]).expect(0)
    let found = try pairs(folder)
    #expect(
      found.contains([
        "exact", "what is a standing wave", "What is a standing wave?",
      ]) && found.count == 2)
    let files = ["dedup", "banks/physics.md", "banks/exam.md", "--jsonl"]
    #expect(try pairs(try sandbox.run(files).expect(0)) == found)
    #expect(
      try sandbox.run(["dedup", "banks", "banks", "--jsonl"]).expect(0).output == folder.output)
    try sandbox.run(["index", "banks", "-q"]).expect(0)
    #expect(try sandbox.run(["dedup", "--jsonl"]).expect(0).output == folder.output)
    let named = ["dedup", "--index", "other", "--jsonl"]
    try sandbox.run(["index", "banks", "--index", "other", "-q"]).expect(0)
    #expect(try sandbox.run(named).expect(0).output == folder.output)
    // An index needs its banks no more.
    try FileManager.default.removeItem(atPath: sandbox.path("banks"))
    #expect(try pairs(try sandbox.run(["dedup", "--jsonl"]).expect(0)) == found)
  }

  @Test func newQuestionsAreComparedWithAnIndex() throws {
    let sandbox = try sandbox()
    let run = try sandbox.run(["dedup", "--against", "physics", "banks/exam.md", "--jsonl"])
    let found = try run.expect(0).objects()
    #expect(found.count == 2)
    for pair in found {
      #expect(pair["file_a"] as? String == "banks/exam.md")
      #expect(pair["file_b"] as? String == "banks/physics.md")
    }
    try FileManager.default.removeItem(atPath: sandbox.path("banks/physics.md"))
    let again = try sandbox.run(["dedup", "--against", "physics", "banks/exam.md", "--jsonl"])
    #expect(again.expect(0).output == run.output)
    let files = try FileManager.default.contentsOfDirectory(atPath: sandbox.path("physics"))
    #expect(files.contains { $0.hasSuffix(".qsg") })
  }

  @Test func standardInputIsABank() throws {
    let sandbox = try sandbox()
    let bank = Banks.table("How does heat pump work?", "Why do cats purr in the sun?")
    let run = try sandbox.run(
      ["dedup", "--against", "physics", "-", "--jsonl"], input: Array(bank.utf8)
    ).expect(0)
    #expect(try run.objects().map { $0["text_b"] as? String } == ["How does a heat pump work?"])
    let own = Banks.table("Why do cats purr?", "why do cats purr")
    let inside = try sandbox.run(["dedup", "-", "--jsonl"], input: Array(own.utf8)).expect(0)
    #expect(try inside.objects().map { $0["class"] as? String } == ["exact"])
    try sandbox.run(["dedup", "-"], input: []).expectError("no questions found")
  }

  @Test func jsonHasItsNamesAndNoOthers() throws {
    let run = try sandbox().run(["dedup", "banks", "--all-classes", "--jsonl"]).expect(0)
    let pairs = try run.objects()
    let classes = ["exact", "near", "same", "contrast", "related"]
    #expect(pairs.count == run.lines.count && pairs.count >= 4)
    for pair in pairs {
      #expect(Set(pair.keys) == Banks.pairNames)
      #expect(pair["schema_version"] as? Int == 1)
      #expect(classes.contains(try #require(pair["class"] as? String)))
      for name in ["probability", "jaccard_words", "jaccard_characters", "containment"] {
        #expect((0...1).contains(try #require(pair[name] as? Double)), "\(name)")
      }
      #expect(pair["reasons"] is [String] && pair["line_a"] is Int && pair["line_b"] is Int)
      #expect(pair["cluster"] is Int || pair["cluster"] is NSNull)
    }
    let contrasts = pairs.filter { $0["class"] as? String == "contrast" }
    let reasons = contrasts.flatMap { $0["reasons"] as? [String] ?? [] }
    #expect(reasons.contains("number: 3 / 2") && reasons.contains("negation: not"))
    #expect(contrasts.allSatisfy { $0["cluster"] is NSNull })
  }

  @Test func clustersAreJSONToo() throws {
    let run = try sandbox().run(["dedup", "banks", "--clusters", "--jsonl"]).expect(0)
    let clusters = try run.objects()
    #expect(clusters.count == 2)
    for (number, cluster) in clusters.enumerated() {
      #expect(
        Set(cluster.keys) == [
          "schema_version", "cluster", "representative", "members", "weakest_link",
          "weakest_member",
        ])
      #expect(cluster["cluster"] as? Int == number + 1)
      let members = try #require(cluster["members"] as? [String])
      #expect(members.count == 2)
      #expect(members.contains(try #require(cluster["representative"] as? String)))
    }
  }

  @Test func theTableIsReadByEval() throws {
    let sandbox = try sandbox()
    let run = try sandbox.run(["dedup", "banks", "--all-classes", "--tsv"]).expect(0)
    let columns = run.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(columns[0].starts(with: ["id_a", "id_b", "class", "probability"]))
    #expect(columns.allSatisfy { $0.count == columns[0].count } && columns.count >= 5)
    let labelled = run.lines.enumerated().map { number, line in
      let kind = columns[number][2]
      let label = number == 0 ? "label" : ["exact", "near", "same"].contains(kind) ? "1" : "0"
      return line + "\t" + label + "\n"
    }
    try sandbox.write(labelled.joined(), to: "pairs.tsv")
    let eval = try sandbox.run(["eval", "--pairs", "pairs.tsv"]).expect(0)
    #expect(eval.lines.count > 3, "\(eval.output)")
    // Figures of the labels that the classes gave.
    #expect(eval.output.contains("1.0000"))
  }

  @Test func theThresholdDecidesAndClassesAreKept() throws {
    let sandbox = try sandbox()
    let strict = try sandbox.run(["dedup", "banks", "--threshold", "1", "--jsonl"]).expect(0)
    #expect(try strict.objects().map { $0["class"] as? String } == ["exact"])
    let lax = try sandbox.run(["dedup", "banks", "--threshold", "0.01", "--jsonl"]).expect(0)
    for pair in try lax.objects() {
      let both = [pair["text_a"], pair["text_b"]].map { $0 as? String ?? "" }.joined()
      #expect(!(both.contains("2 grams") && both.contains("3 grams")))
      #expect(!(both.contains("not conduct") && both.contains("Why do metals conduct")))
    }
  }

  @Test func statisticsGoToStandardError() throws {
    let run = try sandbox().run(["dedup", "banks", "--stats", "--jsonl"]).expect(0)
    #expect(run.errors.contains("entries      8, 7 of them different"))
    #expect(run.errors.contains("candidates ") && run.errors.contains("similar "))
    #expect(try run.objects().count == 2)
  }

  @Test func certificatesAreKeptBesideAnIndex() throws {
    let sandbox = try sandbox()
    let files = try sandbox.run(["dedup", "--certify", "banks"]).expect(0)
    #expect(files.output.hasPrefix("recall 1.0000: signatures find ") && files.errors.isEmpty)
    try sandbox.run(["index", "banks", "--index", "both", "-q"]).expect(0)
    let run = try sandbox.run(["dedup", "--certify", "--index", "both"]).expect(0)
    #expect(run.output.hasPrefix("recall ") && run.lines.count == 1)
    #expect(run.errors.contains("kept beside the index"))
    #expect(sandbox.has("both/recall.state"))
    try sandbox.run(["check", "--index", "both"]).expect(0)
    try sandbox.write("mine", to: "both/recall.state")
    let foreign = try sandbox.run(["dedup", "--certify", "--index", "both"]).expect(0)
    #expect(foreign.errors.contains("not kept"))
    #expect(String(decoding: try sandbox.read("both/recall.state"), as: UTF8.self) == "mine")
  }

  @Test func withoutPairsThereIsNothingToCertify() throws {
    let sandbox = try sandbox()
    for words in [["banks/physics.md"], ["--index", "physics"]] {
      let run = try sandbox.run(["dedup", "--certify"] + words).expect(1)
      #expect(run.output.isEmpty && run.errors.contains("nothing to certify"))
    }
  }
}
