import TextAnalysis

/// A seeded generator of random numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A token with its term spelled out, comparable between sessions.
struct SpelledToken: Hashable, CustomStringConvertible {
  var term: String
  var position: Int
  var start: Int
  var end: Int

  var description: String { "\(term)@\(position)[\(start)..<\(end)]" }
}

extension AnalysisSession {
  func spelledTokens(of bytes: [UInt8]) -> [SpelledToken] {
    var tokens: [Token] = []
    bytes.withUnsafeBufferPointer { analyze($0, into: &tokens) }
    return tokens.map {
      SpelledToken(
        term: term($0.term), position: Int($0.position), start: Int($0.start), end: Int($0.end))
    }
  }

  func spelledTokens(of text: String) -> [SpelledToken] { spelledTokens(of: Array(text.utf8)) }
}

/// Texts that are unpleasant in some way, from a seed.
struct HostileText {
  var generator: SeededGenerator

  static let pieces: [String] = [
    "word", "Word", "WORDS", "a", "O", "(", ")", "n log n", " ", "  ", "\t", "\n", "-", "--", ".",
    "'", "’", "_", "__", "/", "+", "++", "#", "^", "&", "@", ",", "10", "1,000", "3.14", "kNN",
    "camelCase", "HTTPServer", "CNNs", "é", "e\u{301}", "ß", "ﬁ", "λ", "Δx", "λόγος", "学", "习题",
    "กำ", "한국어", "हिन्दी", "\u{200B}", "\u{AD}", "\u{FEFF}", "\u{202E}", "😀", "½", "²", "Ｃ", "＃",
    "\u{0}", "NET", ".net", "don't", "’s", "colour", "modelling", "\u{300}", "\u{10FFFF}",
  ]

  mutating func text() -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: bytes.append(UInt8.random(in: .min ... .max, using: &generator))
      case 1: bytes.append(UInt8.random(in: 0x80 ... .max, using: &generator))
      case 2:
        let value = UInt32.random(in: 0...0x10FFFF, using: &generator)
        bytes += Unicode.Scalar(value).map { Array(String($0).utf8) } ?? []
      case 3: bytes.append(32)
      default:
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        bytes += Array(piece.utf8)
      }
    }
    return bytes
  }
}
