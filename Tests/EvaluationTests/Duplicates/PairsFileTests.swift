import Evaluation
import TestSupport
import Testing

@Suite struct PairsFileTests {
  private func parse(
    _ text: String, labels: PairLabelRule = .standard
  ) throws -> PairsFile {
    try PairsFile.parse(Array(text.utf8), file: "p.tsv", labels: labels)
  }

  @Test func columnsAreFoundByName() throws {
    let plain = try parse("id_a\tid_b\tlabel\n1\t2\t1\nx y\tz\t0\n")
    #expect(plain.judgments.map(\.isDuplicate) == [true, false])
    #expect(plain.records[0].textA == nil && plain.records[1].line == 3)
    let other = try parse(
      "\u{FEFF}label\tnote\tid_b\ttext_b\tprobability\tid_a\ttext_a\r\n"
        + "Same\t\tb\twhat is a trie?\t0.75\ta\ttries\r\n\r\nno\tn\ta\t\t1e-3\tc\t\r\n")
    let first = other.records[0]
    #expect(first.idA == "a" && first.idB == "b" && first.textB == "what is a trie?")
    #expect(first.textA == "tries" && first.score == 0.75 && first.judgment.isDuplicate)
    #expect(other.records[1].judgment.pair == ItemPair("a", "c"))
    #expect(other.judgedScores.map(\.score) == [0.75, 0.001])
  }

  @Test func labelsMayBeGradesOrOtherNames() throws {
    let graded = try parse(
      "id_a\tid_b\tlabel\n1\t2\t5\n1\t3\t3.5\n1\t4\t4\n", labels: .atLeast(4))
    #expect(graded.judgments.map(\.isDuplicate) == [true, false, true])
    let named = try parse(
      "id_a\tid_b\tlabel\n1\t2\tParaphrase\n1\t3\tcontrast\n",
      labels: .names(duplicate: ["paraphrase"], different: ["contrast"]))
    #expect(named.judgments.map(\.isDuplicate) == [true, false])
  }

  @Test func pairsOfAnItemWithItselfAreLeftOut() throws {
    let file = try parse("id_a\tid_b\tlabel\n1\t1\t1\n1\t2\t1\n")
    #expect(file.records.count == 1 && file.selfPairLines == [2])
  }

  @Test(arguments: [
    ("id_a\tid_b\n1\t2\n", 1, "no label"),
    ("id_a\tid_b\tlabel\tid_a\n", 1, "twice"),
    ("\nid_a\tid_b\tlabel\n1\t2\n", 3, "2 columns"),
    ("id_a\tid_b\tlabel\n1\t2\t1\t\n", 2, "4 columns"),
    ("id_a\tid_b\tlabel\n1\t2\tmaybe\n", 2, "'maybe'"),
    ("id_a\tid_b\tlabel\n\t2\t1\n", 2, "empty"),
    ("id_a\tid_b\tlabel\n1\t2\t1\n3\t4\t0\n2\t1\t1\n", 4, "line 2"),
    ("id_a\tid_b\tlabel\tscore\n1\t2\t1\tnan\n", 2, "finite"),
    ("id_a\tid_b\tlabel\tscore\n1\t2\t1\t\n", 2, "finite"),
  ])
  func malformedLinesAreNamed(text: String, line: Int, part: String) {
    let error = #expect(throws: EvaluationError.self) { try parse(text) }
    #expect(error?.description.hasPrefix("p.tsv:\(line): ") == true, "\(error as Any)")
    #expect(error?.description.contains(part) == true, "\(error as Any)")
  }

  @Test func otherBytesAndFilesWithoutPairsAreNamed() {
    #expect(throws: EvaluationError.self) { try parse("") }
    #expect(throws: EvaluationError.self) { try parse("id_a\tid_b\tlabel\n") }
    #expect(throws: EvaluationError.self) {
      try PairsFile.parse(Array("id_a\tid_b\tlabel\n".utf8) + [0xFF, 9, 0x31, 9, 0x31], file: "p")
    }
  }

  @Test func anyBytesGivePairsOrOneError() {
    var generator = SeededGenerator(seed: 41)
    let alphabet: [UInt8] = [0x09, 0x09, 0x0A, 0x0D, 0x20, 0x30, 0x31, 0x61, 0xC3, 0xA9, 0xFF, 0]
    for round in 0..<2000 {
      let bytes = (0..<24).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let header = round % 2 == 0 ? Array("id_a\tid_b\tlabel\n".utf8) : []
      _ = try? PairsFile.parse(header + bytes, file: "p")
    }
  }

  @Test(.enabled(if: Repository.shared != nil))
  func publicPairsAreReadAndSplit() throws {
    let shared = try #require(Repository.shared)
    let path = shared + "/data/rqe/pairs.test.tsv"
    let file = try PairsFile.parse(try bytes(of: path), file: "pairs.test.tsv")
    #expect(file.records.count == 302)
    let split = try ClusterSplit(file.judgments)
    #expect(!split.development.isEmpty && !split.test.isEmpty)
    let graded = try PairsFile.parse(
      try bytes(of: shared + "/data/sts2016_qq/pairs.tsv"), file: "pairs.tsv",
      labels: .atLeast(4))
    #expect(graded.records.count == 209)
  }
}
