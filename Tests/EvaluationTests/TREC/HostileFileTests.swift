import Evaluation
import TestSupport
import Testing

/// Any bytes give an answer or one error that names the file.
@Suite struct HostileFileTests {
  private static let parsers:
    [(name: String, good: String, parse: @Sendable ([UInt8]) throws -> Void)] =
      [
        (
          "run", "q1 Q0 d1 1 2.5 t\nq1 Q0 d2 2 1e-3 t\r\nq2 Q0 d1 1 -0.5 t\n",
          { _ = try Run.parse($0, file: "file") }
        ),
        (
          "judgments", "q1 0 d1 1\nq1 0 d2 -1\r\nq2 0 d1 0\n",
          { _ = try Judgments.parse($0, file: "file") }
        ),
        ("exclusions", "q1\td1\nq2 d1\r\n", { _ = try Exclusions.parse($0, file: "file") }),
        ("lines of queries", "q1\ta b\tt\nq2\tc\n", { _ = try TopicQuery.parse($0, file: "file") }),
        (
          "topics", "<top>\n<num> Number: 1\n<title> a b\n<desc> c\n</top>\n",
          { _ = try TopicQuery.parse($0, file: "file") }
        ),
        (
          "documents", #"{"_id":"a","title":"b","text":"c"}"# + "\n",
          { _ = try BEIRFolder.parseDocuments($0, file: "file") }
        ),
        (
          "queries", #"{"_id":"a","text":"c"}"# + "\n",
          { _ = try BEIRFolder.parseQueries($0, file: "file") }
        ),
        (
          "qrels", "query-id\tcorpus-id\tscore\na\tb\t1\n",
          { _ = try BEIRFolder.parseJudgments($0, file: "file") }
        ),
      ]

  private func check(_ bytes: [UInt8], _ parse: ([UInt8]) throws -> Void) {
    do {
      try parse(bytes)
    } catch {
      let message = "\(error)"
      #expect(error is EvaluationError && message.hasPrefix("file:"), "\(message)")
    }
  }

  @Test(arguments: parsers.indices)
  func cutsAndFlippedBitsAreAnswered(_ index: Int) throws {
    let parser = Self.parsers[index]
    let good = Array(parser.good.utf8)
    try parser.parse(good)
    for length in 0..<good.count { check(ByteDamage.cut(good, to: length), parser.parse) }
    for bit in 0..<(good.count * 8) { check(ByteDamage.flip(good, bit: bit), parser.parse) }
  }

  @Test(arguments: parsers.indices)
  func anyBytesAreAnswered(_ index: Int) {
    var generator = SeededGenerator(seed: 44)
    let parse = Self.parsers[index].parse
    let alphabet =
      Array("q0 \t\n\r\u{B}1.-e+<>top/num\"{}:,_id".utf8) + [0, 0xFF, 0xC3, 0xA9, 0x7F]
    for _ in 0..<3000 {
      let length = Int.random(in: 0..<60, using: &generator)
      check((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0 }, parse)
      check(generator.bytes(length), parse)
    }
  }

  @Test(arguments: parsers.indices)
  func largeFilesOfOneByteAreAnswered(_ index: Int) {
    for byte: UInt8 in [0x00, 0x0A, 0x20, 0x09, 0x3C, 0x5B, 0x7B, 0x61, 0xFF] {
      check([UInt8](repeating: byte, count: 1_000_000), Self.parsers[index].parse)
    }
  }
}
