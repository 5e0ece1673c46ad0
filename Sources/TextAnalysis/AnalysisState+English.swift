extension AnalysisState {
  /// Adds the tokens of a run of bytes by the rules of `english`.
  mutating func splitEnglish(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    var i = start
    while i < end {
      let scalar = UTF8Scalar.decode(text, i, end)
      let characterClass = CharacterClass.of(scalar.value)
      if characterClass.startsWord {
        i = readCompound(text, i, end)
      } else if characterClass == .bigram {
        i = readBigrams(text, i, end)
      } else {
        if scalar.value == 0x2E, Self.isDotNet(text, i, end) {
          emitAlternative(".net", i, i + 4)
        }
        i += scalar.length
      }
    }
  }

  /// Whether `.NET` stands at an index and nothing follows in the same word.
  private static func isDotNet(_ text: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard index + 4 <= end, text[index + 1] | 32 == UInt8(ascii: "n"),
      text[index + 2] | 32 == UInt8(ascii: "e"), text[index + 3] | 32 == UInt8(ascii: "t")
    else { return false }
    guard index + 4 < end else { return true }
    let next = UTF8Scalar.decode(text, index + 4, end).value
    return !CharacterClass.of(next).startsWord
  }

  /// Adds a token for each pair of neighbors in a run of characters of scripts without blanks, or
  /// for the only one; marks belong to the character before them. Returns the offset after the run.
  private mutating func readBigrams(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var i = start
    var previous = start
    var previousLength = 0
    var pairs = 0
    while i < end {
      let scalar = UTF8Scalar.decode(text, i, end)
      guard CharacterClass.of(scalar.value) == .bigram else { break }
      let first = i
      var length = Folding.fold(scalar.value, into: scratch + previousLength)
      i = readMarks(text, i + scalar.length, end, after: previousLength, &length)
      if previousLength > 0 {
        emit(previousLength + length, previous, i)
        pairs += 1
      }
      scratch.update(from: scratch + previousLength, count: length)
      previous = first
      previousLength = length
    }
    if pairs == 0 { emit(previousLength, previous, i) }
    return i
  }

  /// Adds the marks after a character to its bytes, of which there are `length` in `scratch` from
  /// an offset on; what goes beyond a term's room is left out.
  private mutating func readMarks(
    _ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int, after offset: Int, _ length: inout Int
  ) -> Int {
    var i = start
    while i < end {
      let scalar = UTF8Scalar.decode(text, i, end)
      let characterClass = CharacterClass.of(scalar.value)
      guard characterClass == .mark || characterClass == .ignored else { break }
      i += scalar.length
      if characterClass == .mark, length + 4 <= Vocabulary.longestTerm / 2 {
        length += UTF8Scalar.encode(scalar.value, into: scratch + offset + length)
      }
    }
    return i
  }

  /// Adds a token at the position of the next word without advancing.
  mutating func emitAlternative(_ term: StaticString, _ start: Int, _ end: Int) {
    scratch.update(from: term.utf8Start, count: term.utf8CodeUnitCount)
    emit(term.utf8CodeUnitCount, start, end)
    position &-= 1
  }

  /// Adds a token for folded bytes as for a word: spelling and stem are applied where it is
  /// English. At most 255 bytes.
  mutating func emitWord(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ end: Int) {
    scratch.update(from: bytes, count: count)
    emit(WordForm.reduce(scratch, count: count), start, end)
  }
}
