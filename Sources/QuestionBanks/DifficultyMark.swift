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
    return words[lower] ?? stars(Array(text.utf8))
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

  /// A picture that stands for a difficulty.
  static func emoji(_ text: [UInt8], at index: Int) -> Difficulty? {
    let rest = text[index...]
    for (bytes, difficulty) in pictures where rest.starts(with: bytes) { return difficulty }
    return nil
  }

  private static let pictures: [(bytes: [UInt8], difficulty: Difficulty)] = [
    (Array("👶".utf8), .easy), (Array("🟢".utf8), .easy), (Array("⭐".utf8), .medium),
    (Array("🟡".utf8), .medium), (Array("🚀".utf8), .hard), (Array("🔴".utf8), .hard),
  ]
}
