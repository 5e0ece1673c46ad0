/// Walks over the columns of a text, line by line. Columns stand between blanks: space, tab,
/// vertical tab, form feed and carriage return, what `isspace` is in `trec_eval`.
struct ColumnScanner {
  private let base: UnsafePointer<UInt8>
  private let end: Int
  /// The offset of the next byte to look at.
  private(set) var position: Int

  /// A scanner at the beginning of the text, behind a byte order mark.
  init(_ bytes: TextBytes) {
    base = bytes.base
    end = bytes.count
    let hasMark = end >= 3 && base[0] == 0xEF && base[1] == 0xBB && base[2] == 0xBF
    position = hasMark ? 3 : 0
  }

  var isAtEnd: Bool { position >= end }

  /// The next column of this line; an empty one at the line's end or before a control character.
  @inline(__always)
  mutating func column() -> TextColumn {
    var place = position
    while true {
      let byte = base[place]
      guard byte == 0x20 || byte == 0x09 || (byte >= 0x0B && byte <= 0x0D) else { break }
      place += 1
    }
    let start = place
    while true {
      // The first byte below 0x21 sets the lowest of the high bits; the zeros behind the text end
      // the last column.
      let word = UInt64(
        littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self))
      let blanks = (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080
      if blanks != 0 {
        place += blanks.trailingZeroBitCount >> 3
        break
      }
      place += 8
    }
    position = place
    return TextColumn(start: start, length: place - start)
  }

  /// Steps over the end of a line or of the text; false where something else stands there.
  @inline(__always)
  mutating func endLine() -> Bool {
    if base[position] == 0x0A, position < end {
      position += 1
      return true
    }
    return position >= end
  }

  /// What is wrong with the line of a column, which should have `expected` columns.
  static func reason(
    line column: TextColumn, of bytes: TextBytes, columns expected: Int, form: String
  ) -> String {
    var scanner = ColumnScanner(bytes)
    scanner.position = column.start
    var count = 0
    while !scanner.column().isEmpty { count += 1 }
    guard scanner.endLine() else {
      return "a control character; a line is '\(form)' in plain text"
    }
    return "\(count) \(count == 1 ? "column" : "columns") instead of \(expected); "
      + "a line is '\(form)'"
  }
}
