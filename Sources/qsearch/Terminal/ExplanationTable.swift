import QuestionSearch

/// The parts of a score as a table: one row a term, the sum below.
struct ExplanationTable {
  private let explanation: Explanation

  init(_ explanation: Explanation) { self.explanation = explanation }

  /// The table's lines behind `indent`.
  func lines(indent: String) -> String {
    var rows = [header]
    rows += explanation.parts.map { part in
      [part.term] + part.frequencies.map(String.init) + [
        String(part.documentFrequency), Numbers.fixed(part.idf, digits: 4),
        Numbers.fixed(part.lengthPart, digits: 4), Numbers.fixed(part.documentPart, digits: 4),
        Numbers.fixed(part.queryPart, digits: 4), Numbers.fixed(part.contribution, digits: 6),
      ]
    }
    let sum = Numbers.fixed(explanation.score, digits: 6)
    rows.append(["sum"] + Array(repeating: "", count: header.count - 2) + [sum])
    let widths = header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + padding : padding + cell
      }
      return indent + Sanitizer.oneLineKeepingBlanks(cells.joined(separator: "  ")) + "\n"
    }.joined()
  }

  /// The term, its frequency in each field, and the factors of its part.
  private var header: [String] {
    ["term"] + EntryField.allCases.map { "tf \($0.rawValue)" }
      + ["df", "idf", "length", "document", "query", "part"]
  }
}
