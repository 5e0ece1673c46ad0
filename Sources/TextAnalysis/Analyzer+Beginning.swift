extension Analyzer {
  /// What terms begin with whose words begin with `word`, before endings are taken off: the word
  /// without case and, as far as this analyzer drops them, marks. Nil where it is no single word,
  /// or longer than terms are.
  ///
  /// An analyzer that takes endings off makes shorter terms of some of those words; of the word
  /// itself, ``terms(of:)`` gives them.
  public func beginning(of word: String) -> String? {
    guard !word.isEmpty, word.utf8.count <= Vocabulary.longestTerm else { return nil }
    guard kind != .plain else {
      return word.unicodeScalars.contains { AnalysisState.isWhiteSpace($0.value) } ? nil : word
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 80) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      var bytes: [UInt8] = []
      for scalar in word.unicodeScalars {
        guard CharacterClass.of(scalar.value).startsWord else { return nil }
        let count: Int
        if scalar.value < 0x80 {
          base[0] = ByteClass.lower(UInt8(scalar.value))
          count = 1
        } else if kind == .english {
          count = Folding.fold(scalar.value, into: base)
        } else {
          count = Folding.lower(scalar.value, into: base)
        }
        bytes.append(contentsOf: buffer[..<count])
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
