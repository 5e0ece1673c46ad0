/// What is known of documents' relevance to queries: TREC judgments (qrels).
///
/// A grade of 1 and more is relevant, 0 is not. A negative grade is a document that was put before
/// the judges and not judged, as `trec_eval` has it: it counts as neither.
public struct Judgments: Sendable {
  /// The form of a line, for messages.
  static let lineForm = "qid 0 document grade"

  let documents: QueryDocuments

  init(_ documents: QueryDocuments) { self.documents = documents }

  /// The file's name.
  public var file: String { documents.bytes.file }
  /// The queries' ids, in the order in which they first appear.
  public var queries: [String] { documents.ids }
  /// The number of judgments of all queries.
  public var count: Int { documents.entries.count }

  /// The judgments of a query in the order of the file, or nil where there are none.
  public func grades(of query: String) -> [(document: String, grade: Int)]? {
    documents.places[query].map { place in
      documents.documents(at: place).map { (documents.bytes.text($0.column), Int($0.grade)) }
    }
  }

  /// Reads TREC judgments: lines of four columns, `qid iteration document grade`. The second column
  /// is not looked at; lines of one query may stand apart. Linear in time.
  ///
  /// - Throws: `EvaluationError` naming the file, and the line where columns are missing or too
  ///   many, a grade is no whole number of 32 bits, or a document is judged twice for a query.
  public static func read(_ path: String) throws(EvaluationError) -> Judgments {
    try parse(TextBytes(path: path))
  }

  /// Reads TREC judgments from bytes; `file` is the name for messages. As `read`.
  public static func parse(_ bytes: [UInt8], file: String) throws(EvaluationError) -> Judgments {
    try parse(TextBytes(bytes, file: file))
  }

  private static func parse(_ bytes: TextBytes) throws(EvaluationError) -> Judgments {
    var documents = QueryDocuments(bytes, expecting: bytes.count / 16 + 16)
    var scanner = ColumnScanner(bytes)
    while !scanner.isAtEnd {
      let query = scanner.column()
      if query.isEmpty, scanner.endLine() { continue }
      _ = scanner.column()
      let document = scanner.column()
      let grade = scanner.column()
      guard !grade.isEmpty, scanner.column().isEmpty, scanner.endLine() else {
        let reason = ColumnScanner.reason(line: query, of: bytes, columns: 4, form: lineForm)
        throw bytes.malformed(at: query.start, reason)
      }
      try documents.add(query: query, document: document, bits: bits(grade, of: bytes))
    }
    guard !documents.ids.isEmpty else {
      throw .empty(file: bytes.file, expected: "lines '\(lineForm)'")
    }
    try documents.finish(repeated: repeated)
    return Judgments(documents)
  }

  /// The bits of the grade in a column.
  static func bits(_ column: TextColumn, of bytes: TextBytes) throws(EvaluationError) -> UInt32 {
    let text = UnsafeBufferPointer(start: bytes.base + column.start, count: column.length)
    guard let grade = DecimalNumber.grade(text) else {
      throw bytes.malformed(
        at: column.start,
        "the grade '\(bytes.brief(column))' is no whole number of 32 bits; "
          + "write 0, 1, 2 …, or -1 for a document that was not judged")
    }
    return UInt32(bitPattern: grade)
  }

  /// Judgments that are in memory.
  ///
  /// - Throws: `EvaluationError` where a query is named twice, a document is judged twice for a
  ///   query, or a grade is out of range; the line it names counts judgments from 1.
  public init(
    _ queries: [(query: String, grades: [(document: String, grade: Int)])],
    name: String = "judgments"
  ) throws(EvaluationError) {
    var writer = NamePairs()
    var bits: [UInt32] = []
    for query in queries {
      writer.begin(query.query)
      for judgment in query.grades {
        guard let grade = Int32(exactly: judgment.grade) else {
          throw .malformed(
            file: name, line: bits.count + 1, reason: "a grade has at most 32 bits")
        }
        writer.add(judgment.document)
        bits.append(UInt32(bitPattern: grade))
      }
    }
    documents = try writer.documents(name: name, bits: bits, repeated: Self.repeated)
  }

  static func repeated(_ document: String, _ query: String) -> String {
    "document '\(document)' is judged twice for query '\(query)'; keep one of the lines"
  }
}
