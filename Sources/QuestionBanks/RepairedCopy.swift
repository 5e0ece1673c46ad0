/// The text of a file that needs repair, filled line by line.
struct RepairedCopy {
  let file: String
  /// The original is UTF-8, so that its lines need no check.
  let isValid: Bool
  var bytes: [UInt8] = []
  var lines: [LineSpan] = []
  var notes: [BankNote] = []
  /// Notes stop here and a count follows: a broken file would otherwise have one a line.
  private static let noteLimit = 20

  init(file: String, isValid: Bool, capacity: Int) {
    self.file = file
    self.isValid = isValid
    bytes.reserveCapacity(capacity + 64)
  }

  /// Adds one line of the original.
  mutating func append(
    _ input: [UInt8], _ range: Range<Int>, line: Int, mojibake: MojibakeRepair?
  ) {
    let start = bytes.count
    defer {
      lines.append(LineSpan(start, bytes.count))
      bytes.append(0x0A)
    }
    let (hasHigh, hasNul) = input.withUnsafeBufferPointer { buffer in
      let input = ByteView(buffer)
      return (
        ByteSearch.firstWide(input, range) < range.upperBound,
        ByteSearch.contains(0, input, range)
      )
    }
    guard hasHigh || hasNul else {
      bytes.append(contentsOf: input[range])
      return
    }
    var repaired = Array(input[range])
    if !isValid {
      repaired = Array(String(decoding: input[range], as: UTF8.self).utf8)
      if repaired.count != range.count || !repaired.elementsEqual(input[range]) {
        note(line, "invalid UTF-8 replaced by U+FFFD")
      }
    }
    if hasNul {
      note(line, "NUL replaced by U+FFFD")
      repaired = repaired.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
    }
    if hasHigh, let mojibake, let clean = mojibake.repaired(repaired) {
      note(line, "text that was decoded as \(mojibake.names) and encoded again restored")
      repaired = clean
    }
    bytes.append(contentsOf: repaired)
  }

  private mutating func note(_ line: Int, _ message: String) {
    if notes.count < RepairedCopy.noteLimit {
      notes.append(BankNote(file: file, line: line, message: message))
    } else if notes.count == RepairedCopy.noteLimit {
      notes.append(BankNote(file: file, message: "further repairs are not listed"))
    }
  }
}
