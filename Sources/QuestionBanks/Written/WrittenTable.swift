#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A bank as a table of fields between commas (RFC 4180) with a heading, as ``BankWriter`` writes
/// it. Only the column `question` or `text` must be there; others may have other orders and be left
/// out.
enum WrittenTable {
  private static let columns = [
    "question", "answer", "context", "hint", "difficulty", "section", "tags", "origin", "kind",
    "sources",
  ]

  /// The bytes of a table. An empty field is an absent value; what is there and empty, and lists of
  /// more than one or of odd values, are JSON.
  static func bytes(_ entries: [Entry]) throws(BankError) -> [UInt8] {
    var output = columns.joined(separator: ",") + "\r\n"
    for entry in entries {
      var sources = WrittenRecord(entry)
      (sources.kind, sources.difficulty, sources.context, sources.hint) = (nil, nil, nil, nil)
      (sources.tags, sources.origin) = (nil, nil)
      let fields = [
        entry.text, entry.answer.map(plain) ?? "", entry.context.map(plain) ?? "",
        entry.hint.map(plain) ?? "", entry.difficulty?.rawValue ?? "", list(entry.section),
        list(entry.tags), entry.origin.map(plain) ?? "",
        entry.kind == .question ? "" : entry.kind.rawValue,
        entry.sources.isEmpty ? "" : try sources.json(),
      ]
      output += fields.map(quoted).joined(separator: ",") + "\r\n"
    }
    return Array(output.utf8)
  }

  private static func quoted(_ field: String) -> String {
    let isPlain = !field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard !isPlain || field.first == " " || field.last == " " else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }

  /// A value that is there though it is empty, or looks like a list, as a list of one.
  private static func plain(_ value: String) -> String {
    value.isEmpty || value.hasPrefix("[\"") ? list([value], always: true) : value
  }

  private static func list(_ values: [String], always: Bool = false) -> String {
    if values.isEmpty { return "" }
    if values.count == 1, !values[0].isEmpty, !values[0].hasPrefix("[\""), !always {
      return values[0]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(values)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  private static func values(_ field: String) -> [String] {
    if field.isEmpty { return [] }
    guard field.hasPrefix("[\"") else { return [field] }
    return (try? JSONDecoder().decode([String].self, from: Data(field.utf8))) ?? [field]
  }

  /// Whether a heading names a column of questions.
  static func isTable(_ bytes: [UInt8]) -> Bool {
    var rows = Rows(bytes)
    guard let heading = rows.next() else { return false }
    return heading.fields.contains { ["question", "text"].contains(name($0)) }
  }

  /// Names of columns that are read.
  private static let known = Set(columns + ["text", "level", "category", "source", "id", "bank"])

  private static func name(_ field: String) -> String {
    String(field.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }).lowercased()
  }

  /// Reads such a file; rows without a question are noted and left out.
  static func read(_ bytes: [UInt8], file: String, bank: String) -> BankReading {
    var rows = Rows(bytes)
    let columns = Columns(rows.next(), file)
    var accounts = columns.accounts
    var notes = WrittenLines(bytes).notes(file) + columns.notes
    func note(_ line: Int, _ message: String) {
      notes.append(BankNote(file: file, line: line, message: message, isLoss: true))
    }
    var entries: [Entry] = []
    while let row = rows.next() {
      if row.isUnclosed { note(row.line, "a quote has no end; all behind it is one field") }
      guard let entry = columns.entry(row, file: file, bank: bank) else {
        let isBlank = row.fields.allSatisfy(\.isEmpty)
        if !isBlank { note(row.line, "a row without a question was left out") }
        accounts.append(
          BlockAccount(
            line: row.line, lineEnd: row.lineEnd, role: isBlank ? .blank : .none,
            reason: isBlank ? "" : "a row without a question"))
        continue
      }
      accounts.append(
        BlockAccount(line: row.line, lineEnd: row.lineEnd, role: .item, entry: entries.count))
      entries.append(entry)
    }
    return WrittenLines.reading(entries, accounts, notes: notes, convention: "CSV")
  }

  /// The columns that a heading names.
  private struct Columns {
    private var places: [String: Int] = [:]
    private(set) var accounts: [BlockAccount] = []
    private(set) var notes: [BankNote] = []

    init(_ heading: Rows.Row?, _ file: String) {
      guard let heading else { return }
      accounts = [BlockAccount(line: heading.line, lineEnd: heading.lineEnd, role: .heading)]
      for (place, field) in heading.fields.enumerated() {
        if places[name(field)] == nil { places[name(field)] = place }
        guard !known.contains(name(field)) else { continue }
        notes.append(
          BankNote(
            file: file, line: heading.line,
            message: "'\(field)' is no column that is read; what it says is left out",
            isLoss: true))
      }
    }

    /// What a row says under the first of some names that the heading has.
    private func field(_ row: Rows.Row, _ names: String...) -> String {
      for name in names {
        if let place = places[name], place < row.fields.count { return row.fields[place] }
      }
      return ""
    }

    /// The entry of a row; nil where there is no question in it.
    func entry(_ row: Rows.Row, file: String, bank: String) -> Entry? {
      let text = field(row, "question", "text")
      guard text.contains(where: { !$0.isWhitespace }) else { return nil }
      let answer = values(field(row, "answer")).first
      var entry = Entry(
        bank: bank, file: file, line: row.line, lineEnd: row.lineEnd,
        byteStart: row.bytes.lowerBound, byteEnd: row.bytes.upperBound, kind: .question,
        text: text, answer: answer)
      var record = WrittenRecord(json: Array(field(row, "sources").utf8)) ?? WrittenRecord(entry)
      record.kind = EntryKind(rawValue: field(row, "kind"))
      let level = field(row, "difficulty", "level")
      record.difficulty = Difficulty(called: level)
      record.section = values(field(row, "section", "category"))
      record.context = values(field(row, "context")).first
      record.hint = values(field(row, "hint")).first
      record.tags = values(field(row, "tags"))
      if record.difficulty == nil, !level.isEmpty { record.tags = (record.tags ?? []) + [level] }
      record.origin = values(field(row, "origin", "source")).first
      record.apply(to: &entry)
      if answer != nil { (entry.answerLine, entry.answerLineEnd) = (row.line, row.lineEnd) }
      return entry
    }
  }

  /// The rows of a table; line breaks within quotes belong to their field.
  private struct Rows {
    struct Row {
      var fields: [String]
      let line: Int
      var lineEnd: Int
      /// Whether the file ends within quotes.
      var isUnclosed = false
      var bytes: Range<Int>
    }

    private let bytes: [UInt8]
    private var place = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
    }

    mutating func next() -> Row? {
      guard place < bytes.count else { return nil }
      var row = Row(fields: [], line: line, lineEnd: line, bytes: place..<place)
      var field: [UInt8] = []
      var isQuoted = false
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        if isQuoted {
          if byte == 0x22 {
            if place < bytes.count, bytes[place] == 0x22 {
              field.append(byte)
              place += 1
            } else {
              isQuoted = false
            }
          } else {
            if byte == 0x0A { line += 1 }
            field.append(byte)
          }
        } else if byte == 0x22, field.isEmpty {
          isQuoted = true
        } else if byte == 0x2C {
          row.fields.append(String(decoding: field, as: UTF8.self))
          field = []
        } else if byte == 0x0A {
          break
        } else {
          field.append(byte)
        }
      }
      row.isUnclosed = isQuoted
      if field.last == 0x0D { field.removeLast() }
      row.fields.append(String(decoding: field, as: UTF8.self))
      row.lineEnd = line
      let end = place > 0 && bytes[place - 1] == 0x0A ? place - 1 : place
      row.bytes = row.bytes.lowerBound..<max(end, row.bytes.lowerBound)
      line += 1
      return row
    }
  }
}
