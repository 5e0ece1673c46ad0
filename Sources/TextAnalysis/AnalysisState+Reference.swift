extension AnalysisState {
  /// Adds a token for each run of letters and digits that is no stop word.
  mutating func splitReference(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    var i = start
    while i < end {
      let first = i
      var length = 0
      var isCut = false
      while i < end {
        let scalar = UTF8Scalar.decode(text, i, end)
        guard Self.isReferenceWord(scalar.value) else { break }
        i += scalar.length
        if isCut { continue }
        let added = Self.lower(scalar.value, into: scratch + length)
        if length + added <= Vocabulary.longestTerm {
          length += added
        } else {
          isCut = true
        }
      }
      if length > 0, !StopWords.contains(scratch, count: length) {
        if Self.isASCII(scratch, length) {
          length = PorterStemmer.revised.stem(scratch, count: length)
        }
        emit(length, first, i)
      }
      if i < end { i += UTF8Scalar.decode(text, i, end).length }
    }
  }

  /// Whether all bytes are ASCII.
  static func isASCII(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    for i in 0..<count where bytes[i] >= 0x80 { return false }
    return true
  }

  /// Whether a scalar is a letter or a digit.
  static func isReferenceWord(_ value: UInt32) -> Bool {
    let characterClass = CharacterClass.of(value)
    return characterClass.startsWord || characterClass == .bigram
  }

  /// Writes the UTF-8 bytes of a scalar after NFKC and lower case.
  private static func lower(_ value: UInt32, into bytes: UnsafeMutablePointer<UInt8>) -> Int {
    guard value < 0x80 else { return Folding.lower(value, into: bytes) }
    bytes[0] = ByteClass.lower(UInt8(value))
    return 1
  }
}
