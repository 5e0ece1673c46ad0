/// The words that begin a hint.
enum HintLabel {
  private static let labels: [[UInt8]] = [
    "hint:", "hints:", "tip:", "clue:", "hinweis:", "indice:",
  ]
  .map { Array($0.utf8) }
  private static let notes: [[UInt8]] = ["note:", "nb:", "n.b.:", "notes:"].map { Array($0.utf8) }

  /// Whether a label's words, without the colon, begin a hint.
  static func isKey(_ key: String) -> Bool {
    let bytes = Array(key.utf8) + [Byte.colon]
    return labels.contains(bytes) || notes.contains(bytes)
  }

  /// The length of a hint's label at a position, or 0.
  static func length(_ text: [UInt8], at index: Int, allowsNotes: Bool = false) -> Int {
    guard index < text.count else { return 0 }
    let first = Byte.lowered(text[index])
    for label in labels where label[0] == first && ByteSearch.matches(text, at: index, label) {
      return label.count
    }
    guard allowsNotes else { return 0 }
    for label in notes where label[0] == first && ByteSearch.matches(text, at: index, label) {
      return label.count
    }
    return 0
  }

  /// Where a hint begins behind other text: at the start of a sentence or in parentheses.
  static func position(in text: [UInt8]) -> Int? {
    guard text.contains(Byte.colon) else { return nil }
    var index = 1
    while index < text.count {
      let before = text[index - 1]
      let byte = text[index] | 0x20
      if byte == 0x68 || byte == 0x74 || byte == 0x63,
        before == Byte.openParenthesis
          || (Byte.isBlank(before) && index > 1 && isEnd(text[index - 2])),
        length(text, at: index) > 0
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == Byte.question || byte == Byte.dot || byte == Byte.exclamation
      || byte == Byte.closeParenthesis || byte == Byte.colon
  }
}
