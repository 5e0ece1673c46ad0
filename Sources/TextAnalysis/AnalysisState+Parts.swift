extension AnalysisState {
  /// Words that are one name in spite of their capitals.
  private static let unsplit: [StaticString] = ["javascript", "latex", "bibtex", "phd"]

  /// Removes the endings that an apostrophe sets off, and other apostrophes.
  ///
  /// `'s`, `'ll`, `'re`, `'ve`, `'d` and `'m` are dropped (`we'll` must not become `well`), so that
  /// the word before them is found; of `don't` and `o'clock` the apostrophe alone is.
  mutating func reduceApostrophes() {
    guard segment.hasApostrophe else { return }
    var last = segment.count - 1
    while last > 0, segment.characters[last].kind != .apostrophe { last -= 1 }
    if last > 0, segment.characters[last].kind == .apostrophe {
      let offset = Int(segment.characters[last].offset)
      let clitic = StemBuffer(bytes: segment.bytes + offset, count: segment.byteCount - offset)
      let clitics: [StaticString] = ["'s", "'ll", "'re", "'ve", "'d", "'m"]
      if !segment.isCut, clitics.contains(where: { clitic.equals($0, within: clitic.count) }) {
        segment.removeLast(segment.count - last)
      }
    }
    var kept = 0
    for i in 0..<segment.byteCount where segment.bytes[i] != UInt8(ascii: "'") {
      segment.bytes[kept] = segment.bytes[i]
      kept += 1
    }
    segment.byteCount = kept
  }

  /// Drops the `s` of `CNNs` and `ReLUs`, which is a plural after capitals.
  mutating func reducePlural() {
    let n = segment.count
    guard n >= 3, !segment.isCut, !segment.hasApostrophe,
      segment.bytes[segment.byteCount - 1] == UInt8(ascii: "s"),
      segment.characters[n - 1].kind == .lower, segment.characters[n - 2].kind == .upper,
      segment.characters[n - 3].kind == .upper
    else { return }
    segment.removeLast(1)
  }

  /// Adds the tokens of the word just read: the word, and its parts where capitals (`camelCase`) or
  /// digits at the end (`gpt4`, which is `gpt-4`) show some.
  mutating func emitSegment() {
    let first = tokens.count
    if segment.hasApostrophe || segment.isCut || nextPart(after: 0) == segment.count
      || Self.unsplit.contains(where: { segment.equals($0) })
    {
      emitWord(segment.bytes, segment.byteCount, segment.start, segment.end)
      return
    }
    var part = 0
    while part < segment.count {
      let next = nextPart(after: part)
      let isLast = next == segment.count
      let from = Int(segment.characters[part].offset)
      let to = isLast ? segment.byteCount : Int(segment.characters[next].offset)
      emitWord(
        segment.bytes + from, to - from, Int(segment.characters[part].source),
        isLast ? segment.end : Int(segment.characters[next].source))
      part = next
    }
    guard segment.byteCount <= Self.longestWhole else { return }
    let next = position
    let last = tokens.count
    position = tokens.suffix(from: first)[0].position
    emitWord(segment.bytes, segment.byteCount, segment.start, segment.end)
    position = next
    tokens.moveLast(to: first, unlessEqualIn: last)
  }

  /// The index of the character at which the part after `index` begins, or the number of
  /// characters.
  private func nextPart(after index: Int) -> Int {
    let characters = segment.characters
    let count = segment.count
    var i = index + 1
    while i < count {
      let kind = characters[i].kind
      let previous = characters[i - 1].kind
      if kind == .upper {
        if previous == .lower { return i }
        // The last capital of a run belongs to the word that it begins: `HTTPServer`.
        if previous == .upper, i + 2 < count, characters[i + 1].kind == .lower,
          characters[i + 2].kind == .lower
        {
          return i
        }
      }
      if kind == .digit, previous != .digit,
        characters[i].offset - characters[index].offset >= 3, digitsEnd(from: i)
      {
        return i
      }
      i += 1
    }
    return count
  }

  private func digitsEnd(from index: Int) -> Bool {
    for i in index..<segment.count where segment.characters[i].kind != .digit { return false }
    return true
  }
}
