/// Cuts a passage out of a text, puts it on one line, and moves the highlights along.
struct PassageText {
  /// The result.
  private(set) var passage: Passage

  /// - Parameters:
  ///   - utf8: the whole text.
  ///   - range: what to show, on character boundaries.
  ///   - highlights: ascending ranges within `range`.
  init(_ utf8: [UInt8], range: Range<Int>, highlights: [Range<Int>]) {
    var output: [UInt8] = []
    var starts: [Int] = []
    var ends: [Int] = []
    var next = highlights.makeIterator()
    var current = next.next()
    if range.lowerBound > 0 { output += "… ".utf8 }
    let textStart = output.count
    var isBlankPending = false
    for position in range {
      let byte = utf8[position]
      if let highlight = current, position == highlight.upperBound {
        ends.append(output.count)
        current = next.next()
      }
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        isBlankPending = output.count > textStart
        continue
      }
      if isBlankPending { output.append(0x20) }
      isBlankPending = false
      if let highlight = current, position == highlight.lowerBound { starts.append(output.count) }
      output.append(byte)
    }
    if ends.count < starts.count { ends.append(output.count) }
    if range.upperBound < utf8.count { output += " …".utf8 }
    passage = Passage(
      text: String(decoding: output, as: UTF8.self),
      highlights: zip(starts, ends).map { $0..<max($0, $1) })
  }
}
