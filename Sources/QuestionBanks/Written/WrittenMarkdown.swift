/// Markdown as ``BankWriter`` writes it: each question a heading of level 3, with a comment behind
/// it that holds what people need not see, then the rest of the question, and the answer as it is.
///
/// Unlike banks that people write it is read by rule. What people change in it by hand is read as
/// far as it keeps to these headings; an entry without a comment has its heading for its text.
enum WrittenMarkdown {
  /// The first line, by which such a file is known.
  static let marker =
    "<!-- qsearch bank 1: each '###' is a question, each comment what belongs to it -->"
  static let commentStart = "<!-- qsearch "
  static let commentEnd = " -->"
  static let questionMark = "### "
  static let sectionMark = "## "
  static let separator = " › "

  private static let knownStart = Array("<!-- qsearch bank 1".utf8)
  /// The marker stands in one of the first lines: people put a title above it.
  private static let mostLinesAbove = 8

  /// Whether a file is one of these.
  static func isWritten(_ bytes: [UInt8]) -> Bool {
    var rest = bytes.prefix(4096)
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    for _ in 0..<mostLinesAbove {
      if rest.starts(with: knownStart) {
        return rest.dropFirst(knownStart.count).first.map { !(0x30...0x39).contains($0) } ?? true
      }
      guard let end = rest.firstIndex(of: 0x0A) else { return false }
      rest = rest[(end + 1)...]
    }
    return false
  }

  /// Reads such a file. Linear time.
  static func read(_ bytes: [UInt8], file: String, bank: String) -> BankReading {
    var reader = Reader(WrittenLines(bytes), file: file, bank: bank)
    reader.run()
    return WrittenLines.reading(
      reader.entries, reader.accounts, notes: reader.notes, convention: "qsearch bank")
  }

  /// Whether a line would be taken for a heading or a comment where it stands.
  static func isStructure(_ line: Substring) -> Bool {
    line.utf8.starts(with: questionMark.utf8) || line.utf8.starts(with: sectionMark.utf8)
      || line.utf8.starts(with: commentStart.utf8)
  }

  /// A line of a question or an answer as it is written: one that would be taken for something else
  /// has a backslash before it.
  static func escaped(_ line: Substring) -> Substring {
    isStructure(line.drop { $0 == "\\" }) ? "\\" + line : line
  }

  /// A line as it was before ``escaped(_:)``.
  static func unescaped(_ line: Substring) -> Substring {
    line.first == "\\" && isStructure(line.drop { $0 == "\\" }) ? line.dropFirst() : line
  }

  /// What a comment holds, for people: level and tags, the lead-in, the hint.
  static func shown(_ record: WrittenRecord) -> [String] {
    var lines: [String] = []
    let marks = (record.difficulty.map { ["[\($0.rawValue)]"] } ?? []) + (record.tags ?? [])
    if !marks.isEmpty { lines.append(marks.joined(separator: " · ")) }
    for (label, text) in [("Context", record.context), ("Hint", record.hint)] {
      guard let text else { continue }
      let parts = text.split(whereSeparator: \.isNewline)
      if !lines.isEmpty { lines.append("") }
      for (number, part) in parts.enumerated() {
        lines.append("> " + (number == 0 ? "**\(label):** " : "") + part)
      }
    }
    return lines.map {
      String(escaped(Substring($0.split(whereSeparator: \.isNewline).joined(separator: " "))))
    }
  }
}

extension WrittenMarkdown {
  private struct Reader {
    let lines: WrittenLines
    let file: String
    let bank: String
    var entries: [Entry] = []
    var accounts: [BlockAccount] = []
    var notes: [BankNote] = []
    private var section: [String] = []
    /// For marks of fences the least length that nothing closes any more.
    private var unclosed: [Character: Int] = [:]

    init(_ lines: WrittenLines, file: String, bank: String) {
      self.lines = lines
      self.file = file
      self.bank = bank
      notes = lines.notes(file)
    }

    mutating func run() {
      var line = 0
      while line < lines.count {
        let text = lines[line]
        if text.utf8.starts(with: WrittenMarkdown.questionMark.utf8) {
          line = readQuestion(line)
        } else if text.utf8.starts(with: WrittenMarkdown.sectionMark.utf8) {
          let title = String(text.dropFirst(WrittenMarkdown.sectionMark.count))
          section = title.components(by: WrittenMarkdown.separator)
          accounts.append(BlockAccount(line: line + 1, lineEnd: line + 1, role: .heading))
          line += 1
        } else {
          let isMarker = text.utf8.starts(with: WrittenMarkdown.knownStart)
          let role: BlockAccount.Role =
            text.trimmed.isEmpty ? .blank : isMarker ? .heading : .none
          accounts.append(
            BlockAccount(
              line: line + 1, lineEnd: line + 1, role: role,
              reason: role == .none ? "below no question" : "",
              looksLikeQuestion: text.hasSuffix("?")))
          line += 1
        }
      }
    }

    /// Reads a question with what belongs to it; gives the line behind it.
    private mutating func readQuestion(_ first: Int) -> Int {
      var text = String(lines[first].dropFirst(WrittenMarkdown.questionMark.count))
      let end = entryEnd(first + 1)
      let (record, place) = findComment(first + 1, end)
      // What stands before a comment that belongs there is a person's, and so is kept.
      var body = (first + 1)..<end
      var before = 0..<0
      if let place {
        before = trimmed((first + 1)..<place)
        body = skipShown(record, (place + 1)..<end)
      }
      var last = first
      if let count = record?.questionLines, count > 0 {
        let start = skipBlanks(body.lowerBound, end)
        let behind = start + min(count, max(end - start, 0))
        text += "\n" + self.text(start..<behind)
        last = max(behind - 1, first)
        body = behind..<end
      }
      let answer = trimmed(body)
      let parts = [before, answer].filter { !$0.isEmpty }
      var entry = Entry(
        bank: bank, file: file, line: first + 1, lineEnd: last + 1,
        byteStart: lines.start(first), byteEnd: lines.end(last), kind: .question, text: text,
        section: section,
        answer: parts.isEmpty ? nil : parts.map { self.text($0) }.joined(separator: "\n\n"),
        answerLine: parts.first.map { $0.lowerBound + 1 }, answerLineEnd: parts.last?.upperBound)
      // A comment that holds the answer has none below it, but for what was added there.
      if let own = record?.answer, let more = entry.answer, own != more {
        var whole = record
        whole?.answer = own + "\n\n" + more
        whole?.apply(to: &entry)
      } else {
        record?.apply(to: &entry)
      }
      let number = entries.count
      entries.append(entry)
      accounts.append(
        BlockAccount(line: first + 1, lineEnd: last + 1, role: .item, entry: number))
      if last + 1 < end {
        accounts.append(
          BlockAccount(line: last + 2, lineEnd: end, role: .answer, entry: number))
      }
      return end
    }

    private func text(_ range: Range<Int>) -> String {
      range.map { WrittenMarkdown.unescaped(lines[$0]) }.joined(separator: "\n")
    }

    /// The comment of a question, and its line: the first one that can be read.
    private mutating func findComment(
      _ first: Int, _ end: Int
    ) -> (record: WrittenRecord?, place: Int?) {
      for line in first..<max(end, first) {
        let text = lines[line].trimmed
        guard text.utf8.starts(with: WrittenMarkdown.commentStart.utf8) else { continue }
        let json = text.dropFirst(WrittenMarkdown.commentStart.count)
        let isWhole = text.hasSuffix(WrittenMarkdown.commentEnd)
        if isWhole,
          let record = WrittenRecord(
            json: Array(json.dropLast(WrittenMarkdown.commentEnd.count).utf8))
        {
          return (record, line)
        }
        notes.append(
          BankNote(
            file: file, line: line + 1,
            message:
              "a comment of qsearch cannot be read and was taken as text; undo the change to it",
            isLoss: true))
      }
      return (nil, nil)
    }

    /// What is left of the lines behind a comment without those that only repeat what it says.
    private mutating func skipShown(_ record: WrittenRecord?, _ range: Range<Int>) -> Range<Int> {
      guard let record, let count = record.shownLines, count > 0 else { return range }
      let expected = WrittenMarkdown.shown(record)
      let start = skipBlanks(range.lowerBound, range.upperBound)
      var line = start
      for text in expected where line < range.upperBound {
        guard lines[line].trimmed.utf8.elementsEqual(text[...].trimmed.utf8) else { continue }
        line += 1
      }
      if line - start < expected.count {
        notes.append(
          BankNote(
            file: file, line: start + 1,
            message: "other level, tags, lead-in or hint than in the comment above, which counts"))
      }
      return line..<range.upperBound
    }

    private func skipBlanks(_ line: Int, _ end: Int) -> Int {
      var line = line
      while line < end, lines[line].trimmed.isEmpty { line += 1 }
      return line
    }

    /// The next heading of a question or section that stands in no fence. A fence that nobody
    /// closes is none.
    private mutating func entryEnd(_ start: Int) -> Int {
      var line = start
      while line < lines.count {
        let text = lines[line]
        if text.utf8.starts(with: WrittenMarkdown.questionMark.utf8)
          || text.utf8.starts(with: WrittenMarkdown.sectionMark.utf8)
        {
          return line
        }
        var fence = FenceState()
        fence.read(text)
        line = fence.isOpen ? fenceEnd(line, fence) : line + 1
      }
      return line
    }

    /// The line behind a fence; the next one where nothing closes it. That there is no such end is
    /// remembered, so that a file of open fences is read once and not once for each.
    private mutating func fenceEnd(_ start: Int, _ opened: FenceState) -> Int {
      if let known = unclosed[opened.mark ?? " "], opened.length >= known { return start + 1 }
      var fence = opened
      var line = start + 1
      while line < lines.count {
        fence.read(lines[line])
        line += 1
        if !fence.isOpen { return line }
      }
      unclosed[opened.mark ?? " "] = opened.length
      return start + 1
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
      var (start, end) = (range.lowerBound, range.upperBound)
      while start < end, lines[start].trimmed.isEmpty { start += 1 }
      while end > start, lines[end - 1].trimmed.isEmpty { end -= 1 }
      return start..<end
    }
  }
}

/// Whether a fence of code is open after some lines.
struct FenceState {
  private(set) var mark: Character?
  private(set) var length = 0

  var isOpen: Bool { mark != nil }

  mutating func read(_ line: Substring) {
    let indent = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    guard indent <= 3, let first = rest.first, first == "`" || first == "~" else { return }
    let run = rest.prefix { $0 == first }.count
    guard run >= 3 else { return }
    let info = rest.dropFirst(run)
    if let mark {
      if first == mark, run >= length, info.allSatisfy({ $0 == " " || $0 == "\t" }) {
        self.mark = nil
      }
    } else if first == "~" || !info.contains("`") {
      (mark, length) = (first, run)
    }
  }
}

extension Substring {
  /// Without blanks at both ends.
  fileprivate var trimmed: Substring {
    var text = self
    while let last = text.utf8.last, last <= 0x20 {
      text = text[..<text.utf8.index(before: text.endIndex)]
    }
    return text.drop { $0 == " " || $0 == "\t" }
  }
}

extension String {
  /// The parts between a separator.
  func components(by separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    parts.append(String(rest))
    return parts.filter { !$0.isEmpty }
  }
}
