/// What stands before the text of an item: number, label, difficulty tag, emoji.
struct ItemPrefix {
  private let text: ByteView
  /// Bytes to drop.
  private(set) var length = 0
  private(set) var difficulty: Difficulty?
  private(set) var isNumbered = false
  private(set) var isLabelled = false

  init(_ text: ByteView) { self.text = text }

  /// Takes marks off until none is left. Each is looked for at most eight times.
  mutating func read() {
    for _ in 0..<8 {
      skipBlanks()
      guard length < text.count else { return }
      if skipEmoji() || readTag() || readLabel() || readNumber() { continue }
      return
    }
  }

  private mutating func skipBlanks() {
    while length < text.count, Byte.isBlank(text[length]) { length += 1 }
  }

  /// Skips pictures: emoji, dingbats, their joiners and variation marks.
  private mutating func skipEmoji() -> Bool {
    let rest = text[length...]
    guard let first = rest.first, first >= 0xE2 else { return false }
    if let mark = DifficultyMark.emoji(text, at: length) { difficulty = difficulty ?? mark }
    if rest.starts(with: [0xF0, 0x9F]) {
      length = min(text.count, length + 4)
      return true
    }
    let bytes = Array(rest.prefix(3))
    guard bytes.count == 3 else { return false }
    let isSymbol =
      bytes[0] == 0xE2
      && (bytes[1] >= 0x98 && bytes[1] <= 0x9E || bytes[1] == 0xAD || bytes[1] == 0xAC)
    let isJoiner =
      bytes == [0xEF, 0xB8, 0x8F] || bytes == [0xE2, 0x80, 0x8D] || bytes == [0xE2, 0x80, 0xA2]
    guard isSymbol || isJoiner else { return false }
    length += 3
    return true
  }

  /// `[E]`, `(Hard)`, `[Medium]`, `Easy:`.
  private mutating func readTag() -> Bool {
    guard
      let tag = DifficultyMark.tag(text, at: length)
        ?? (difficulty == nil ? DifficultyMark.label(text, at: length) : nil)
    else { return false }
    difficulty = difficulty ?? tag.difficulty
    length = tag.end
    skipSeparators()
    return true
  }

  /// `Q:`, `Q7.`, `Question 7:`, `Problem 3 -`, `Interview Question:`.
  private mutating func readLabel() -> Bool {
    let first = Byte.lowered(text[length])
    guard Byte.isLetter(first), ItemPrefix.labelLetters >> UInt32(first & 0x1F) & 1 != 0 else {
      return false
    }
    for label in ItemPrefix.labels where label[0] == first && hasWord(label, at: length) {
      var index = length + label.count
      while index < text.count, Byte.isBlank(text[index]) || text[index] == Byte.hash { index += 1 }
      if index < text.count, text[index] == Byte.dot, label.count == 1 { index += 1 }
      let numberStart = index
      while index < text.count, Byte.isDigit(text[index]) { index += 1 }
      let hasNumber = index > numberStart
      guard index < text.count, let end = separatorEnd(index) else { continue }
      length = end
      isLabelled = true
      isNumbered = isNumbered || hasNumber
      skipSeparators()
      return true
    }
    return false
  }

  private static let labels: [[UInt8]] = [
    "interview question", "question", "problem", "exercise", "q", "ques", "frage", "pregunta",
    "related", "related question", "follow-up", "follow-up question", "bonus", "bonus question",
  ].map { Array($0.utf8) }

  /// The first letters of the labels, as bits.
  private static let labelLetters: UInt32 = labels.reduce(0) { $0 | 1 << UInt32($1[0] & 0x1F) }

  private func hasWord(_ word: [UInt8], at index: Int) -> Bool {
    guard index + word.count < text.count else { return false }
    for (offset, byte) in word.enumerated() where Byte.lowered(text[index + offset]) != byte {
      return false
    }
    return !Byte.isLetter(text[index + word.count])
  }

  /// The end of `.`, `)`, `:`, or a dash between blanks, at an index; `nil` if none stands there.
  private func separatorEnd(_ index: Int) -> Int? {
    switch text[index] {
    case Byte.dot, Byte.closeParenthesis, Byte.colon:
      var next = index + 1
      // `7.)`
      if text[index] == Byte.dot, next < text.count, text[next] == Byte.closeParenthesis {
        next += 1
      }
      return next == text.count || !Byte.isDigit(text[next]) ? next : nil
    case Byte.hyphen:
      return index + 1 < text.count && Byte.isBlank(text[index + 1]) ? index + 1 : nil
    case 0xE2
    where text[index...].starts(with: [0xE2, 0x80, 0x93])
      || text[index...].starts(with: [0xE2, 0x80, 0x94]):
      return index + 3
    case Byte.space where index + 2 < text.count:
      if text[index + 1] == Byte.hyphen { return Byte.isBlank(text[index + 2]) ? index + 2 : nil }
      let isDash =
        text[(index + 1)...].starts(with: [0xE2, 0x80, 0x93])
        || text[(index + 1)...].starts(with: [0xE2, 0x80, 0x94])
      return isDash && index + 4 < text.count && Byte.isBlank(text[index + 4]) ? index + 4 : nil
    default:
      return nil
    }
  }

  /// `7.`, `7)`, `(7)`, `5.1.2`, `#7`.
  private mutating func readNumber() -> Bool {
    var index = length
    let isEnclosed = text[index] == Byte.openParenthesis
    if isEnclosed || text[index] == Byte.hash { index += 1 }
    let start = index
    var dots = 0
    while index < text.count,
      Byte.isDigit(text[index]) || (text[index] == Byte.dot && index > start)
    {
      if text[index] == Byte.dot {
        guard index + 1 < text.count, Byte.isDigit(text[index + 1]) else { break }
        dots += 1
      }
      index += 1
    }
    guard index > start, index - start <= 12, index < text.count else { return false }
    if isEnclosed {
      guard text[index] == Byte.closeParenthesis else { return false }
      length = index + 1
    } else if dots >= 2, Byte.isBlank(text[index]) {
      length = index
    } else if let end = separatorEnd(index), end == text.count || !Byte.isDigit(text[end]) {
      // `3.x` or `2)x` are formulas.
      guard
        end == text.count || Byte.isBlank(text[end]) || Byte.isUpper(text[end]) || text[end] > 0x7F
      else { return false }
      length = end
    } else {
      return false
    }
    isNumbered = true
    skipSeparators()
    return true
  }

  private mutating func skipSeparators() {
    skipBlanks()
    while length < text.count,
      text[length] == Byte.colon
        || (text[length] == Byte.hyphen && length + 1 < text.count
          && Byte.isBlank(text[length + 1]))
    {
      length += 1
      skipBlanks()
    }
  }
}
