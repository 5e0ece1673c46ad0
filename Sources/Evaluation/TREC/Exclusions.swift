/// Documents that are no answer to a query, as a question is none to itself: they are taken out of
/// the run and of the judgments before scoring.
public struct Exclusions: Sendable {
  /// The form of a line, for messages.
  static let lineForm = "qid document"

  /// The pairs of a file, if there is one.
  let documents: QueryDocuments?
  /// Whether a document of the same name as the query is excluded, as in BEIR's scoring of
  /// collections whose queries are documents.
  public var queryItself: Bool

  /// The number of pairs.
  public var count: Int { documents?.entries.count ?? 0 }

  /// Excludes nothing, or from each query the document of its own name.
  public init(queryItself: Bool = false) {
    documents = nil
    self.queryItself = queryItself
  }

  /// Excludes pairs that are in memory.
  ///
  /// - Throws: `EvaluationError` where a query is named twice, or has a document twice.
  public init(_ pairs: [(query: String, documents: [String])]) throws(EvaluationError) {
    var writer = NamePairs()
    var count = 0
    for pair in pairs {
      writer.begin(pair.query)
      for document in pair.documents { writer.add(document) }
      count += pair.documents.count
    }
    documents = try writer.documents(
      name: "exclusions", bits: [UInt32](repeating: 0, count: count), repeated: Self.repeated)
    queryItself = false
  }

  /// Reads lines of two columns, `qid document`, with blanks or a tab between them. A file without
  /// lines excludes nothing.
  ///
  /// - Throws: `EvaluationError` naming the file, and the line where columns are missing or too
  ///   many or a pair stands there twice.
  public static func read(_ path: String) throws(EvaluationError) -> Exclusions {
    try Exclusions(parsing: TextBytes(path: path))
  }

  /// Reads lines `qid document` from bytes; `file` is the name for messages. As `read`.
  public static func parse(_ bytes: [UInt8], file: String) throws(EvaluationError) -> Exclusions {
    try Exclusions(parsing: TextBytes(bytes, file: file))
  }

  private init(parsing bytes: TextBytes) throws(EvaluationError) {
    var documents = QueryDocuments(bytes, expecting: 0)
    var scanner = ColumnScanner(bytes)
    while !scanner.isAtEnd {
      let query = scanner.column()
      if query.isEmpty, scanner.endLine() { continue }
      let document = scanner.column()
      guard !document.isEmpty, scanner.column().isEmpty, scanner.endLine() else {
        let reason = ColumnScanner.reason(line: query, of: bytes, columns: 2, form: Self.lineForm)
        throw bytes.malformed(at: query.start, reason)
      }
      try documents.add(query: query, document: document, bits: 0)
    }
    try documents.finish(repeated: Self.repeated)
    self.documents = documents
    queryItself = false
  }

  private static func repeated(_ document: String, _ query: String) -> String {
    "document '\(document)' is excluded twice for query '\(query)'; keep one of the lines"
  }
}
