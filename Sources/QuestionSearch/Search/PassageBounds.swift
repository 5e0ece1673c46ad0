/// Grows a passage around its words: from the beginning of their sentence, where that is near, to
/// the end of a word.
struct PassageBounds {
  private let utf8: [UInt8]

  init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  /// A range of about `limit` bytes that holds `core`, cut between words where there are any.
  func around(_ core: Range<Int>, limit: Int) -> Range<Int> {
    let start = start(of: core, limit: limit)
    var end = min(utf8.count, max(start + limit, core.upperBound))
    if end < utf8.count {
      // Back to the end of a word, but not into the core; a text without blanks is cut anywhere
      // between characters.
      var cut = end
      while cut > core.upperBound, !isBlank(cut) { cut -= 1 }
      if isBlank(cut), cut > start { end = cut }
      while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
    }
    return start..<end
  }

  /// The beginning of the sentence, or some words before the core.
  private func start(of core: Range<Int>, limit: Int) -> Int {
    let room = max(0, limit - core.count)
    let earliest = max(0, core.lowerBound - room * 2 / 3)
    if earliest == 0, core.lowerBound <= room { return 0 }
    var position = core.lowerBound
    var lastBlank = core.lowerBound
    while position > earliest {
      position -= 1
      guard isBlank(position) else { continue }
      // A line of its own begins a thought, and so does what follows a full stop.
      if utf8[position] == 0x0A || (position > 0 && ".!?:".utf8.contains(utf8[position - 1])) {
        return position + 1
      }
      if core.lowerBound - position <= room / 3 { lastBlank = position + 1 }
    }
    var start = lastBlank
    while start > 0, start < utf8.count, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private func isBlank(_ position: Int) -> Bool {
    guard position < utf8.count else { return true }
    return utf8[position] == 0x20 || utf8[position] == 0x0A || utf8[position] == 0x09
  }
}
