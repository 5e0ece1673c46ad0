import QuestionBanks
import Testing

@Suite struct ReadingPropertyTests {
  /// What must hold of every reading, whatever the bytes.
  private func check(_ bytes: [UInt8], _ seed: UInt64) {
    let result: BankReading
    do { result = try BankReader().read(bytes, file: "f", bank: "b") } catch { return }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).count
    if bytes.last == 0x0A || bytes.isEmpty { lines -= 1 }
    if !bytes.contains(0x0A) { lines = max(lines, bytes.count + 1) }
    var next = 1
    for account in result.accounts {
      #expect(account.line == next && account.lineEnd >= account.line, "seed \(seed)")
      next = account.lineEnd + 1
    }
    for entry in result.entries {
      #expect(
        entry.line >= 1 && entry.line <= entry.lineEnd && entry.lineEnd < next, "seed \(seed)")
      #expect(entry.lineEnd <= lines, "seed \(seed)")
      #expect(entry.byteStart >= 0 && entry.byteStart <= entry.byteEnd, "seed \(seed)")
      #expect(entry.byteEnd <= bytes.count, "seed \(seed)")
      #expect(!entry.text.isEmpty && !entry.id.isEmpty, "seed \(seed)")
      if let first = entry.answerLine, let last = entry.answerLineEnd {
        #expect(first >= 1 && first <= last && last < next, "seed \(seed)")
      }
    }
    for (one, two) in zip(result.entries, result.entries.dropFirst()) {
      let isApart = one.byteEnd <= two.byteStart
      let isInside = two.byteStart >= one.byteStart && two.byteEnd <= one.byteEnd
      #expect(isApart || isInside, "seed \(seed): \(one.line) and \(two.line)")
    }
    #expect(Set(result.entries.map(\.id)).count == result.entries.count, "seed \(seed)")
  }

  @Test func randomBytesReadWithoutFailing() {
    for seed in UInt64(1)...150 {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...600, using: &generator)
      check((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }, seed)
    }
  }

  @Test func randomMarkdownReadsWithoutFailing() {
    let pieces = [
      "# ", "## ", "### What is a reef?", "\n", "\n\n", "- ", "  - ", "1. ", "> ", "```",
      "```swift", "~~~",
      "[E] ", "[H] ", "What is fog?", "Explain tides.", "Hint: ", "Answer: ", "| ", " |",
      "|---|---|",
      "Question", "---", "===", "<br>", "<!-- ", " -->", "<details>", "**", "_", "`", "$", "\\(",
      "\\\\[",
      "[a](#b)", "[x](y)", "![", "](", "&amp;", "\t", "    ", "Tides.", "Given a boat:",
      "RESPONSE:",
      "Interview Question: ", "PROMPT 2: ", "\u{FEFF}", "é", "👶", "何ですか？", "‚Äô", "- [x] ", "A) ",
    ]
    for seed in UInt64(1)...400 {
      var generator = SeededGenerator(seed: seed)
      var text = ""
      for _ in 0..<Int.random(in: 0...120, using: &generator) {
        text += pieces.randomElement(using: &generator) ?? ""
        if Bool.random(using: &generator) { text += Bool.random(using: &generator) ? "\n" : " " }
      }
      check(Array(text.utf8), seed)
    }
  }

  @Test(arguments: [
    "[", "(", "`", "*", "_", "$", "<", "&", "\\(", "\\[", "](", "| ", "> ", "- ", "``` ", "**a",
    "[a](", "<!--", "? ", "\\",
  ])
  func longLinesAndDeepNestingEnd(piece: String) {
    check(Array(String(repeating: piece, count: 8_000).utf8), 0)
    check(Array(String(repeating: piece + "\n", count: 700).utf8), 0)
    let nested = (0..<200).map { String(repeating: " ", count: $0) + "- What is it?" }
    check(Array(nested.joined(separator: "\n").utf8), 0)
  }
}
