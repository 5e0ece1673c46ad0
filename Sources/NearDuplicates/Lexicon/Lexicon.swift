import TextAnalysis

/// Word lists by which questions are compared: words that are used for each other, opposites, words
/// without weight, and phrases by what they ask.
///
/// A word is known by the hash of its stem (``TermHash``). Made once, in some milliseconds; immutable.
final class Lexicon: Sendable {
  static let shared = Lexicon()

  /// For each word the groups of words that are used for each other to which it belongs.
  let synonyms: [UInt64: [UInt16]]
  /// For each word the pairs of opposites and the side on which it stands: 2 · pair + side.
  let opposites: [UInt64: [UInt16]]
  /// Words of little weight.
  let general: Set<UInt64>
  /// Phrases that ask for an aspect, and phrases that stand for a word.
  let phrases: PhraseTable

  private init() {
    let stems = Stems()
    var phrases = PhraseTable()
    var synonyms: [UInt64: [UInt16]] = [:]
    for (group, line) in Self.lines(LexiconText.synonyms).enumerated() {
      for word in line.split(separator: " ") {
        let parts = stems.hashes(word.replacing("_", with: " "))
        let hash = TermHash.phrase(parts)
        if parts.count > 1 { phrases.add(parts, meaning: .word(hash)) }
        synonyms[hash, default: []].append(UInt16(group))
      }
    }
    var opposites: [UInt64: [UInt16]] = [:]
    for (pair, line) in Self.lines(LexiconText.opposites).enumerated() {
      for (side, words) in line.split(separator: "|").enumerated() {
        for word in words.split(separator: " ") {
          opposites[TermHash.phrase(stems.hashes(word)), default: []]
            .append(UInt16(2 * pair + side))
        }
      }
    }
    var general: Set<UInt64> = []
    for line in Self.lines(LexiconText.general) {
      for word in line.split(separator: " ") {
        general.formUnion(stems.hashes(word.replacing("_", with: " ")))
      }
    }
    for line in Self.lines(LexiconText.aspects) {
      let (name, list) = Self.divided(line)
      guard let aspect = QuestionAspect(rawValue: String(name)) else { continue }
      for phrase in list.split(separator: ";") { phrases.add(phrase, aspect, stems) }
    }
    self.synonyms = synonyms
    self.opposites = opposites
    self.general = general
    self.phrases = phrases
  }

  /// Whether two words are used for each other.
  func areSynonyms(_ a: UInt64, _ b: UInt64) -> Bool {
    guard let left = synonyms[a], let right = synonyms[b] else { return false }
    return left.contains { right.contains($0) }
  }

  /// Whether two words are opposites.
  func areOpposites(_ a: UInt64, _ b: UInt64) -> Bool {
    guard let left = opposites[a], let right = opposites[b] else { return false }
    // The sides of a pair differ in the last bit.
    return left.contains { right.contains($0 ^ 1) }
  }

  static func lines(_ text: StaticString) -> [Substring] {
    text.description.split(separator: "\n")
  }

  private static func divided(_ line: Substring) -> (Substring, Substring) {
    guard let colon = line.firstIndex(of: ":") else { return (line, "") }
    return (line[..<colon], line[line.index(after: colon)...])
  }
}

/// Words as their stems, by the analyzer `english`.
struct Stems {
  private let session = AnalysisSession(.english)

  /// The hashes of the stems of a phrase's words, compounds in parts.
  func hashes(_ text: some StringProtocol) -> [UInt64] {
    var tokens: [Token] = []
    session.analyze(String(text), into: &tokens)
    return tokens.indices.compactMap { index in
      if index + 1 < tokens.count, tokens[index + 1].position == tokens[index].position {
        return nil
      }
      return session.withTermBytes(tokens[index].term) { TermHash.word($0) }
    }
  }
}

/// Numbers that stand for words.
enum TermHash {
  /// Of a word's bytes.
  static func word(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    XXHash64.hash(UnsafeRawBufferPointer(bytes))
  }

  /// Of a word of ours.
  static func word(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { word($0) }
  }

  /// Of several words in order; of one, its own.
  static func phrase(_ words: [UInt64]) -> UInt64 {
    guard words.count != 1 else { return words[0] }
    return words.reduce(0) { XXHash64.finish($0 &* 31 ^ $1) }
  }
}
