/// What stands behind the text of an item: anchors, tags, emoji, blanks.
struct ItemSuffix {
  /// Where the text ends.
  private(set) var end: Int
  private(set) var difficulty: Difficulty?

  init(_ text: ByteView) {
    end = text.count
    for _ in 0..<8 {
      while end > 0, Byte.isBlank(text[end - 1]) { end -= 1 }
      guard end > 0 else { return }
      if !cutPicture(text), !cutAttribute(text), !cutTag(text), !cutLevel(text) { return }
    }
  }

  /// An emoji, a star, a pilcrow or their joiners.
  private mutating func cutPicture(_ text: ByteView) -> Bool {
    guard text[end - 1] >= 0x80 else { return false }
    var start = end - 1
    while start > 0, text[start] & 0xC0 == 0x80, end - start < 4 { start -= 1 }
    let scalar = Array(text[start..<end])
    let isEmoji = scalar.count == 4 && scalar[0] == 0xF0 && scalar[1] == 0x9F
    let isSymbol =
      scalar.count == 3 && scalar[0] == 0xE2
      && (scalar[1] >= 0x98 && scalar[1] <= 0x9E || scalar[1] == 0xAD)
    let isMark =
      scalar == [0xEF, 0xB8, 0x8F] || scalar == [0xE2, 0x80, 0x8D] || scalar == [0xC2, 0xB6]
    guard isEmoji || isSymbol || isMark else { return false }
    let stars = end - DifficultyMark.starsLength
    if scalar[0] == 0xE2, stars > 0, let mark = DifficultyMark.emoji(text, at: stars) {
      difficulty = mark
      start = stars
    } else {
      difficulty = DifficultyMark.emoji(text, at: start) ?? difficulty
    }
    end = start
    return true
  }

  /// `{#anchor}`, `{.class}`.
  private mutating func cutAttribute(_ text: ByteView) -> Bool {
    guard text[end - 1] == Byte.closeBrace else { return false }
    guard let start = text[..<end].lastIndex(of: Byte.openBrace), start + 2 < end, start > 0,
      text[start + 1] == Byte.hash || text[start + 1] == Byte.dot, Byte.isBlank(text[start - 1])
    else { return false }
    end = start
    return true
  }

  /// `[H]`, `(easy)`, `(★★☆)`.
  private mutating func cutTag(_ text: ByteView) -> Bool {
    let last = text[end - 1]
    guard last == Byte.closeBracket || last == Byte.closeParenthesis else { return false }
    let open = last == Byte.closeBracket ? Byte.openBracket : Byte.openParenthesis
    let limit = max(0, end - 24)
    guard let start = text[limit..<end].lastIndex(of: open), start > 0 else { return false }
    guard let tag = DifficultyMark.tag(text, at: start), tag.end == end else { return false }
    difficulty = tag.difficulty
    end = start
    return true
  }

  /// A picture and the word of a level: `🟢 Easy`.
  private mutating func cutLevel(_ text: ByteView) -> Bool {
    guard Byte.isLetter(text[end - 1]) else { return false }
    var start = end
    while start > 0, end - start < 16, Byte.isLetter(text[start - 1]) { start -= 1 }
    guard end - start >= 4, let level = DifficultyMark.tagWord(text.view(start..<end)) else {
      return false
    }
    while start > 0, Byte.isBlank(text[start - 1]) { start -= 1 }
    guard start >= 4, text[start - 4] == 0xF0, text[start - 3] == 0x9F,
      // More pictures make it a legend.
      !LineScanner.contains(text, 0..<(start - 4), [0xF0, 0x9F])
    else { return false }
    difficulty = level
    end = start - 4
    return true
  }
}
