extension AnalysisState {
  /// What is known of a compound while its words are read.
  private struct Compound {
    let start: Int
    let firstToken: Int
    let firstPosition: UInt32
    var words = 0
    var joinedCount = 0
    /// Whether the words make one when they are joined.
    var isJoinable = true
    /// Whether it is an abbreviation so far: single letters with points.
    var isAbbreviation = true
    var endsInNumber = false
    var endsInLongWord = false
    var connector = Connector.hyphen
  }

  private enum Connector { case hyphen, point, slash, symbol }

  /// The most words of a compound that is also kept whole, and the most bytes.
  private static let mostWords = 6
  static let longestWhole = 48

  /// Words of up to this many characters join across a slash: `A/B`, `TCP/IP`, not `input/output`.
  private static let longestSlashWord = 4

  /// Adds the tokens of a compound, or of a single word; returns the offset after it.
  mutating func readCompound(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var compound = Compound(start: start, firstToken: tokens.count, firstPosition: position)
    var i = start
    while true {
      i = readSegment(text, i, end)
      reduceApostrophes()
      reducePlural()
      join(&compound)
      emitDotNet(compound)
      let afterSymbol = emitWithSymbol(text, i, end)
      emitSegment()
      if afterSymbol > i {
        i = afterSymbol
        compound.isJoinable = false
        compound.isAbbreviation = false
        if Self.isWord(text, i, end) {
          compound.connector = .symbol
          continue
        }
      }
      guard let next = connector(text, i, end, &compound) else { break }
      i = next
    }
    finish(compound, end: segment.end)
    return i
  }

  /// Adds the word just read to the joined whole.
  private mutating func join(_ compound: inout Compound) {
    let isLong = segment.count > Self.longestSlashWord
    if compound.words > 0 {
      if compound.connector == .slash && (isLong || compound.endsInLongWord) {
        compound.isJoinable = false
      }
      if segment.isNumber && compound.endsInNumber { compound.isJoinable = false }
      if compound.connector != .point { compound.isAbbreviation = false }
    }
    if !segment.isOneLetter { compound.isAbbreviation = false }
    if segment.isCut || compound.words == Self.mostWords
      || compound.joinedCount + segment.byteCount > Self.longestWhole
    {
      compound.isJoinable = false
    } else if compound.isJoinable {
      (joined + compound.joinedCount).update(from: segment.bytes, count: segment.byteCount)
      compound.joinedCount += segment.byteCount
    }
    compound.words = min(compound.words + 1, Self.mostWords)
    compound.endsInNumber = segment.isNumber
    compound.endsInLongWord = isLong
  }

  /// Adds the whole of a compound before its parts, or in place of the letters of an abbreviation.
  private mutating func finish(_ compound: Compound, end: Int) {
    guard compound.words > 1, compound.isJoinable else { return }
    let next = position
    position = compound.firstPosition
    if compound.isAbbreviation {
      tokens.truncate(to: compound.firstToken)
      emitWord(joined, compound.joinedCount, compound.start, end)
      return
    }
    let last = tokens.count
    emitWord(joined, compound.joinedCount, compound.start, end)
    position = next
    tokens.moveLast(to: compound.firstToken, unlessEqualIn: last)
  }

  /// The offset of the next word where a connector stands at an index and joins it to this one.
  private func connector(
    _ text: UnsafePointer<UInt8>, _ index: Int, _ end: Int, _ compound: inout Compound
  ) -> Int? {
    guard index < end else { return nil }
    let scalar = UTF8Scalar.decode(text, index, end)
    var next = index + scalar.length
    switch scalar.value {
    case 0x2D, 0x5E: compound.connector = .hyphen  // - ^
    case 0x5F:  // _
      compound.connector = .hyphen
      while next < end, text[next] == UInt8(ascii: "_") { next += 1 }
    case 0x2E:  // .
      compound.connector = .point
      // `1.What` is an item of a list.
      if compound.endsInNumber { return nil }
    case 0x2F, 0x26, 0x40: compound.connector = .slash  // / & @
    default:
      switch CharacterClass.of(scalar.value) {
      case .hyphen: compound.connector = .hyphen
      case .apostrophe where segment.isOneLetter:
        compound.connector = .hyphen
        if Self.letterCount(text, next, end, upTo: 3) < 3 { return nil }
      default: return nil
      }
    }
    return Self.isWord(text, next, end) ? next : nil
  }

  private static func isWord(_ text: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    index < end && CharacterClass.of(UTF8Scalar.decode(text, index, end).value).startsWord
  }

  /// Adds `.net` for the last word of `ASP.NET`.
  private mutating func emitDotNet(_ compound: Compound) {
    guard compound.words > 1, compound.connector == .point, segment.equals("net"),
      segment.characters[0].kind == .upper
    else { return }
    emitAlternative(".net", segment.start - 1, segment.end)
  }

  /// Adds `c++` or `c#` where the word just read has such an ending; returns the offset after it,
  /// or `index`.
  private mutating func emitWithSymbol(
    _ text: UnsafePointer<UInt8>, _ index: Int, _ end: Int
  ) -> Int {
    guard index < end, !segment.isCut, segment.byteCount <= Self.longestWhole else { return index }
    var after = index
    if text[index] == UInt8(ascii: "+") {
      while after < end, text[after] == UInt8(ascii: "+") { after += 1 }
      guard after - index == 2 else { return index }
    } else if text[index] == UInt8(ascii: "#") {
      after += 1
      guard segment.isOneLetter, !Self.isWord(text, after, end) else { return index }
    } else {
      return index
    }
    scratch.update(from: segment.bytes, count: segment.byteCount)
    (scratch + segment.byteCount).update(from: text + index, count: after - index)
    emit(segment.byteCount + after - index, segment.start, after)
    position &-= 1
    return after
  }
}
