/// What a person's query asks for: plain words, phrases in quotes, beginnings of words.
///
/// - `"batch normalization"` or `“batch normalization”`: the words in this order; `~2` right behind
///   the closing quote gives a slop of 2. A straight quote opens before a word and closes behind
///   one: a letter or digit before the first or behind the second makes it part of the text. A
///   quote without its other half is plain text.
/// - `regular*`: words that begin so, of two letters or digits at the least (`A*` is a name).
///
/// Any text is a query: what is none of this is words.
struct QueryText: Sendable, Hashable {
  /// A phrase as it was written.
  struct Phrase: Sendable, Hashable {
    let text: String
    let slop: Int
  }

  /// Everything outside of phrases, without beginnings of words; phrases separate its parts.
  private(set) var plain: [String] = []
  private(set) var phrases: [Phrase] = []
  /// Beginnings of words, without the star.
  private(set) var beginnings: [String] = []
  /// A quote is not closed.
  private(set) var hasUnclosedQuote = false

  /// The longest number of a slop; what is longer is text.
  private static let slopDigits = 6

  /// Reads a query. Linear in its length.
  init(_ text: String) {
    let text = Self.withoutNumber(text)
    // Most queries have none of it; the first byte of all curly quotes is 0xE2.
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2A || $0 == 0xE2 }) else {
      plain = [text]
      return
    }
    let scalars = Array(text.unicodeScalars)
    var start = 0
    var index = 0
    // Without a closing quote ahead there is no need to look for one again.
    var lastClosing = scalars.indices.last { Self.closes(scalars, $0) } ?? -1
    while index < scalars.count {
      guard Self.opens(scalars, index) else {
        index += 1
        continue
      }
      guard lastClosing > index,
        let end = scalars[(index + 1)...].indices.first(where: { Self.closes(scalars, $0) })
      else {
        hasUnclosedQuote = true
        lastClosing = -1
        index += 1
        continue
      }
      addPlain(scalars[start..<index])
      let (slop, next) = Self.slop(scalars, end + 1)
      phrases.append(Phrase(text: Self.string(scalars[(index + 1)..<end]), slop: slop))
      start = next
      index = next
    }
    addPlain(scalars[start...])
  }

  /// A question as it was copied from a list, without its number there: `12. What is …`, `Q3: …`.
  /// The number of few words may be a part of them, and stays.
  static func withoutNumber(_ text: String) -> String {
    let marks = " \t#*-+>".utf8
    var rest = text.utf8.drop { marks.contains($0) }
    if rest.first == UInt8(ascii: "Q") || rest.first == UInt8(ascii: "q") {
      rest = rest.dropFirst()
    }
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    guard (1...3).contains(digits.count), let mark = rest.first, ".):".utf8.contains(mark),
      rest.dropFirst().first == 0x20
    else { return text }
    let words = rest.dropFirst().split(separator: 0x20, maxSplits: 3)
    return words.count < 3 ? text : String(decoding: rest.dropFirst(2), as: UTF8.self)
  }

  /// The text as words alone.
  init(plain text: String) { plain = [text] }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func isWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    scalars.indices.contains(index) && isWord(scalars[index])
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }

  private static func opens(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    switch scalars[index] {
    case "\u{22}": !isWord(scalars, index - 1)
    case "\u{201C}", "\u{201E}": true
    default: false
    }
  }

  private static func closes(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    switch scalars[index] {
    case "\u{22}": !isWord(scalars, index + 1)
    // German quotes close with what opens English ones.
    case "\u{201D}", "\u{201C}": true
    default: false
    }
  }

  /// The number behind `~` at a place, and the place behind it.
  private static func slop(_ scalars: [Unicode.Scalar], _ start: Int) -> (slop: Int, next: Int) {
    guard start < scalars.count, scalars[start] == "~" else { return (0, start) }
    let digits = scalars[(start + 1)...].prefix { ("0"..."9").contains($0) }
    guard (1...slopDigits).contains(digits.count) else { return (0, start) }
    return (Int(string(digits)) ?? 0, digits.endIndex)
  }

  private mutating func addPlain(_ scalars: ArraySlice<Unicode.Scalar>) {
    var words: [String] = []
    for word in scalars.split(whereSeparator: { $0.properties.isWhitespace }) {
      let body = word.dropLast()
      if word.last == "*", body.count >= 2, body.allSatisfy(Self.isWord) {
        beginnings.append(Self.string(body))
      } else {
        words.append(Self.string(word))
      }
    }
    // Blanks matter to no analyzer but as separators.
    if !words.isEmpty { plain.append(words.joined(separator: " ")) }
  }
}
