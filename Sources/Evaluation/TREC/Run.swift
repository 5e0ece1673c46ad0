/// The results of a system: for each query its documents with scores, as a TREC run has them.
public struct Run: Sendable {
  /// The form of a line, for messages.
  static let lineForm = "qid Q0 document rank score tag"

  let documents: QueryDocuments

  /// The file's name.
  public var file: String { documents.bytes.file }
  /// The queries' ids, in the order in which they first appear.
  public var queries: [String] { documents.ids }
  /// The number of results of all queries.
  public var count: Int { documents.entries.count }

  /// The results of a query in the order of the file, or nil where the run does not have it. Scores
  /// are 32-bit floats, as `trec_eval` keeps them.
  public func results(of query: String) -> [(document: String, score: Float)]? {
    documents.places[query].map { place in
      documents.documents(at: place).map { (documents.bytes.text($0.column), $0.score) }
    }
  }

  /// Reads a TREC run: lines of six columns, `qid Q0 document rank score tag`. The second column,
  /// the ranks and the tag are not looked at; lines of one query may stand apart. Linear in time.
  ///
  /// - Throws: `EvaluationError` naming the file, and the line where columns are missing or too
  ///   many, a score is no finite number of 32 bits, or a query has a document twice.
  public static func read(_ path: String) throws(EvaluationError) -> Run {
    try Run(parsing: TextBytes(path: path))
  }

  /// Reads a TREC run from bytes; `file` is the name for messages. As `read`.
  public static func parse(_ bytes: [UInt8], file: String) throws(EvaluationError) -> Run {
    try Run(parsing: TextBytes(bytes, file: file))
  }

  private init(parsing bytes: TextBytes) throws(EvaluationError) {
    var documents = QueryDocuments(bytes, expecting: bytes.count / 24 + 16)
    var scanner = ColumnScanner(bytes)
    while !scanner.isAtEnd {
      let query = scanner.column()
      if query.isEmpty, scanner.endLine() { continue }
      _ = scanner.column()
      let document = scanner.column()
      _ = scanner.column()
      let score = scanner.column()
      guard !scanner.column().isEmpty, scanner.column().isEmpty, scanner.endLine() else {
        let reason = ColumnScanner.reason(line: query, of: bytes, columns: 6, form: Self.lineForm)
        throw bytes.malformed(at: query.start, reason)
      }
      let value: Float
      do throws(DecimalNumber.Refusal) {
        value = try DecimalNumber.score(
          UnsafeBufferPointer(start: bytes.base + score.start, count: score.length))
      } catch {
        throw bytes.malformed(at: score.start, Self.reason(error, bytes.brief(score)))
      }
      try documents.add(query: query, document: document, bits: value.bitPattern)
    }
    guard !documents.ids.isEmpty else {
      throw .empty(file: bytes.file, expected: "lines '\(Self.lineForm)'")
    }
    try documents.finish(repeated: Self.repeated)
    self.documents = documents
  }

  /// A run from results in memory. Names are any text; the order of a query's results is kept but
  /// does not count: scores do. Queries without results, and no queries at all, are allowed.
  ///
  /// - Throws: `EvaluationError` where a query is named twice or has a document twice, or a score
  ///   is not a finite 32-bit float; the line it names counts results from 1.
  public init(
    _ rankings: [(query: String, results: [(document: String, score: Double)])],
    name: String = "run"
  ) throws(EvaluationError) {
    var writer = NamePairs()
    var scores: [Float] = []
    for ranking in rankings {
      writer.begin(ranking.query)
      for result in ranking.results {
        let score = Float(result.score)
        guard score.isFinite else {
          throw .malformed(
            file: name, line: scores.count + 1,
            reason: Self.reason(result.score.isNaN ? .notANumber : .infinite, "\(result.score)"))
        }
        writer.add(result.document)
        scores.append(score)
      }
    }
    documents = try writer.documents(
      name: name, bits: scores.map(\.bitPattern), repeated: Self.repeated)
  }

  private static func repeated(_ document: String, _ query: String) -> String {
    "document '\(document)' stands twice in the results of query '\(query)'; keep one of the lines"
  }

  private static func reason(_ refusal: DecimalNumber.Refusal, _ text: String) -> String {
    switch refusal {
    case .notANumber: return "the score '\(text)' is no number; write one as 12.5 or 1e-3"
    case .infinite: return "the score '\(text)' is out of range of 32-bit floats; scale the scores"
    case .tooLong: return "the score is longer than any number; write one as 12.5 or 1e-3"
    }
  }
}
