/// Cuts a passage out of a text, puts it on one line, and moves the highlights along.
struct PassageText {
  private var output: [UInt8] = []
  private var start = 0
  private var isBlankPending = false
  private var highlights: [Highlight] = []

  /// - Parameters:
  ///   - utf8: the whole text.
  ///   - range: what to show, on character boundaries.
  ///   - highlights: ascending places within `range` that do not begin with a blank.
  init(_ utf8: [UInt8], range: Range<Int>, highlights: [Highlight]) {
    output.reserveCapacity(range.count + 8)
    if range.lowerBound > 0 { output += "… ".utf8 }
    start = output.count
    utf8.withUnsafeBufferPointer { utf8 in
      var position = range.lowerBound
      for highlight in highlights {
        append(utf8[position..<highlight.start])
        if isBlankPending { output.append(0x20) }
        isBlankPending = false
        let start = output.count
        append(utf8[highlight.range])
        self.highlights.append(Highlight(start, output.count))
        position = highlight.end
      }
      append(utf8[position..<range.upperBound])
    }
    if range.upperBound < utf8.count { output += " …".utf8 }
  }

  /// The result.
  var passage: Passage {
    Passage(text: String(decoding: output, as: UTF8.self), highlights: highlights)
  }

  /// Runs of blanks become one; those at the beginning and the end of the passage none.
  private mutating func append(_ piece: Slice<UnsafeBufferPointer<UInt8>>) {
    for byte in piece {
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        isBlankPending = output.count > start
      } else {
        if isBlankPending { output.append(0x20) }
        isBlankPending = false
        output.append(byte)
      }
    }
  }
}
