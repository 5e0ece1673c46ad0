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
  /// What was written is read again and compared: an entry that Markdown shows otherwise has all in
  /// its comment, and a heading for people alone.
  ///
  /// - Throws: ``BankError/unwritable(reason:)`` where an entry would still come back changed.
  public func bytes(_ entries: [Entry], as format: Format) throws(BankError) -> [UInt8] {
    let isHidden = try entries.map { entry throws(BankError) in
      guard format == .markdown else { return false }
      let alone = try Self.read(write([entry], format, [false]), format, file: "", bank: "")
      return alone.count != 1 || !Self.areEqual(alone[0], entry) || Self.leavesFenceOpen(entry)
    }
    let bytes = try write(entries, format, isHidden)
    let read = try Self.read(bytes, format, file: "", bank: "")
    let changed = zip(read, entries).first { !Self.areEqual($0, $1) }?.1
    guard read.count == entries.count, changed == nil else {
      let place = changed.map { " (\($0.file):\($0.line))" } ?? ""
      throw .unwritable(reason: "entries would be read otherwise than they are\(place)")
    }
    return bytes
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
    func sources(_ entry: Entry) -> [EntrySource] {
      entry.sources.map { source in
        var source = source
        source.writtenHash = nil
        return source
      }
    }
    return one.kind == other.kind && one.difficulty == other.difficulty
      && bytes(one) == bytes(other) && sources(one) == sources(other)
      && one.sources.map(\.identity) == other.sources.map(\.identity)
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
    var text = Self.lines(entry.text)
    var answer = entry.answer.map(Self.lines)
    if isHidden {
      (record.text, record.answer, record.section) = (entry.text, entry.answer, entry.section)
      let title = entry.text.split(whereSeparator: \.isNewline).first {
        !$0.allSatisfy(\.isWhitespace)
      }
      (text, answer) = ([title ?? ""], nil)
    }
    if text.count > 1 { record.questionLines = text.count - 1 }
    let shown = WrittenMarkdown.shown(record)
    if !shown.isEmpty { record.shownLines = shown.count }
    var output = WrittenMarkdown.questionMark + (text.first ?? "") + "\n"
    let json = try record.json()
    if json != "{}" {
      output += "\n" + WrittenMarkdown.commentStart + json + WrittenMarkdown.commentEnd + "\n"
    }
    if !shown.isEmpty { output += "\n" + shown.joined(separator: "\n") + "\n" }
    for lines in [Array(text.dropFirst()), answer ?? []] where !lines.isEmpty {
      output += "\n" + lines.map { WrittenMarkdown.escaped($0) }.joined(separator: "\n") + "\n"
    }
    return output
  }

  /// Whether a fence of code would go on into the next entry.
  private static func leavesFenceOpen(_ entry: Entry) -> Bool {
    var fence = FenceState()
    for line in lines(entry.text) + lines(entry.answer ?? "") { fence.read(line) }
    return fence.isOpen
  }

  /// Lines end at LF alone, whatever stands before it.
  private static func lines(_ text: String) -> [Substring] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
  }
}
