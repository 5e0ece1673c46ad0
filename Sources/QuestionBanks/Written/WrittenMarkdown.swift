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

  /// Whether the bytes of a file begin so.
  static func isWritten(_ bytes: [UInt8]) -> Bool { bytes.starts(with: knownStart) }

  /// Reads such a file. Linear time.
  static func read(_ bytes: [UInt8], file: String, bank: String) -> BankReading {
    var reader = Reader(WrittenLines(bytes), file: file, bank: bank)
    reader.run()
    return WrittenLines.reading(
      reader.entries, reader.accounts, notes: reader.notes, convention: "qsearch bank")
  }

  /// Whether a line would be taken for a heading, a comment or the end of a fence where it stands.
  static func isStructure(_ line: Substring) -> Bool {
    line.hasPrefix(questionMark) || line.hasPrefix(sectionMark) || line.hasPrefix(commentStart)
      || line == "###" || line == "##"
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

    init(_ lines: WrittenLines, file: String, bank: String) {
      self.lines = lines
      self.file = file
      self.bank = bank
    }

    mutating func run() {
      var line = 0
      while line < lines.count {
        let text = lines[line]
        if text.hasPrefix(WrittenMarkdown.questionMark) {
          line = readQuestion(line)
        } else if text.hasPrefix(WrittenMarkdown.sectionMark) {
          let title = String(text.dropFirst(WrittenMarkdown.sectionMark.count))
          section = title.components(by: WrittenMarkdown.separator)
          accounts.append(BlockAccount(line: line + 1, lineEnd: line + 1, role: .heading))
          line += 1
        } else {
          let isBlank = text.isEmpty
          accounts.append(
            BlockAccount(
              line: line + 1, lineEnd: line + 1, role: isBlank ? .blank : .none,
              reason: isBlank ? "" : "before the first question",
              looksLikeQuestion: text.hasSuffix("?")))
          line += 1
        }
      }
    }

    /// Reads a question with what belongs to it; gives the line behind it.
    private mutating func readQuestion(_ first: Int) -> Int {
      var text = String(lines[first].dropFirst(WrittenMarkdown.questionMark.count))
      var next = skipBlanks(first + 1)
      let record = comment(next)
      if record != nil {
        next = skipBlanks(next + 1)
        if let shown = record?.shownLines, shown > 0 {
          next = skipBlanks(place(next, behind: shown))
        }
      }
      var last = first
      if let count = record?.questionLines, count > 0 {
        let end = place(next, behind: count)
        text += "\n" + lines.text(next..<end)
        last = max(end - 1, first)
        next = skipBlanks(end)
      }
      let end = record?.answerLines.map { place(next, behind: $0) } ?? answerEnd(next)
      let answer = trimmed(next..<end)
      var entry = Entry(
        bank: bank, file: file, line: first + 1, lineEnd: last + 1,
        byteStart: lines.start(first), byteEnd: lines.end(last), kind: .question, text: text,
        section: section, answer: answer.isEmpty ? nil : lines.text(answer),
        answerLine: answer.isEmpty ? nil : answer.lowerBound + 1,
        answerLineEnd: answer.isEmpty ? nil : answer.upperBound)
      record?.apply(to: &entry)
      let number = entries.count
      entries.append(entry)
      accounts.append(
        BlockAccount(line: first + 1, lineEnd: last + 1, role: .item, entry: number))
      if last + 1 < max(end, next) {
        accounts.append(
          BlockAccount(line: last + 2, lineEnd: max(end, next), role: .answer, entry: number))
      }
      return max(end, next)
    }

    private mutating func comment(_ line: Int) -> WrittenRecord? {
      guard line < lines.count, lines[line].hasPrefix(WrittenMarkdown.commentStart),
        lines[line].hasSuffix(WrittenMarkdown.commentEnd)
      else { return nil }
      let json = lines[line].dropFirst(WrittenMarkdown.commentStart.count)
        .dropLast(WrittenMarkdown.commentEnd.count)
      if let record = WrittenRecord(json: Array(json.utf8)) { return record }
      notes.append(
        BankNote(
          file: file, line: line + 1,
          message:
            "a comment of qsearch cannot be read and was taken as text; undo the change to it"))
      return nil
    }

    /// The line behind so many, of which the file may say anything.
    private func place(_ line: Int, behind count: Int) -> Int {
      line + min(max(count, 0), lines.count - line)
    }

    private func skipBlanks(_ line: Int) -> Int {
      var line = line
      while line < lines.count, lines[line].isEmpty { line += 1 }
      return line
    }

    /// The next heading of a question or section that stands in no fence.
    private func answerEnd(_ start: Int) -> Int {
      var fence = FenceState()
      var line = start
      while line < lines.count {
        let text = lines[line]
        if fence.isOpen {
          fence.read(text)
        } else if text.hasPrefix(WrittenMarkdown.questionMark)
          || text.hasPrefix(WrittenMarkdown.sectionMark)
        {
          return line
        } else {
          fence.read(text)
        }
        line += 1
      }
      // A fence that nobody closes holds no questions.
      return fence.isOpen ? firstHeading(start) : line
    }

    private func firstHeading(_ start: Int) -> Int {
      (start..<lines.count).first {
        lines[$0].hasPrefix(WrittenMarkdown.questionMark)
          || lines[$0].hasPrefix(WrittenMarkdown.sectionMark)
      } ?? lines.count
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
      var (start, end) = (range.lowerBound, range.upperBound)
      while start < end, lines[start].isEmpty { start += 1 }
      while end > start, lines[end - 1].isEmpty { end -= 1 }
      return start..<end
    }
  }
}

/// Whether a fence of code is open after some lines.
struct FenceState {
  private var mark: Character?
  private var length = 0

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
