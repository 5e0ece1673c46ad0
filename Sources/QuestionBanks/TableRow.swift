/// The cells of one line of a pipe table.
enum TableRow {
  /// Ranges of the cells without blanks; outer pipes make no cells, escaped pipes split none.
  static func cells(_ bytes: ByteView, _ range: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    if index < range.upperBound, bytes[index] == Byte.pipe {
      index += 1
      start = index
    }
    while let pipe = ByteSearch.first(Byte.pipe, bytes, index..<range.upperBound) {
      // An odd number of backslashes before it escapes it.
      var slashes = pipe
      while slashes > index, bytes[slashes - 1] == Byte.backslash { slashes -= 1 }
      if (pipe - slashes) % 2 == 0 {
        cells.append(trimmed(bytes, start..<pipe))
        start = pipe + 1
      }
      index = pipe + 1
    }
    if start < range.upperBound {
      let rest = trimmed(bytes, start..<range.upperBound)
      if !rest.isEmpty || cells.isEmpty { cells.append(rest) }
    }
    return cells
  }

  /// The cells of a row with more pipes than its header has: those inside code split none.
  static func cells(_ bytes: ByteView, _ range: Range<Int>, width: Int) -> [Range<Int>] {
    let cells = cells(bytes, range)
    guard width > 1, cells.count > width else { return cells }
    var joined: [Range<Int>] = []
    var isInCode = false
    for cell in cells {
      let marks = bytes[cell].lazy.filter { $0 == Byte.backtick }.count
      if isInCode, let last = joined.popLast() {
        joined.append(last.lowerBound..<cell.upperBound)
      } else {
        joined.append(cell)
      }
      if marks % 2 == 1 { isInCode.toggle() }
    }
    return joined.count >= width ? joined : cells
  }

  private static func trimmed(_ bytes: ByteView, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, Byte.isBlank(bytes[start]) { start += 1 }
    while end > start, Byte.isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }
}
