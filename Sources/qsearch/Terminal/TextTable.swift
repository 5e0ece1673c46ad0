/// Rows of cells as columns of the same width, the first one to the left and the others to the
/// right. Cells have one line.
struct TextTable {
  private let rows: [[String]]

  init(_ rows: [[String]]) { self.rows = rows }

  /// The lines.
  var text: String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { TextLayout.columns(Substring($0[column])) }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let blanks = widths[column] - TextLayout.columns(Substring(cell))
        let padding = String(repeating: " ", count: blanks)
        line += column == 0 ? cell + padding : "  " + padding + cell
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
