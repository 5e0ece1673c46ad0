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

  private static func name(_ field: String) -> String {
    String(field.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }).lowercased()
  }

  /// Reads such a file; rows without a question are noted and left out.
  static func read(_ bytes: [UInt8], file: String, bank: String) -> BankReading {
    var rows = Rows(bytes)
    var places: [String: Int] = [:]
    var accounts: [BlockAccount] = []
    if let heading = rows.next() {
      for (place, field) in heading.fields.enumerated() where places[name(field)] == nil {
        places[name(field)] = place
      }
      accounts.append(
        BlockAccount(line: heading.line, lineEnd: heading.lineEnd, role: .heading))
    }
    var entries: [Entry] = []
    var notes: [BankNote] = []
    while let row = rows.next() {
      func field(_ names: String...) -> String {
        for name in names {
          if let place = places[name], place < row.fields.count { return row.fields[place] }
        }
        return ""
      }
      let text = field("question", "text")
      guard text.contains(where: { !$0.isWhitespace }) else {
        let isBlank = row.fields.allSatisfy(\.isEmpty)
        if !isBlank {
          notes.append(
            BankNote(file: file, line: row.line, message: "a row without a question was left out"))
        }
        accounts.append(
          BlockAccount(
            line: row.line, lineEnd: row.lineEnd, role: isBlank ? .blank : .none,
            reason: isBlank ? "" : "a row without a question"))
        continue
      }
      let answer = values(field("answer")).first
      var entry = Entry(
        bank: bank, file: file, line: row.line, lineEnd: row.lineEnd,
        byteStart: row.bytes.lowerBound,
        byteEnd: row.bytes.upperBound, kind: .question, text: text, answer: answer)
      var record = WrittenRecord(json: Array(field("sources").utf8)) ?? WrittenRecord(entry)
      record.kind = EntryKind(rawValue: field("kind"))
      record.difficulty = Difficulty(rawValue: field("difficulty", "level").uppercased())
      record.section = values(field("section", "category"))
      record.context = values(field("context")).first
      record.hint = values(field("hint")).first
      record.tags = values(field("tags"))
      record.origin = values(field("origin", "source")).first
      record.apply(to: &entry)
      if answer != nil { (entry.answerLine, entry.answerLineEnd) = (row.line, row.lineEnd) }
      accounts.append(
        BlockAccount(line: row.line, lineEnd: row.lineEnd, role: .item, entry: entries.count))
      entries.append(entry)
    }
    return WrittenLines.reading(entries, accounts, notes: notes, convention: "CSV")
  }

  /// The rows of a table; line breaks within quotes belong to their field.
  private struct Rows {
    struct Row {
      var fields: [String]
      let line: Int
      var lineEnd: Int
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
