/// Sorts a text into lines by their marks, in one pass and linear time.
///
/// It knows as much of Markdown as finding questions takes, and is more lenient than CommonMark
/// where people are: an item nested by two blanks under `1.` is nested, and a table may lack its
/// outer pipes. Lists nest by a stack of markers; each line pushes at most one and pops what it
/// closes.
struct LineScanner {
  private let bytes: ByteView
  private let spans: [LineSpan]
  private let fences: FenceTable
  private var lines: [Line] = []
  /// The open list items, outermost first.
  private var items: [OpenItem] = []
  private var fenceEnd: Int?
  private var commentEnd: Int?
  private let lastCommentEnd: Int

  private struct OpenItem {
    var markerColumn: Int
    var contentColumn: Int
  }

  /// Scans all lines of a text.
  static func scan(_ bytes: ByteView, _ spans: [LineSpan]) -> [Line] {
    var scanner = LineScanner(bytes, spans)
    scanner.run()
    return scanner.lines
  }

  private init(_ bytes: ByteView, _ spans: [LineSpan]) {
    self.bytes = bytes
    self.spans = spans
    fences = FenceTable(bytes, spans)
    lines.reserveCapacity(spans.count)
    lastCommentEnd = LineScanner.lastCommentEnd(bytes, spans)
  }

  /// The last line with `-->`, or -1. One pass over the bytes; it spans no line break.
  private static func lastCommentEnd(_ bytes: ByteView, _ lines: [LineSpan]) -> Int {
    // Few files have a comment, and one that begins ends behind its beginning.
    var last = -1
    var from = 0
    while let greater = ByteSearch.first(Byte.greater, bytes, from..<bytes.count) {
      if greater >= 2, bytes[greater - 1] == Byte.hyphen, bytes[greater - 2] == Byte.hyphen {
        last = greater
      }
      from = greater + 1
    }
    guard last >= 2 else { return -1 }
    // The first line that ends behind it.
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].range.upperBound <= last { low = middle + 1 } else { high = middle }
    }
    return low < lines.count ? low : -1
  }

  private mutating func run() {
    let frontMatter = FrontMatter.lastLine(bytes, spans)
    for index in spans.indices {
      if let frontMatter, index <= frontMatter {
        lines.append(Line(.frontMatter, spans[index]))
      } else {
        lines.append(scanLine(index))
        joinTable(index)
      }
    }
  }

  private mutating func scanLine(_ index: Int) -> Line {
    let cursor = LineCursor(bytes, spans[index].range)
    if let end = fenceEnd {
      if index == end { fenceEnd = nil }
      return fenceLine(index == end ? .fenceClose : .fenceBody, cursor)
    }
    if commentEnd != nil { return commentLine(index, cursor) }
    if cursor.isBlank { return Line(.blank, cursor.content) }
    if let end = fences.closer(of: index) {
      fenceEnd = end
      closeItems(column: cursor.column, lazily: false)
      return fenceLine(.fenceOpen, cursor)
    }
    return scanText(index, cursor)
  }

  private func fenceLine(_ kind: LineKind, _ cursor: LineCursor) -> Line {
    var line = Line(kind, cursor.content)
    line.depth = UInt8(clamping: items.count)
    line.indent = UInt16(clamping: cursor.column)
    return line
  }

  private mutating func commentLine(_ index: Int, _ cursor: LineCursor) -> Line {
    if LineScanner.contains(bytes, spans[index].range, [0x2D, 0x2D, 0x3E]) { commentEnd = nil }
    return Line(.html, cursor.content)
  }

  private mutating func scanText(_ index: Int, _ cursor: LineCursor) -> Line {
    let previous = lines.last
    let continues = previous.map { $0.kind == .text || $0.kind == .listItem } ?? false
    if let marker = cursor.listMarker(), !(cursor.isRule && marker.isBullet) {
      return listItem(cursor, marker)
    }
    let wasNested = !items.isEmpty
    let isPlain = !cursor.startsBlock
    let lazily = wasNested && continues && isPlain
    closeItems(column: cursor.column, lazily: lazily)
    var line = markedLine(index, cursor, continues: continues)
    line.isLazy =
      lazily && items.last.map { cursor.column < $0.markerColumn + 2 } ?? false
    line.depth = UInt8(clamping: items.count)
    line.indent = UInt16(clamping: cursor.column)
    return line
  }

  /// Closes the items that a line at `column` is not part of.
  private mutating func closeItems(column: Int, lazily: Bool) {
    if lazily { return }
    while let item = items.last, column < item.markerColumn + 2, column < item.contentColumn {
      items.removeLast()
    }
  }

  private mutating func listItem(_ cursor: LineCursor, _ marker: LineCursor.Marker) -> Line {
    while let item = items.last,
      cursor.column < item.markerColumn + 2 && cursor.column < item.contentColumn
    {
      items.removeLast()
    }
    items.append(OpenItem(markerColumn: cursor.column, contentColumn: marker.contentColumn))
    var line = Line(.listItem, marker.content)
    line.marker = marker.kind
    line.number = marker.number
    // `3. ### Title` is a heading that happens to be numbered by a list.
    let isChoice = marker.kind != .ordered && marker.kind != .bullet
    if !isChoice, let heading = LineCursor(bytes, marker.content.range).atxHeading() {
      line.kind = .heading
      line.level = heading.level
      line.content = heading.content
    }
    line.depth = UInt8(clamping: items.count)
    line.indent = UInt16(clamping: cursor.column)
    return line
  }

  private mutating func markedLine(
    _ index: Int, _ cursor: LineCursor, continues: Bool
  ) -> Line {
    let atx = cursor.atxHeading()
    if let atx, isInside(cursor, atx.content) {
      if !items.isEmpty { return Line(.text, atx.content) }
    } else if let heading = atx ?? cursor.htmlHeading() {
      var line = Line(.heading, heading.content)
      line.level = heading.level
      items.removeAll(keepingCapacity: true)
      return line
    }
    if let level = cursor.underlineLevel(), continues, isLoneParagraph() {
      lines[lines.count - 1].kind = .heading
      lines[lines.count - 1].level = level
      return Line(.underline, cursor.content)
    }
    if cursor.isRule { return Line(.rule, cursor.content) }
    if let quote = cursor.quote() {
      var line = Line(.quote, quote.content)
      line.level = quote.level
      return line
    }
    if cursor.startsTableRow { return Line(.tableRow, cursor.content) }
    if cursor.startsHTML {
      if cursor.startsComment, index <= lastCommentEnd,
        !LineScanner.contains(bytes, spans[index].range, [0x2D, 0x2D, 0x3E])
      {
        commentEnd = index
      }
      return Line(.html, cursor.content)
    }
    if cursor.column >= 4, items.isEmpty, lines.last.map({ $0.kind != .text }) ?? true {
      return Line(.indentedCode, cursor.content)
    }
    return Line(.text, cursor.content)
  }

  /// Whether a heading lies in an item of a list, or so deep that it is no heading: it divides what
  /// stands there, and not the file. One that asks may be a question all the same.
  private func isInside(_ cursor: LineCursor, _ content: LineSpan) -> Bool {
    guard let item = items.last else { return cursor.column >= 4 }
    return (cursor.column >= item.contentColumn || cursor.column >= 4)
      && content.range.last.map { bytes[$0] != Byte.question } ?? true
  }

  /// Whether the last line is a paragraph of one line outside lists, which an underline makes a
  /// heading. Longer paragraphs keep their lines: people write rules right below them.
  private func isLoneParagraph() -> Bool {
    guard let last = lines.last, last.kind == .text, last.depth == 0 else { return false }
    return lines.count < 2 || lines[lines.count - 2].kind != .text
  }

  /// Makes a row of the line above a delimiter, and of lines with pipes below a row.
  private mutating func joinTable(_ index: Int) {
    let cursor = LineCursor(bytes, spans[index].range)
    guard lines[index].kind == .tableRow || lines[index].kind == .text, cursor.hasPipe else {
      return
    }
    guard index > 0 else { return }
    if cursor.isTableDelimiter {
      let above = lines[index - 1]
      let hasHeader =
        above.kind == .tableRow
        || (above.kind == .text && LineCursor(bytes, spans[index - 1].range).hasPipe)
      guard hasHeader else { return }
      lines[index - 1].kind = .tableRow
      lines[index].kind = .tableDelimiter
    } else if lines[index].kind == .text {
      let above = lines[index - 1].kind
      let isBelowTable =
        above == .tableDelimiter
        || (above == .tableRow && index >= 2 && lines[index - 2].kind != .blank)
      if isBelowTable { lines[index].kind = .tableRow }
    }
  }

  /// Whether a short pattern occurs in a range.
  static func contains(_ bytes: ByteView, _ range: Range<Int>, _ pattern: [UInt8]) -> Bool {
    guard let first = pattern.first, range.count >= pattern.count else { return false }
    var index = range.lowerBound
    let last = range.upperBound - pattern.count
    while index <= last {
      if bytes[index] == first, bytes[index..<(index + pattern.count)].elementsEqual(pattern) {
        return true
      }
      index += 1
    }
    return false
  }
}
