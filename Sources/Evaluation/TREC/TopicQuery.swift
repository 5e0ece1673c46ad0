/// A query of a collection, with the id that judgments and runs name it by.
public struct TopicQuery: Sendable, Hashable {
  /// The id: no blanks.
  public let id: String
  /// What is asked.
  public let text: String
  /// What kind of query it is, for means by type; nil where nothing says so.
  public let type: String?

  /// A query.
  public init(id: String, text: String, type: String? = nil) {
    self.id = id
    self.text = text
    self.type = type
  }

  /// Reads queries: lines `qid TAB text [TAB type]`, or TREC topics where the file begins with
  /// `<top>`.
  ///
  /// - Throws: `EvaluationError` naming the line where a query is malformed, an id is empty, has
  ///   blanks or stands there twice, or the bytes are not UTF-8.
  public static func parse(
    _ bytes: [UInt8], file: String
  ) throws(EvaluationError) -> [TopicQuery] {
    let start = bytes.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }
    if start.starts(with: "<top>".utf8) { return try parseTopics(bytes, file: file) }
    return try parseLines(bytes, file: file)
  }

  /// Reads queries from lines `qid TAB text [TAB type]`; further columns and empty lines are passed
  /// over.
  private static func parseLines(
    _ bytes: [UInt8], file: String
  ) throws(EvaluationError) -> [TopicQuery] {
    var queries: [TopicQuery] = []
    var ids: Set<String> = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      var line = line
      if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
      if line.last == 0x0D { line = line.dropLast() }
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
      func malformed(_ reason: String) -> EvaluationError {
        .malformed(file: file, line: number, reason: reason)
      }
      guard let text = String(validating: line, as: UTF8.self) else {
        throw malformed("not UTF-8; save the file as UTF-8")
      }
      let columns = text.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count >= 2 else { throw malformed("no tab; write 'qid TAB text' on each line") }
      let id = String(columns[0])
      if let reason = refusal(ofID: id, known: &ids) { throw malformed(reason) }
      let type = columns.count > 2 && !columns[2].isEmpty ? String(columns[2]) : nil
      queries.append(TopicQuery(id: id, text: String(columns[1]), type: type))
    }
    guard !queries.isEmpty else { throw .empty(file: file, expected: "lines 'qid TAB text'") }
    return queries
  }

  /// Why a query cannot have that id, or nil; it is one of the known ones then.
  static func refusal(ofID id: String, known ids: inout Set<String>) -> String? {
    guard !id.isEmpty, !id.unicodeScalars.contains(where: RunFormatter.breaksColumns) else {
      return "a query's id has no blanks or control characters and is not empty"
    }
    return ids.insert(id).inserted ? nil : "query '\(EvaluationError.brief(id))' stands there twice"
  }
}
