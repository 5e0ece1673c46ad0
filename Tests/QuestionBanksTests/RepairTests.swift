import QuestionBanks
import Testing

@Suite struct RepairTests {
  @Test func markAndLineBreaksKeepOriginalOffsets() throws {
    let text = "- What is a bay?\r\n- What is a cape?\r\n"
    let result = try BankReader().read([0xEF, 0xBB, 0xBF] + Array(text.utf8), file: "f", bank: "b")
    #expect(result.entries.map(\.text) == ["What is a bay?", "What is a cape?"])
    #expect(result.entries.map(\.byteStart) == [0, 21])
    #expect(result.entries.map(\.byteEnd) == [19, 38])
    #expect(result.notes.first?.line == 1)
  }

  @Test func oldMacLineBreaks() throws {
    #expect(try entries("- What is a bay?\r- What is a cape?\r").map(\.line) == [1, 2])
  }

  @Test(arguments: [
    ("- What\u{E2}\u{20AC}\u{2122}s a bay?", "What’s a bay?"),
    ("- What\u{201A}\u{C4}\u{F4}s a bay?", "What’s a bay?"),
    ("- Is \u{F8FF}\u{FC}\u{EA}\u{2022} a gull?", "Is 🐥 a gull?"),
    (
      "- Is “caf\u{E9}\u{A0}\u{BB} \u{AB}\u{E9}tat French? √π ≈ 1.77?",
      "Is “café » «état French? √π ≈ 1.77?"
    ),
  ])
  func wronglyDecodedTextIsRestored(line: String, clean: String) throws {
    let found = try entries("\(line)\n- Why?\n- How is it?\n")
    #expect(found.first?.text == clean)
  }

  @Test func invalidBytesAndNulAreReplacedAndNoted() throws {
    let bytes = Array("- What is ".utf8) + [0xFF] + Array("x\u{0}?\n- Why is it so?\n".utf8)
    let result = try BankReader().read(bytes, file: "f", bank: "b")
    #expect(result.entries.first?.text == "What is \u{FFFD}x\u{FFFD}?")
    #expect(result.notes.count == 2)
    #expect(result.notes.allSatisfy { $0.line == 1 })
  }

  @Test func foreignEncodingsAndBinaryAreNamed() throws {
    let utf16 = Array("- What?\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(throws: BankError.encoding(file: "f", name: "UTF-16")) {
      try BankReader().read([0xFF, 0xFE] + utf16, file: "f", bank: "b")
    }
    #expect(throws: BankError.encoding(file: "f", name: "UTF-16LE")) {
      try BankReader().read(utf16, file: "f", bank: "b")
    }
    #expect(throws: BankError.binary(file: "f", offset: 0)) {
      try BankReader().read((0..<200).map { UInt8($0 % 32) }, file: "f", bank: "b")
    }
  }

  @Test(arguments: [
    ("Why is \\( p + k \\) a shift?", "Why is \\( p + k \\) a shift?"),
    ("Why is \\(n log n\\) a bound?", "Why is (n log n) a bound?"),
    ("What is `a_b` & **c**&amp;<b>d</b>?", "What is a_b & c&d?"),
    ("What is [a reef](https://x.example/(y))?", "What is a reef?"),
    ("Why is 5 * 3 * 2 < 40 and a_b_c fine?", "Why is 5 * 3 * 2 < 40 and a_b_c fine?"),
    ("What is \\\\(x\\_1 \\\\leq 2\\\\) here?", "What is \\(x_1 \\leq 2\\) here?"),
    ("Sort \\[3, 1\\] and ![pic](p.png) $a_1 * b_1$?", "Sort [3, 1] and $a_1 * b_1$?"),
    ("Why? [[src](https://a.example)]", "Why?"),
    ("📌 Q12: Why salt? 👶", "Why salt?"),
    ("**Q3.** Why _is_ it ***so***?", "Why is it so?"),
    ("What is C#?", "What is C#?"),
  ])
  func itemTextIsClean(source: String, clean: String) throws {
    let found = try entries("- \(source)\n- What is a second one?\n- What is a third one?\n")
    #expect(found.first?.text == clean)
  }
}
