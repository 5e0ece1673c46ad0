/// Where fences end, known before the scan, so that an unclosed one swallows nothing.
///
/// A line of three or more backticks or tildes opens a fence only if a closing line follows before
/// any other line that can only open one (it names a language). Building it is one pass; every
/// question is answered from a table of the fence lines alone.
struct FenceTable {
  /// A run of fence characters at the beginning of a line.
  struct Run: Equatable {
    var character: UInt8
    var length: Int
    /// Something follows the run, so that the line can open a fence and not close one.
    var hasInfo: Bool
  }

  private var closers: [Int: Int] = [:]

  /// The line that closes a fence opened at `line`, or `nil` if that line opens none.
  func closer(of line: Int) -> Int? { closers[line] }

  init(_ bytes: ByteView, _ lines: [LineSpan]) {
    var open: (line: Int, run: Run)?
    for index in lines.indices {
      guard let run = FenceTable.run(bytes, lines[index].range) else { continue }
      if let current = open {
        if run.character == current.run.character, run.length >= current.run.length {
          if run.hasInfo {
            // The earlier one was never closed; what follows it is text.
            open = (index, run)
          } else {
            closers[current.line] = index
            open = nil
          }
        }
      } else {
        open = (index, run)
      }
    }
  }

  /// The fence run at the beginning of a line, after blanks and quote or list marks.
  static func run(_ bytes: ByteView, _ range: Range<Int>) -> Run? {
    var index = range.lowerBound
    while index < range.upperBound, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index < range.upperBound, bytes[index] == 0x60 || bytes[index] == 0x7E else { return nil }
    let character = bytes[index]
    let start = index
    while index < range.upperBound, bytes[index] == character { index += 1 }
    let length = index - start
    guard length >= 3 else { return nil }
    var hasInfo = false
    while index < range.upperBound {
      // A backtick further on makes it code in a line of text.
      if character == 0x60, bytes[index] == 0x60 { return nil }
      if bytes[index] != 0x20, bytes[index] != 0x09 { hasInfo = true }
      index += 1
    }
    return Run(character: character, length: length, hasInfo: hasInfo)
  }
}
