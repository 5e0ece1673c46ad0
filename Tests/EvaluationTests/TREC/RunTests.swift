import Evaluation
import TestSupport
import Testing

/// Reading runs: what is a line, what is a score, what is an error.
@Suite struct RunTests {
  private func parse(_ text: String) throws -> Run { try Run.parse(Array(text.utf8), file: "run") }

  private func expectError(_ text: String, line: Int, _ words: String...) {
    let error = #expect(throws: EvaluationError.self) { try parse(text) }
    let message = error?.description ?? ""
    #expect(message.hasPrefix("run:\(line): "), "\(message)")
    for word in words { #expect(message.contains(word), "\(message)") }
  }

  @Test func linesAreReadWhateverTheirBlanks() throws {
    let run = try parse("q1 Q0 d1 1 2.5 t\n\n \t\r\nq2\tQ0\td1 2  -1e-3 t  \r\n  q1 Q0 é/2 0 +3. t")
    #expect(run.queries == ["q1", "q2"])
    #expect(run.count == 3)
    let first = try #require(run.results(of: "q1"))
    #expect(first.map(\.document) == ["d1", "é/2"] && first.map(\.score) == [2.5, 3])
    #expect(run.results(of: "q2")?.map(\.score) == [-0.001])
    #expect(run.results(of: "q3") == nil)
  }

  @Test func aByteOrderMarkIsPassedOver() throws {
    #expect(try parse("\u{FEFF}q1 Q0 d1 1 2.5 t\n").queries == ["q1"])
  }

  @Test func wrongLinesAreNamed() {
    let good = "q Q0 a 1 1 t\n"
    expectError(good + "q Q0 b 1 1\n", line: 2, "5 columns")
    expectError(good + "\nq Q0 b 1 1 t more\n", line: 3, "7 columns")
    expectError(good + "q\n", line: 2, "1 column ")
    expectError(good + "q Q0 b 1 1 t\u{0}\n", line: 2, "control character")
    expectError(good + "q Q0 b\u{1}c 1 1 t\n", line: 2, "control character")
    expectError("\u{0}", line: 1, "control character")
    expectError(good + "q Q0 b 1 1 t\nq Q0 a 3 0.5 t\n", line: 3, "'a' stands twice", "'q'")
    expectError(good + "p Q0 a 1 1 t\nq Q0 a 3 0.5 t\n", line: 3, "twice")
    // UTF-16 has a zero beside each letter.
    expectError("q\u{0} \u{0}Q\u{0}", line: 1, "control character")
  }

  @Test(arguments: [
    "nan", "NaN", "inf", "-inf", "infinity", "x", "1x", "", "-", "+", ".", "e5", "1e", "1e+", "1,5",
    "0x1p3", "1e999", "-1e999", "1e39", "1_0", "--1", "1e1e1", "½",
  ])
  func scoresAreFiniteNumbers(score: String) {
    guard !score.isEmpty else { return }
    expectError("q Q0 a 1 1 t\nq Q0 b 2 \(score) t\n", line: 2, "score")
  }

  @Test func scoresAreRoundedAsCDoes() throws {
    var generator = SeededGenerator(seed: 12)
    var texts = [
      "0", "-0", "0.0", "00012.50", "1e-45", "1e-50", "1e-999", "3.4028234e38", "1e-38", "16777217",
      "16777216.99999999999999999999999", "0.1", "123456789012345678901234567890",
      "1.000000059604644775390625", "1.00000005960464477539062500000000001", "9007199254740993",
      "0.000000000000000000000000000000000000000000001", "8388609.5", "1e22", "1e-22",
    ]
    for _ in 0..<20_000 {
      let value = Float(bitPattern: UInt32.random(in: 0...0x7F00_0000, using: &generator))
      let double = Double(value) * (1 + Double.random(in: -1e-7...1e-7, using: &generator))
      texts.append("\(double)")
      // Halfway between two floats, and a hair beside it.
      let middle = (Double(value) + Double(value.nextUp)) / 2
      texts += ["\(middle)", "\(middle.nextUp)", "\(-middle.nextDown)"]
    }
    let lines = texts.enumerated().map { "q Q0 d\($0) 1 \($1) t" }.joined(separator: "\n")
    let scores = try #require(try parse(lines).results(of: "q")).map(\.score)
    for (text, score) in zip(texts, scores) {
      let expected = Float(try #require(Double(text)))
      #expect(score == expected, "\(text) is \(score), not \(expected)")
    }
  }

  @Test func resultsInMemoryFollowTheSameRules() throws {
    let run = try Run([("q1", [("a b", 1), ("c", 2)]), ("q2", [])], name: "mine")
    #expect(run.queries == ["q1", "q2"] && run.results(of: "q2")?.isEmpty == true)
    #expect(run.results(of: "q1")?.map(\.document) == ["a b", "c"])
    for wrong: [(String, [(document: String, score: Double)])] in [
      [("q", [("a", .nan)])], [("q", [("a", .infinity)])], [("q", [("a", 1e300)])],
      [("q", [("a", 1), ("a", 2)])], [("q", [("", 1)])], [("q", []), ("q", [])],
    ] {
      #expect(throws: EvaluationError.self) { try Run(wrong.map { (query: $0.0, results: $0.1) }) }
    }
  }

  @Test func filesAreNamedWhereTheyCannotBeRead() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path("none"), folder.path, "/dev/null"] {
      let error = #expect(throws: EvaluationError.self) { try Run.read(path) }
      #expect(error?.description.hasPrefix(path) == true)
    }
    let path = try folder.write("", to: "empty")
    #expect(
      throws: EvaluationError.empty(file: path, expected: "lines 'qid Q0 document rank score tag'")
    ) { try Run.read(path) }
    try folder.write("q Q0 a 1 1 t\n", to: "run")
    #expect(try Run.read(folder.path("run")).count == 1)
  }

  @Test func longLinesAndNamesAreReadInTheirTime() throws {
    let name = String(repeating: "n", count: 10_000_000)
    #expect(try parse("q Q0 \(name) 1 1 t\n").count == 1)
    expectError(name, line: 1, "1 column")
    expectError("q Q0 a 1 \(String(repeating: "1", count: 10_000_000)) t\n", line: 1, "score")
    expectError(String(repeating: "q ", count: 5_000_000), line: 1, "5000000 columns")
    let many = (0..<200_000).map { "q Q0 \($0) 1 1 t\n" }.joined()
    expectError(many + "q Q0 199999 1 1 t\n", line: 200_001, "twice")
  }

  @Test func whatOurFormatterWritesIsRead() throws {
    let lines = RunFormatter(tag: "t").lines(query: "q", results: [("a", 2), ("b", 2)])
    let results = try #require(try parse(lines).results(of: "q"))
    #expect(results[0].score > results[1].score)
  }
}
