#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A bank with an object of JSON a line, as ``BankWriter`` writes it; `question` does for `text`.
enum WrittenJSON {
  /// An entry as a line.
  static func line(_ entry: Entry) throws(BankError) -> String {
    var record = WrittenRecord(entry)
    record.text = entry.text
    record.answer = entry.answer
    record.section = entry.section.isEmpty ? nil : entry.section
    return try record.json()
  }

  /// Names that are read, and those of `qsearch read` and `search`, which follow from the rest.
  private static let names: Set = [
    "text", "question", "kind", "difficulty", "section", "context", "hint", "answer", "tags",
    "origin", "made", "sources", "shown_lines", "question_lines", "schema_version", "id", "bank",
    "file", "line", "line_end", "byte_start", "byte_end", "answer_line", "answer_line_end", "rank",
    "score", "snippet", "copies",
  ]

  /// A line: the record, the other name of its text, and names that say nothing to us.
  private struct Line: Decodable {
    struct Key: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    let record: WrittenRecord
    let text: String?
    let unknown: [String]

    init(from decoder: any Decoder) throws {
      record = try WrittenRecord(from: decoder)
      let values = try decoder.container(keyedBy: Key.self)
      let question = Key(stringValue: "question")
      text = record.text ?? (try? values.decode(String.self, forKey: question))
      unknown = values.allKeys.map(\.stringValue).filter { !WrittenJSON.names.contains($0) }
        .sorted()
    }
  }

  /// Reads such a file; lines that are no such object are noted and left out.
  static func read(_ bytes: [UInt8], file: String, bank: String) -> BankReading {
    let lines = WrittenLines(bytes)
    let decoder = JSONDecoder()
    var entries: [Entry] = []
    var accounts: [BlockAccount] = []
    var notes = lines.notes(file)
    var noted: Set<String> = []
    for line in 0..<lines.count {
      let json = Array(lines[line].utf8)
      guard json.contains(where: { $0 > 0x20 }) else {
        accounts.append(BlockAccount(line: line + 1, lineEnd: line + 1, role: .blank))
        continue
      }
      let read = try? decoder.decode(Line.self, from: Data(json))
      guard let read, let question = read.text, question.contains(where: { !$0.isWhitespace })
      else {
        notes.append(
          BankNote(
            file: file, line: line + 1,
            message: "no object with 'text' or 'question'; the line was left out", isLoss: true))
        accounts.append(
          BlockAccount(
            line: line + 1, lineEnd: line + 1, role: .none, reason: "no question in JSON"))
        continue
      }
      for name in read.unknown where noted.insert(name).inserted {
        notes.append(
          BankNote(
            file: file, line: line + 1,
            message: "'\(name)' is no name that is read; what it says is left out", isLoss: true))
      }
      var entry = Entry(
        bank: bank, file: file, line: line + 1, lineEnd: line + 1, byteStart: lines.start(line),
        byteEnd: lines.end(line), kind: .question, text: question)
      read.record.apply(to: &entry)
      if entry.answer != nil { (entry.answerLine, entry.answerLineEnd) = (line + 1, line + 1) }
      accounts.append(
        BlockAccount(line: line + 1, lineEnd: line + 1, role: .item, entry: entries.count))
      entries.append(entry)
    }
    return WrittenLines.reading(entries, accounts, notes: notes, convention: "JSON lines")
  }
}
