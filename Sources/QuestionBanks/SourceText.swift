/// A file's text after repair, by lines, with the way back to the original bytes.
///
/// Repairs never join or split lines, so that line `i` of the text is line `i` of the file, and
/// byte ranges of whole lines are exact in the original. Where nothing needs repair the bytes are
/// the file's own and nothing is copied.
struct SourceText: Sendable {
  /// The bytes that the lines point into: valid UTF-8.
  let bytes: [UInt8]
  /// The lines in `bytes`, without line breaks.
  let lines: [LineSpan]
  /// The lines in the original bytes, without line breaks.
  let originalLines: [LineSpan]

  /// The text of a line.
  func text(_ line: Int) -> String { String(decoding: bytes[lines[line].range], as: UTF8.self) }

  /// The bytes of the original that lines `first...last` (0-based) take.
  func originalRange(_ first: Int, _ last: Int) -> Range<Int> {
    let start = Int(originalLines[first].start)
    return start..<max(start, Int(originalLines[last].end))
  }
}
