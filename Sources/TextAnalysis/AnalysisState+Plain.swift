extension AnalysisState {
  /// Adds a token for what stands between Unicode white space; invalid bytes separate, too.
  mutating func splitPlain(_ text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    var i = start
    while i < end {
      let first = i
      var kept = 0
      while i < end {
        let scalar = UTF8Scalar.decode(text, i, end)
        if scalar.value == UTF8Scalar.invalid || Self.isWhiteSpace(scalar.value) { break }
        i += scalar.length
        if i - first <= Vocabulary.longestTerm { kept = i - first }
      }
      if kept > 0 {
        scratch.update(from: text + first, count: kept)
        emit(kept, first, i)
      }
      if i < end { i += UTF8Scalar.decode(text, i, end).length }
    }
  }

  /// Whether a scalar has the Unicode property `White_Space`, which has not grown since 2013.
  static func isWhiteSpace(_ value: UInt32) -> Bool {
    switch value {
    case 9...13, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
      return true
    default: return false
    }
  }
}
