/// Lines that are the same but for a counter: `TASK 1 (EASY)` and `TASK 2 (HARD)`, `Part A` and
/// `Part B`.
enum CounterLine {
  /// Longer lines count nothing but in digits.
  private static let limitInBytes = 48

  /// The line without digits and, if it is short, without single letters, Roman numerals and words
  /// of difficulty behind its first word.
  static func shape(_ bytes: ByteView, _ range: Range<Int>) -> [UInt8] {
    guard range.count <= limitInBytes else { return bytes[range].filter { !Byte.isDigit($0) } }
    var shape: [UInt8] = []
    for word in bytes[range].split(whereSeparator: Byte.isBlank) {
      let letters = word.filter { Byte.isLetter($0) || $0 >= 0x80 }
      if !shape.isEmpty {
        shape.append(Byte.space)
        if counts(letters) { continue }
      }
      shape.append(contentsOf: word.lazy.filter { !Byte.isDigit($0) })
    }
    return shape
  }

  private static func counts(_ letters: [UInt8]) -> Bool {
    if letters.count <= 1 { return true }
    let isRoman = letters.allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
    if isRoman { return true }
    return letters.count >= 4
      && letters.withUnsafeBufferPointer { DifficultyMark.word(ByteView($0)) != nil }
  }
}
