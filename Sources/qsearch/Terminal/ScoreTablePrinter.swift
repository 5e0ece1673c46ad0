import QuestionSearch

/// Shows the scores of a run: to people as a table, to programs as a JSON object a figure.
struct ScoreTablePrinter {
  /// A figure: one measure of one query, or its mean under the query `all`.
  private struct Figure: Encodable {
    let schema_version = 1
    let query: String
    let measure: String
    let value: Double
    /// With a mean at a cutoff: the share of those results that nobody judged.
    var unjudged: Double?
  }

  private let table: ScoreTable

  init(_ table: ScoreTable) { self.table = table }

  /// One object a figure; means last, and at the end the number of queries as `NumQ`.
  func writeJSON(perQuery: Bool, _ write: ([UInt8]) throws -> Void) throws {
    let encoder = JSONLines()
    if perQuery {
      for (row, query) in table.queries.enumerated() {
        for (column, measure) in table.measures.enumerated() {
          let value = table.value(query: row, measure: column)
          try write(encoder.line(Figure(query: query, measure: measure.name, value: value)))
        }
      }
    }
    for (column, measure) in table.measures.enumerated() {
      try write(
        encoder.line(
          Figure(
            query: "all", measure: measure.name, value: table.mean(ofMeasure: column),
            unjudged: table.unjudgedShare(ofMeasure: column))))
    }
    let count = Double(table.queries.count)
    try write(encoder.line(Figure(query: "all", measure: "NumQ", value: count)))
  }

  /// The means as a table with the number of queries; before it a row for each query.
  func text(perQuery: Bool) -> String {
    var rows = [["measure", "mean", "unjudged"]]
    for (column, measure) in table.measures.enumerated() {
      let share = table.unjudgedShare(ofMeasure: column)
      rows.append([
        measure.name, Numbers.fixed(table.mean(ofMeasure: column), digits: 4),
        share.map { Numbers.fixed($0 * 100, digits: 1) + " %" } ?? "",
      ])
    }
    rows.append(["queries", String(table.queries.count), ""])
    return (perQuery ? TextTable(queryRows).text + "\n" : "") + TextTable(rows).text
  }

  private var queryRows: [[String]] {
    [["query"] + table.measures.map(\.name)]
      + table.queries.enumerated().map { row, query in
        [Sanitizer.oneLine(query)]
          + table.measures.indices.map {
            Numbers.fixed(table.value(query: row, measure: $0), digits: 4)
          }
      }
  }

  /// What to know beside the figures.
  var notes: [String] {
    var notes: [String] = []
    let counts = table.policy.missing == .zero ? "count 0" : "left out"
    add("judged", table.missing, "not in the run, \(counts)", to: &notes)
    let also = table.policy.noRelevant == .count ? "counted all the same" : "left out"
    add("judged", table.withoutRelevant, "without a relevant document, \(also)", to: &notes)
    add("answered", table.unjudged, "not judged, left out", to: &notes)
    if table.excludedResults + table.excludedJudgments > 0 {
      notes.append(
        "excluded: \(table.excludedResults) results, \(table.excludedJudgments) judgments")
    }
    return notes
  }

  private func add(
    _ kind: String, _ queries: [String], _ reason: String, to notes: inout [String]
  ) {
    guard !queries.isEmpty else { return }
    let some = queries.prefix(10).joined(separator: ", ") + (queries.count > 10 ? ", …" : "")
    let noun = queries.count == 1 ? "query" : "queries"
    notes.append("\(queries.count) \(kind) \(noun) \(reason): \(some)")
  }
}
