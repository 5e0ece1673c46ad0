import QuestionBanks

/// The lines of a file with their line breaks, so that joining them gives the file.
struct FileLines {
  let lines: [ArraySlice<UInt8>]

  init(_ bytes: [UInt8]) {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = (bytes[start...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
      lines.append(bytes[start..<end])
      start = end
    }
    self.lines = lines
  }

  /// Whether a line has nothing but blanks; what is before the first and behind the last has not
  /// even these.
  func isBlank(_ line: Int) -> Bool {
    !lines.indices.contains(line) || lines[line].allSatisfy { $0 <= 0x20 }
  }

  /// The lines of an entry and its answer.
  func text(of entry: Entry) -> String {
    let last = min(max(entry.lineEnd, entry.answerLineEnd ?? 0), lines.count)
    let first = min(entry.line - 1, last)
    return String(decoding: Array(lines[first..<last].joined()), as: UTF8.self)
  }
}
