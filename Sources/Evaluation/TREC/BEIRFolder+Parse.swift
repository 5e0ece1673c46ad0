#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension BEIRFolder {
  static func queries(_ bytes: TextBytes) throws(EvaluationError) -> [TopicQuery] {
    var queries: [TopicQuery] = []
    var ids: Set<String> = []
    for line in lines(of: bytes) {
      let read = try decode(line, of: bytes, form: #"{"_id": "q1", "text": "…"}"#)
      if let reason = TopicQuery.refusal(ofID: read.id, known: &ids) {
        throw bytes.malformed(at: line.start, reason)
      }
      queries.append(TopicQuery(id: read.id, text: read.text))
    }
    guard !queries.isEmpty else {
      throw .empty(file: bytes.file, expected: #"lines {"_id": "q1", "text": "…"}"#)
    }
    return queries
  }

  static func forEachDocument(
    _ bytes: TextBytes, _ body: (BEIRDocument) throws -> Void
  ) throws {
    var ids: Set<String> = []
    for line in lines(of: bytes) {
      let read = try decode(line, of: bytes, form: #"{"_id": "d1", "title": "…", "text": "…"}"#)
      guard !read.id.isEmpty else {
        throw bytes.malformed(at: line.start, "a document's _id is not empty")
      }
      guard ids.insert(read.id).inserted else {
        throw bytes.malformed(
          at: line.start, "document '\(EvaluationError.brief(read.id))' stands there twice")
      }
      try body(BEIRDocument(id: read.id, title: read.title ?? "", text: read.text))
    }
  }

  static func judgments(_ bytes: TextBytes) throws(EvaluationError) -> Judgments {
    let form = "query-id TAB corpus-id TAB score"
    var documents = QueryDocuments(bytes, expecting: bytes.count / 16 + 16)
    for (number, line) in lines(of: bytes).enumerated() {
      let columns = tabbed(line, of: bytes)
      guard columns.count == 3, columns.allSatisfy({ !$0.isEmpty }) else {
        let count = "\(columns.count) \(columns.count == 1 ? "column" : "columns")"
        throw bytes.malformed(at: line.start, "\(count) instead of 3; a line is '\(form)'")
      }
      // The heading: its last column is a word.
      if number == 0, bytes.text(columns[2]).allSatisfy({ !$0.isNumber }) { continue }
      let grade = try Judgments.bits(columns[2], of: bytes)
      try documents.add(query: columns[0], document: columns[1], bits: grade)
    }
    guard !documents.ids.isEmpty else {
      throw .empty(file: bytes.file, expected: "lines '\(form)'")
    }
    try documents.finish(repeated: Judgments.repeated)
    return Judgments(documents)
  }

  private static func decode(
    _ line: TextColumn, of bytes: TextBytes, form: String
  ) throws(EvaluationError) -> BEIRLine {
    let start = UnsafeBufferPointer(start: bytes.base + line.start, count: line.length)
    do {
      return try JSONDecoder().decode(BEIRLine.self, from: Data(start))
    } catch {
      throw bytes.malformed(at: line.start, "no JSON object of a BEIR file; a line is \(form)")
    }
  }

  /// The lines that have more than blanks, without their ends.
  private static func lines(of bytes: TextBytes) -> [TextColumn] {
    var lines: [TextColumn] = []
    var start = ColumnScanner(bytes).position
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes.base[end] != 0x0A { end += 1 }
      let next = end + 1
      while end > start, bytes.base[end - 1] == 0x0D { end -= 1 }
      let isBlank = (start..<end).allSatisfy { bytes.base[$0] == 0x20 || bytes.base[$0] == 0x09 }
      if !isBlank { lines.append(TextColumn(start: start, length: end - start)) }
      start = next
    }
    return lines
  }

  /// The columns of a line between tabs.
  private static func tabbed(_ line: TextColumn, of bytes: TextBytes) -> [TextColumn] {
    var columns: [TextColumn] = []
    var start = line.start
    for place in line.start..<(line.start + line.length) where bytes.base[place] == 0x09 {
      columns.append(TextColumn(start: start, length: place - start))
      start = place + 1
    }
    columns.append(TextColumn(start: start, length: line.start + line.length - start))
    return columns
  }
}
