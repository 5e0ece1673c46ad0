/// The ways in which banks say how hard a question is.
enum DifficultyMark {
  /// A tag in brackets or parentheses at an index: `[E]`, `(Hard)`, `(★★☆)`.
  static func tag(_ text: [UInt8], at index: Int) -> (difficulty: Difficulty, end: Int)? {
    guard index < text.count else { return nil }
    let close: UInt8
    switch text[index] {
    case Byte.openBracket: close = Byte.closeBracket
    case Byte.openParenthesis: close = Byte.closeParenthesis
    default: return nil
    }
    let limit = min(text.count, index + 24)
    guard let end = text[index..<limit].firstIndex(of: close) else { return nil }
    let inside = Array(text[(index + 1)..<end])
    if let stars = stars(inside) { return (stars, end + 1) }
    // One letter in parentheses is an option or a variable, in brackets it is a tag.
    guard inside.count > 1 || close == Byte.closeBracket else { return nil }
    // "(e.g. 3)" and "(m, n)" are remarks.
    if inside.count > 1, !Byte.isWord(inside[1]), Byte.isLetter(inside[0]),
      close == Byte.closeParenthesis || inside[1] == Byte.dot
    {
      return nil
    }
    guard let difficulty = word(String(decoding: inside, as: UTF8.self)) else { return nil }
    return (difficulty, end + 1)
  }

  /// A word of a tag or of a table's cell, in any case.
  static func word(_ text: String) -> Difficulty? {
    if text.utf8.count <= 15, text.utf8.allSatisfy({ Byte.isLetter($0) }) {
      return words[String(decoding: text.utf8.map(Byte.lowered), as: UTF8.self)]
    }
    let lower =
      text.lowercased().split(whereSeparator: { !$0.isLetter }).first.map(String.init) ?? ""
    return words[lower] ?? stars(Array(text.utf8)) ?? emoji(Array(text.utf8), at: 0)
  }

  /// The difficulty that a word alone names.
  static func tagWord(_ word: ArraySlice<UInt8>) -> Difficulty? {
    words[String(decoding: word.map(Byte.lowered), as: UTF8.self)]
  }

  private static let words: [String: Difficulty] = [
    "e": .easy, "easy": .easy, "basic": .easy, "beginner": .easy, "simple": .easy,
    "junior": .easy, "fundamental": .easy, "leicht": .easy, "einfach": .easy, "fácil": .easy,
    "m": .medium, "medium": .medium, "intermediate": .medium, "moderate": .medium,
    "mid": .medium, "normal": .medium, "mittel": .medium, "medio": .medium, "moyen": .medium,
    "h": .hard, "hard": .hard, "advanced": .hard, "advance": .hard, "difficult": .hard,
    "expert": .hard, "senior": .hard, "schwer": .hard, "difícil": .hard, "difficile": .hard,
  ]

  /// One to three filled stars among three.
  private static func stars(_ bytes: [UInt8]) -> Difficulty? {
    guard bytes.count == 9 else { return nil }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard scalars.allSatisfy({ $0 == "★" || $0 == "☆" || $0 == "⭐" }) else { return nil }
    switch scalars.filter({ $0 != "☆" }).count {
    case 1: return .easy
    case 2: return .medium
    case 3: return .hard
    default: return nil
    }
  }

  /// `Easy:`, `hard:`: a whole word and a colon at an index.
  static func label(_ text: [UInt8], at index: Int) -> (difficulty: Difficulty, end: Int)? {
    let word = text[index...].prefix(16).prefix { Byte.isLetter($0) || $0 >= 0x80 }
    guard word.count >= 4, word.endIndex < text.count, text[word.endIndex] == Byte.colon,
      let difficulty = words[String(decoding: word, as: UTF8.self).lowercased()]
    else { return nil }
    return (difficulty, word.endIndex + 1)
  }

  /// The bytes of three stars, `★★☆`.
  static let starsLength = 9

  /// A picture, or a row of three stars, that stands for a difficulty.
  static func emoji(_ text: [UInt8], at index: Int) -> Difficulty? {
    let rest = text[index...]
    if rest.first == 0xE2, let stars = stars(Array(rest.prefix(starsLength))) { return stars }
    for (bytes, difficulty) in pictures where rest.starts(with: bytes) { return difficulty }
    return nil
  }

  private static let pictures: [(bytes: [UInt8], difficulty: Difficulty)] = [
    (Array("👶".utf8), .easy), (Array("🟢".utf8), .easy), (Array("⭐".utf8), .medium),
    (Array("🟡".utf8), .medium), (Array("🚀".utf8), .hard), (Array("🔴".utf8), .hard),
  ]
}
