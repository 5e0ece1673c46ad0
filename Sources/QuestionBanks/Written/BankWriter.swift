/// Writes entries as a bank that is read again as the same entries, with all that they were merged
/// of.
public struct BankWriter: Sendable {
  /// The form of a written bank.
  public enum Format: String, Sendable, CaseIterable {
    /// Headings with comments behind them; see ``WrittenMarkdown``.
    case markdown = "md"
    /// A table with a heading, fields between commas (RFC 4180).
    case csv
    /// An object of JSON a line.
    case jsonl

    /// The form that a file's suffix names; nil where it names none.
    public init?(path: String) {
      guard let dot = path.lastIndex(of: ".") else { return nil }
      switch path[path.index(after: dot)...].lowercased() {
      case "md", "markdown", "mdown": self = .markdown
      case "csv": self = .csv
      case "jsonl", "ndjson": self = .jsonl
      default: return nil
      }
    }
  }

  /// Makes a writer.
  public init() {}

  /// The bytes of a bank.
  ///
  /// What was written is read again and compared: an entry that the form shows otherwise is
  /// written once more with its text in its record.
  ///
  /// - Throws: ``BankError/unwritable(reason:)`` where an entry would still come back changed.
  public func bytes(_ entries: [Entry], as format: Format) throws(BankError) -> [UInt8] {
    var isHidden = [Bool](repeating: false, count: entries.count)
    for _ in 0..<2 {
      let bytes = try write(entries, format, isHidden)
      let read = try Self.read(bytes, format, file: "", bank: "")
      var isSame = read.count == entries.count
      if isSame {
        for index in entries.indices where !Self.areEqual(read[index], entries[index]) {
          isHidden[index] = true
          isSame = false
        }
      } else {
        isHidden = isHidden.map { _ in true }
      }
      if isSame { return bytes }
    }
    throw .unwritable(reason: "entries would be read otherwise than they are")
  }

  private static func read(
    _ bytes: [UInt8], _ format: Format, file: String, bank: String
  ) throws(BankError) -> [Entry] {
    switch format {
    case .markdown: WrittenMarkdown.read(bytes, file: file, bank: bank).entries
    case .jsonl: WrittenJSON.read(bytes, file: file, bank: bank).entries
    case .csv: WrittenTable.read(bytes, file: file, bank: bank).entries
    }
  }

  /// Whether two entries have the same content, wherever they stand; byte for byte.
  static func areEqual(_ one: Entry, _ other: Entry) -> Bool {
    func bytes(_ entry: Entry) -> [[UInt8]] {
      ([entry.text] + entry.section + ["\u{0}"] + entry.tags + ["\u{0}"]
        + [entry.context, entry.hint, entry.answer, entry.origin].map { $0 ?? "\u{0}" })
        .map { Array($0.utf8) }
    }
    return one.kind == other.kind && one.difficulty == other.difficulty
      && one.sources == other.sources && bytes(one) == bytes(other)
      && one.sources.map(\.contentKey) == other.sources.map(\.contentKey)
  }

  private func write(
    _ entries: [Entry], _ format: Format, _ isHidden: [Bool]
  ) throws(BankError) -> [UInt8] {
    switch format {
    case .markdown: return try markdown(entries, isHidden)
    case .jsonl:
      var output = ""
      for entry in entries { output += try WrittenJSON.line(entry) + "\n" }
      return Array(output.utf8)
    case .csv: return try WrittenTable.bytes(entries)
    }
  }

  private func markdown(_ entries: [Entry], _ isHidden: [Bool]) throws(BankError) -> [UInt8] {
    var output = WrittenMarkdown.marker + "\n"
    var section: [String] = []
    for (index, entry) in entries.enumerated() {
      if entry.section != section, Self.isShown(entry.section) {
        section = entry.section
        output +=
          "\n" + WrittenMarkdown.sectionMark
          + section.joined(separator: WrittenMarkdown.separator) + "\n"
      }
      output += "\n" + (try markdown(entry, in: section, isHidden: isHidden[index]))
    }
    return Array(output.utf8)
  }

  /// Whether a section can be a heading.
  private static func isShown(_ section: [String]) -> Bool {
    !section.isEmpty
      && section.allSatisfy {
        !$0.isEmpty && !$0.contains(WrittenMarkdown.separator) && !$0.contains(where: \.isNewline)
      }
  }

  private func markdown(
    _ entry: Entry, in section: [String], isHidden: Bool
  ) throws(BankError) -> String {
    var record = WrittenRecord(entry)
    record.section = entry.section == section ? nil : entry.section
    let text = entry.text.split(separator: "\n", omittingEmptySubsequences: false)
    let answer = (entry.answer ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    if text.count > 1 { record.questionLines = text.count - 1 }
    if isHidden || Self.needsCount(answer) { record.answerLines = answer.count }
    if isHidden {
      record.text = entry.text
      record.answer = entry.answer
      record.section = entry.section
    }
    let shown = Self.shown(entry)
    if !shown.isEmpty { record.shownLines = shown.count }
    var output = WrittenMarkdown.questionMark + (text.first ?? "") + "\n"
    let json = try record.json()
    if json != "{}" {
      output += "\n" + WrittenMarkdown.commentStart + json + WrittenMarkdown.commentEnd + "\n"
    }
    if !shown.isEmpty { output += "\n" + shown.joined(separator: "\n") + "\n" }
    if text.count > 1 { output += "\n" + text.dropFirst().joined(separator: "\n") + "\n" }
    if entry.answer != nil { output += "\n" + answer.joined(separator: "\n") + "\n" }
    return output
  }

  /// Whether an answer has lines that end it where it stands, or leaves a fence open.
  private static func needsCount(_ lines: [Substring]) -> Bool {
    var fence = FenceState()
    for line in lines {
      if !fence.isOpen, WrittenMarkdown.isStructure(line) { return true }
      fence.read(line)
    }
    return fence.isOpen
  }

  /// What the comment holds, for people: level and tags, the lead-in, the hint.
  private static func shown(_ entry: Entry) -> [String] {
    var lines: [String] = []
    let marks = (entry.difficulty.map { ["[\($0.rawValue)]"] } ?? []) + entry.tags
    if !marks.isEmpty { lines.append(marks.joined(separator: " · ")) }
    for (label, text) in [("Context", entry.context), ("Hint", entry.hint)] {
      guard let text else { continue }
      let parts = text.split(whereSeparator: \.isNewline)
      if !lines.isEmpty { lines.append("") }
      for (number, part) in parts.enumerated() {
        lines.append("> " + (number == 0 ? "**\(label):** " : "") + part)
      }
    }
    return lines.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
  }
}
