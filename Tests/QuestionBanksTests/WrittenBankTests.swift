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

  private static let odd = [
    "Why?\r\nx = 1", "\u{301}Why?", "Why?\n", "\nWhy?", " Why? ", "### Why?",
    "\\### Why?\n\\\\### so",
    "<!-- qsearch {} -->", "```\nopen\n### x", "Why? --> so", "",
  ]

  /// Whatever stands in an entry, it is read as it was written, and so are those beside it.
  @Test(arguments: odd, BankWriter.Format.allCases)
  func anyTextIsWritten(_ text: String, _ format: BankWriter.Format) throws {
    func entry(_ text: String, _ answer: String?) -> Entry {
      Entry(
        bank: "a", file: "a", line: 1, lineEnd: 1, byteStart: 0, byteEnd: 0, kind: .question,
        text: text, answer: answer)
    }
    var entries = [entry("Who?", text), entry("When?", nil)]
    if text.contains(where: { !$0.isWhitespace }) { entries.insert(entry(text, "So."), at: 1) }
    let bytes = try BankWriter().bytes(entries, as: format)
    let read = try BankReader().read(bytes, file: "b.\(format.rawValue)", bank: "b")
    #expect(read.entries.map { Array($0.text.utf8) } == entries.map { Array($0.text.utf8) })
    #expect(
      read.entries.map { $0.answer.map { Array($0.utf8) } }
        == entries.map { $0.answer.map { Array($0.utf8) } })
    #expect(read.notes.isEmpty)
  }

  /// What people do to such a file in an editor loses nothing.
  @Test func editorsMayChangeWhatTheyDo() throws {
    var made = Entry(
      bank: "a", file: "a", line: 1, lineEnd: 1, byteStart: 0, byteEnd: 0, kind: .question,
      text: "Why do reefs grow?\nA) so", difficulty: .easy, hint: "Corals.",
      answer: "Of corals.\n\n## By day\n\n### And night", tags: ["sea", "reef"])
    made.sources = [EntrySource(made, merge: 1)]
    var other = made
    (other.text, other.answer) = ("Who named the krill?", "Sailors.")
    other.sources = [EntrySource(other, merge: 1)]
    let text = String(
      decoding: try BankWriter().bytes([made, other], as: .markdown), as: UTF8.self)
    #expect(try entries(text).map(\.answer) == [made.answer, "Sailors."])
    for changed in [
      "\u{FEFF}" + text, "# My reefs\n\n" + text, text.replacing(" -->\n", with: " -->  \n"),
      text.replacing("\n\n", with: "\n \n"), text.replacing("\n", with: "\r\n"),
    ] {
      let read = try entries(changed)
      #expect(read.map(\.text) == [made.text, other.text], "\(changed)")
      #expect(read.map(\.sources.count) == [1, 1] && read.map(\.hint) == ["Corals.", "Corals."])
    }
    let more = try entries(text.replacing("night\n", with: "night\n\nAnd more.\n"))
    #expect(more.map(\.answer) == [made.answer! + "\n\nAnd more.", "Sailors."])
    #expect(more.map(\.isEdited) == [true, false])
    let less = try entries(text.replacing("[E] · sea · reef\n", with: ""))
    #expect(less.map(\.text) == [made.text, other.text])
    #expect(less.allSatisfy { $0.answer?.isEmpty == false && $0.sources.count == 1 })
    let noted = try entries(text.replacing("A) so\n", with: "A) so\n\nNB: look.\n"))
    #expect(noted[0].answer?.contains("NB: look.") == true)
  }

  @Test func valuesOfOtherTypesAreRead() throws {
    let read = try entries(
      """
      {"question":"What is 6*7?","answer":42,"difficulty":"easy","tags":"sums","section":"Numbers"}
      {"question":"What is a reef?","kind":"mcq","difficulty":"L3","tags":["sea"]}
      """, "t.jsonl")
    #expect(read.map(\.answer) == ["42", nil] && read.map(\.difficulty) == [.easy, nil])
    #expect(
      read.map(\.tags) == [["sums"], ["sea", "L3", "mcq"]] && read[0].section == ["Numbers"])
  }

  /// What no entry has is said, so that nobody writes over it.
  @Test(arguments: [
    ("{\"question\":\"Why?\",\"url\":\"x\"}", "t.jsonl"), ("question,url\nWhy?,x\n", "t.csv"),
    ("question,answer\nWhy?,\"so\nWho?,\n", "t.csv"), ("{\"question\":\"\"}", "t.jsonl"),
  ])
  func lossesAreNoted(_ text: String, _ file: String) throws {
    let reading = try BankReader().read(Array(text.utf8), file: file, bank: "t")
    #expect(reading.notes.contains { $0.isLoss })
  }

  /// Each of many open fences is looked at once: this takes minutes otherwise.
  @Test func openFencesTakeLinearTime() throws {
    let text =
      "<!-- qsearch bank 1 -->\n"
      + (0..<4_000).map { "### Why \($0)?\n```x\n" }.joined()
    #expect(try entries(text).count == 4_000)
  }

  @Test func numbersOfMergesMaySayAnything() throws {
    let read = try entries(
      """
      <!-- qsearch bank 1 -->
      ### Why?
      <!-- qsearch {"sources":[{"bank":"a","file":"a","id":"x","line":1,"merge":9223372036854775807}]} -->
      """)
    #expect(read[0].sources[0].merge < Int.max)
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
