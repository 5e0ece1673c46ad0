/// Marks in front of and behind a question that are not part of it: tags such as `[E]`, numbers
/// such as `Q7.` or `iii)`, bullets.
enum QuestionMarks {
  /// Labels that stand before a number: "Question 12:".
  private static let labels = ["question", "q", "no", "nr", "ques", "exercise", "problem", "item"]
  private static let levels: Set = [
    "easy", "medium", "med", "hard", "difficult", "basic", "simple", "beginner", "intermediate",
    "advanced", "expert", "junior", "mid", "middle", "senior", "new", "l1", "l2", "l3", "l4", "l5",
  ]
  private static let romans = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
  ]

  /// The part of a text's bytes that is the question itself.
  static func body(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = 0
    var end = text.count
    while true {
      let before = start
      start = skipBlanks(text, start, end)
      start = skipBullet(text, start, end)
      start = skipTag(text, start, end)
      start = skipNumber(text, start, end)
      if start == before { break }
    }
    while true {
      let before = end
      while end > start, isBlank(text[end - 1]) { end -= 1 }
      if let tag = tagBehind(text, start, end) { end = tag }
      if end == before { break }
    }
    return start < end ? start..<end : 0..<text.count
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func skipBlanks(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var index = start
    while index < end, isBlank(text[index]) { index += 1 }
    return index
  }

  /// Marks of Markdown: `#`, `*`, `-`, `>` and `•` with a blank or another mark behind.
  private static func skipBullet(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var index = start
    while index < end, [0x23, 0x2A, 0x3E].contains(text[index]) { index += 1 }
    if index + 1 < end, text[index] == 0x2D, isBlank(text[index + 1]) { index += 1 }
    if index + 2 < end, text[index] == 0xE2, text[index + 1] == 0x80, text[index + 2] == 0xA2 {
      index += 3
    }
    return index
  }

  /// `[E]`, `(M)`, `[Hard]`, `(5 points)`: a level in brackets, a single letter or digit, or a
  /// number of points. Another word there says what is asked: "[Python] What is a list?".
  private static func skipTag(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    guard start < end, text[start] == 0x5B || text[start] == 0x28 else { return start }
    let closing: UInt8 = text[start] == 0x5B ? 0x5D : 0x29
    guard let close = text[start..<min(start + 20, end)].firstIndex(of: closing),
      isTag(text[start + 1..<close])
    else { return start }
    return close + 1
  }

  private static func isTag(_ inside: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let words = inside.split(separator: 0x20)
    if words.count == 1 {
      return inside.count == 1 && inside.allSatisfy(isWordByte)
        || levels.contains(String(decoding: inside, as: UTF8.self).lowercased())
    }
    guard words.count == 2, words[0].allSatisfy(isDigit) else { return false }
    let unit = String(decoding: words[1], as: UTF8.self).lowercased()
    return ["point", "points", "pt", "pts", "mark", "marks"].contains(unit)
  }

  /// A tag or `#topic` at the end; where it begins.
  private static func tagBehind(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    guard end - start > 4,
      let begin = text[start..<end].lastIndex(where: { [0x5B, 0x28, 0x23].contains($0) }),
      begin > start, isBlank(text[begin - 1])
    else { return nil }
    switch text[begin] {
    case 0x23: return text[begin + 1..<end].allSatisfy(isWordByte) && end - begin > 3 ? begin : nil
    case 0x5B where text[end - 1] == 0x5D: return isTag(text[begin + 1..<end - 1]) ? begin : nil
    // A word in round brackets behind a question is part of it, a number of points is not.
    case 0x28 where text[end - 1] == 0x29:
      let inside = text[begin + 1..<end - 1]
      return inside.count > 1 && isTag(inside) ? begin : nil
    default: return nil
    }
  }

  /// `7.`, `7)`, `Q7:`, `Question 7 -`, `iii)`, `a)`, with a blank behind.
  private static func skipNumber(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    var index = start
    while index < end, isLetter(text[index]), index - start <= 10 { index += 1 }
    let word = String(decoding: text[start..<index], as: UTF8.self).lowercased()
    let isLabel = labels.contains(word)
    if isLabel, index < end, text[index] == 0x2E { index += 1 }
    if isLabel { index = skipBlanks(text, index, end) }
    if isLabel, index < end, text[index] == 0x23 { index += 1 }
    let digits = index
    while index < end, isDigit(text[index]), index - digits <= 4 { index += 1 }
    let hasDigits = index > digits
    // "1914: what happened?"
    if index - digits == 4, !isLabel, index < end, text[index] == 0x3A { return start }
    let isLetterMark = !hasDigits && (romans.contains(word) || word.utf8.count == 1)
    guard hasDigits && (word.isEmpty || isLabel) || isLetterMark, index < end else { return start }
    let mark = text[index]
    let isMark =
      isLetterMark && word.utf8.count == 1 && !romans.contains(word)
      ? mark == 0x29
      : [0x2E, 0x29, 0x3A, 0x5D].contains(mark)
        || isLabel && isBlank(mark) && index + 2 < end && text[index + 1] == 0x2D
    guard isMark, index + 1 < end, isBlank(text[index + 1]) || isBlank(mark) else { return start }
    let behind = isBlank(mark) ? index + 2 : index + 1
    return skipBlanks(text, behind, end)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
