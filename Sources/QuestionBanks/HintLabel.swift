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
  static func length(_ text: ByteView, at index: Int, allowsNotes: Bool = false) -> Int {
    guard index < text.count else { return 0 }
    let first = Byte.lowered(text[index])
    switch first {
    // The first letters of all labels.
    case 0x63, 0x68, 0x69, 0x6E, 0x74: break
    default: return 0
    }
    for label in labels where label[0] == first && ByteSearch.matches(text, at: index, label) {
      return label.count
    }
    guard allowsNotes else { return 0 }
    for label in notes where label[0] == first && ByteSearch.matches(text, at: index, label) {
      return label.count
    }
    return 0
  }

  /// The label at the beginning of a text, or behind the parenthesis that encloses the whole: where
  /// it begins, its length (0 if there is none), and where the hint ends.
  static func whole(
    _ text: ByteView, allowsNotes: Bool = false
  ) -> (start: Int, length: Int, end: Int) {
    let isEnclosed =
      text.count > 2 && text[0] == Byte.openParenthesis && text.last == Byte.closeParenthesis
    let start = isEnclosed ? 1 : 0
    return (
      start, length(text, at: start, allowsNotes: allowsNotes), text.count - start
    )
  }

  /// Where a hint begins behind other text: at the start of a sentence or in parentheses.
  static func position(in text: ByteView) -> Int? {
    var from = 0
    while let colon = ByteSearch.first(Byte.colon, text, from..<text.count) {
      for label in labels {
        let index = colon + 1 - label.count
        guard index >= 1, label[0] == 0x68 || label[0] == 0x74 || label[0] == 0x63 else { continue }
        let before = text[index - 1]
        let isStart =
          before == Byte.openParenthesis
          || (Byte.isBlank(before) && index > 1 && isEnd(text[index - 2]))
        if isStart, ByteSearch.matches(text, at: index, label) { return index }
      }
      from = colon + 1
    }
    return nil
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == Byte.question || byte == Byte.dot || byte == Byte.exclamation
      || byte == Byte.closeParenthesis || byte == Byte.colon
  }
}
