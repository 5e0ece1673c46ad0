/// Pipe tables with a column of questions: one row, one question; answers, difficulties and sources
/// in other columns, in any order.
///
/// A header that names the column decides; without one, most cells of a column must look like
/// questions. A table of contents (cells that only link to headings of the file) has none.
enum QuestionTable: Convention {
  static let name = "question table"
  static let scope = ConventionScope.section

  /// Rows that are looked at to tell what columns hold.
  private static let sampleSize = 24
  /// Cells of a row that are looked at: what a table is shows in its first columns.
  private static let columnLimit = 64

  /// How a table is read.
  private struct Plan {
    var columns: TableColumns
    var firstRow: Int
    /// The number of columns that the header names, or 0.
    var width: Int
  }

  static func assess(_ document: Document, _ draft: Draft) -> Assessment {
    var tables = 0
    var rows = 0
    for table in self.tables(document, draft) {
      guard plan(document, table) != nil else { continue }
      tables += 1
      rows += table.count
    }
    guard tables > 0 else { return .nothing }
    return Assessment(
      score: 1, items: rows, evidence: "\(tables) tables with a column of questions, \(rows) lines")
  }

  static func read(_ document: Document, into draft: inout Draft) {
    for table in tables(document, draft) {
      guard let plan = plan(document, table) else {
        for line in table { draft.explain(line, .table) }
        continue
      }
      for line in table where line < plan.firstRow {
        draft.claim(line..<(line + 1), .none, reason: .header)
      }
      for line in max(table.lowerBound, plan.firstRow)..<table.upperBound {
        readRow(document, line, plan, into: &draft)
      }
    }
  }

  /// Runs of lines that are rows, at one depth.
  private static func tables(_ document: Document, _ draft: Draft) -> [Range<Int>] {
    var tables: [Range<Int>] = []
    var start: Int?
    for line in document.lines.indices {
      let kind = document.lines[line].kind
      let isRow = (kind == .tableRow || kind == .tableDelimiter) && draft.isFree(line)
      if isRow, start == nil { start = line }
      if !isRow, let first = start {
        tables.append(first..<line)
        start = nil
      }
    }
    if let start { tables.append(start..<document.lines.count) }
    return tables
  }

  private static func plan(
    _ document: Document, _ table: Range<Int>
  ) -> Plan? {
    let first = table.lowerBound
    let hasDelimiter = table.count > 1 && document.lines[first + 1].kind == .tableDelimiter
    let names = cells(document, first).map { document.clean($0).string }
    let rows = table.dropFirst(hasDelimiter ? 2 : 0)
      .filter { document.lines[$0].kind == .tableRow }
      .prefix(sampleSize)
    var anchors = 0
    let sample = rows.map { line in
      let ranges = cells(document, line)
      if ranges.contains(where: { document.isAnchorLink($0) }) { anchors += 1 }
      return ranges.map { ItemText(document, $0) }
    }
    guard anchors * 2 <= sample.count else { return nil }
    guard
      let columns = TableColumns(names: hasDelimiter ? names : [], sample: sample)
        ?? TableColumns(names: names, sample: Array(sample.dropFirst()))
    else { return nil }
    // Without a delimiter the first row is a header only if it names the column.
    let isHeader = hasDelimiter || columns.isNamed
    guard document.lines[first].depth == 0 || columns.isNamed else { return nil }
    guard !(hasDelimiter && ComparisonTable.is(names, sample, columns)) else { return nil }
    guard !columns.isNamed || hasDelimiter || table.count > 1 else { return nil }
    return Plan(
      columns: columns, firstRow: first + (hasDelimiter ? 2 : isHeader ? 1 : 0),
      width: hasDelimiter ? names.count : 0)
  }

  private static func cells(_ document: Document, _ line: Int) -> [Range<Int>] {
    Array(TableRow.cells(document.bytes, document.content(line)).prefix(columnLimit))
  }

  private static func readRow(
    _ document: Document, _ line: Int, _ plan: Plan, into draft: inout Draft
  ) {
    let columns = plan.columns
    let cells = TableRow.cells(document.bytes, document.content(line), width: plan.width)
    func isFilled(_ text: ByteView) -> Bool {
      !text.isEmpty && !(text.count == 1 && text[0] == Byte.hyphen)
    }
    func text(_ column: Int?) -> ByteView? {
      guard let column, column < cells.count else { return nil }
      let text = document.clean(cells[column], keepsLines: true)
      return isFilled(text) ? text : nil
    }
    guard document.lines[line].kind == .tableRow, columns.question < cells.count else {
      return draft.claim(line..<(line + 1), .none, reason: .emptyCell)
    }
    let item = ItemText(document, cells[columns.question])
    let evidence = item.evidence
    // A cell of one word in an unnamed column is a group's name.
    guard evidence.wordCount > (columns.isNamed ? 0 : 1) else {
      return draft.claim(line..<(line + 1), .none, reason: .emptyCell)
    }
    // A cell that only links to the answer cites it.
    let link = columns.answer.flatMap { $0 < cells.count ? cells[$0] : nil }
      .flatMap { document.isLink($0) ? TrailingLink.split(document.bytes, $0).target : nil }
    let answer = link == nil ? columns.answer.flatMap { $0 < cells.count ? cells[$0] : nil } : nil
    draft.add(
      Draft.Item(
        first: line, last: line,
        kind: evidence.kind(
          fallback: BareVerb.orders(item.text, isSituation: false) ? .prompt : .topic),
        text: GrowingText(item.text),
        difficulty: text(columns.difficulty).flatMap(DifficultyMark.word) ?? item.difficulty,
        hint: (text(columns.hint) ?? item.hint).map { GrowingText($0) },
        answer: answer.flatMap {
          isFilled(document.cleanForNow($0, keepsLines: true))
            ? .cell(LineSpan($0), LineSpan(line, line + 1)) : nil
        },
        origin: text(columns.origin) ?? item.origin ?? link),
      tags: columns.tags.compactMap { text($0) })
  }
}
