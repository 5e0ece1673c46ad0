/// Gathers queries and documents that are in memory into the form in which files are kept. A line
/// of the text that it makes is one document's name, so that errors count documents.
struct NamePairs {
  private var text: [UInt8] = []
  private var queries: [String] = []
  private var columns: [(query: Int, document: TextColumn)] = []

  /// Begins a query, to which the next documents belong.
  mutating func begin(_ query: String) { queries.append(query) }

  /// Adds a document of the query that was begun last.
  mutating func add(_ document: String) {
    let start = text.count
    // A line feed in a name must not be counted as a line.
    text += document.utf8.map { $0 == 0x0A ? 0x20 : $0 }
    columns.append((queries.count - 1, TextColumn(start: start, length: text.count - start)))
    text.append(0x0A)
  }

  /// What was gathered, one number for each document.
  ///
  /// - Throws: `EvaluationError` where a query has a document twice, a name is empty or a query is
  ///   begun twice.
  func documents(
    name: String, bits: [UInt32], repeated: (String, String) -> String
  ) throws(EvaluationError) -> QueryDocuments {
    let bytes = try TextBytes(text, file: name)
    var documents = QueryDocuments(bytes, expecting: columns.count)
    var next = 0
    for (query, id) in queries.enumerated() {
      guard documents.begin(id: id) else {
        throw .malformed(
          file: name, line: next + 1,
          reason: "query '\(EvaluationError.brief(id))' is named twice; give it once")
      }
      while next < columns.count, columns[next].query == query {
        guard !columns[next].document.isEmpty else {
          throw .malformed(
            file: name, line: next + 1, reason: "a document without a name; give it one")
        }
        documents.add(columns[next].document, bits: bits[next])
        next += 1
      }
    }
    try documents.finish(repeated: repeated)
    return documents
  }
}
