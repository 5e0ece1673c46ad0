import QuestionBanks
import TestSupport
import Testing

/// Banks that are read by rule, whatever is in them.
@Suite struct WrittenBankTests {
  private func entries(_ text: String, _ file: String = "out.md") throws -> [Entry] {
    try BankReader().read(Array(text.utf8), file: file, bank: "out").entries
  }

  @Test(arguments: [
    "9223372036854775807", "-5", "0", "99999999999999999999", "1.5", "\"a\"", "null",
  ])
  func countsMaySayAnything(_ count: String) throws {
    let read = try entries(
      """
      <!-- qsearch bank 1 -->

      ### Why do reefs grow?

      <!-- qsearch {"answer_lines":\(count),"question_lines":\(count),"shown_lines":\(count)} -->

      Of corals.

      ### Who named the krill?
      """)
    #expect(read.first?.text.hasPrefix("Why do reefs grow?") == true)
  }

  @Test func whatPeopleAddIsRead() throws {
    let read = try entries(
      """
      <!-- qsearch bank 1 -->
      ## Sea › Reefs
      ### Why do reefs grow?
      Of corals.
      ```
      ### no question
      ```
      ### Who named the krill?
      """)
    #expect(read.map(\.text) == ["Why do reefs grow?", "Who named the krill?"])
    #expect(read[0].answer == "Of corals.\n```\n### no question\n```")
    #expect(read[0].section == ["Sea", "Reefs"])
  }

  @Test func tablesMayBeOdd() throws {
    let read = try entries("Answer,question,x\n\"a, \"\"b\"\"\",Why?\r\n,\nc\n\"open,What", "t.csv")
    #expect(read.map(\.text) == ["Why?"] && read.first?.answer == "a, \"b\"")
  }

  @Test func linesOfJSONMayBeOdd() throws {
    let read = try entries("{\"question\":\"Why?\"}\nnothing\n{}\n\n{\"text\":\"Who?\"}", "t.jsonl")
    #expect(read.map(\.text) == ["Why?", "Who?"] && read.map(\.line) == [1, 5])
  }

  /// Damage makes other entries or notes, never a crash; what is then written is read again.
  @Test(arguments: 0..<60)
  func damagedBanksAreReadSomehow(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(4400 + seed))
    var entry = Entry(
      bank: "a", file: "a", line: 1, lineEnd: 1, byteStart: 0, byteEnd: 0, kind: .question,
      text: "Why?\nA) one", difficulty: .hard, section: ["S"], context: "There.",
      answer: "```\nopen\n### x", tags: ["t", "u"])
    entry.sources = [EntrySource(entry, merge: 1)]
    for format in BankWriter.Format.allCases {
      var bytes = try BankWriter().bytes([entry, entry], as: format)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<min(place + 9, bytes.count))
        default: bytes.insert(contentsOf: bytes[place...].prefix(30), at: place / 2)
        }
        if bytes.isEmpty { bytes = [0x23] }
      }
      guard
        let read = try? BankReader().read(bytes, file: "f.\(format.rawValue)", bank: "f").entries
      else { continue }
      _ = try BankWriter().bytes(read, as: format)
    }
  }
}
