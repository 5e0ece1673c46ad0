/// The ways in which banks say how hard a question is.
enum DifficultyMark {
  /// A tag in brackets or parentheses at an index: `[E]`, `(Hard)`, `(★★☆)`.
  static func tag(_ text: ByteView, at index: Int) -> (difficulty: Difficulty, end: Int)? {
    guard index < text.count else { return nil }
    let close: UInt8
    switch text[index] {
    case Byte.openBracket: close = Byte.closeBracket
    case Byte.openParenthesis: close = Byte.closeParenthesis
    default: return nil
    }
    let limit = min(text.count, index + 24)
    guard let end = text[index..<limit].firstIndex(of: close) else { return nil }
    let inside = text.view((index + 1)..<end)
    if let stars = stars(inside) { return (stars, end + 1) }
    // One letter in parentheses is an option or a variable, in brackets it is a tag.
    guard inside.count > 1 || close == Byte.closeBracket else { return nil }
    // "(e.g. 3)" and "(m, n)" are remarks.
    if inside.count > 1, !Byte.isWord(inside[1]), Byte.isLetter(inside[0]),
      close == Byte.closeParenthesis || inside[1] == Byte.dot
    {
      return nil
    }
    guard let difficulty = word(inside) else { return nil }
    return (difficulty, end + 1)
  }

  /// A word of a tag or of a table's cell, in any case.
  static func word(_ text: ByteView) -> Difficulty? {
    if text.count <= 15, text.allSatisfy({ Byte.isLetter($0) }) {
      return difficulty(PackedWord(text.lazy.map(Byte.lowered)))
    }
    if ByteSearch.firstWide(text, 0..<text.count) == text.count {
      let rest = text.drop { !Byte.isLetter($0) }
      let word = rest.prefix { Byte.isLetter($0) }
      return difficulty(PackedWord(lowering: text.view(word.startIndex..<word.endIndex)))
    }
    let lower =
      text.string.lowercased().split(whereSeparator: { !$0.isLetter }).first.map(String.init) ?? ""
    return words[lower] ?? stars(text) ?? emoji(text, at: 0)
  }

  private static func difficulty(_ word: PackedWord) -> Difficulty? {
    switch table.classes(word) {
    case 1: .easy
    case 2: .medium
    case 4: .hard
    default: nil
    }
  }

  private static let table = WordTable(
    [(1, Difficulty.easy), (2, .medium), (4, .hard)].map { (number: UInt32, difficulty) in
      (number, Set(words.filter { $0.value == difficulty }.map(\.key)))
    })

  /// The difficulty that a word alone names.
  static func tagWord(_ word: ByteView) -> Difficulty? {
    difficulty(PackedWord(lowering: word))
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
  private static func stars(_ bytes: ByteView) -> Difficulty? {
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
  static func label(_ text: ByteView, at index: Int) -> (difficulty: Difficulty, end: Int)? {
    let word = text[index...].prefix(16).prefix { Byte.isLetter($0) || $0 >= 0x80 }
    guard word.count >= 4, word.endIndex < text.count, text[word.endIndex] == Byte.colon,
      let difficulty = words[String(decoding: word, as: UTF8.self).lowercased()]
    else { return nil }
    return (difficulty, word.endIndex + 1)
  }

  /// The bytes of three stars, `★★☆`.
  static let starsLength = 9

  /// A picture, or a row of three stars, that stands for a difficulty.
  static func emoji(_ text: ByteView, at index: Int) -> Difficulty? {
    let rest = text[index...]
    if rest.first == 0xE2,
      let stars = stars(text.view(index..<min(text.count, index + starsLength)))
    {
      return stars
    }
    for (bytes, difficulty) in pictures where rest.starts(with: bytes) { return difficulty }
    return nil
  }

  private static let pictures: [(bytes: [UInt8], difficulty: Difficulty)] = [
    (Array("👶".utf8), .easy), (Array("🟢".utf8), .easy), (Array("⭐".utf8), .medium),
    (Array("🟡".utf8), .medium), (Array("🚀".utf8), .hard), (Array("🔴".utf8), .hard),
  ]
}
