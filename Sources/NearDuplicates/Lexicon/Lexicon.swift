/// Word lists by which questions are compared: words that are used for each other, opposites, words
/// without weight, and phrases by what they ask.
///
/// A word is known by the hash of its stem (``TermHash``). Made once, in some milliseconds;
/// immutable.
final class Lexicon: Sendable {
  static let shared = Lexicon()

  /// For each word the groups of words that are used for each other to which it belongs.
  let synonyms: [UInt64: [UInt16]]
  /// For each word the pairs of opposites and the side on which it stands: 2 · pair + side.
  let opposites: [UInt64: [UInt16]]
  /// Words of little weight.
  let general: Set<UInt64>
  /// Fields of knowledge, which are of little weight behind "in".
  let fields: Set<UInt64>
  /// Phrases that ask for an aspect, and phrases that stand for a word.
  let phrases: PhraseTable

  private init() {
    var phrases = PhraseTable()
    var synonyms: [UInt64: [UInt16]] = [:]
    var group: UInt16 = 0
    LexiconReader(LexiconText.synonyms).forEachLine(" ") { items in
      for item in items where !item.words.isEmpty {
        let hash = TermHash.phrase(item.words)
        if item.words.count > 1 { phrases.add(item.words, meaning: .word(hash)) }
        synonyms[hash, default: []].append(group)
      }
      group += 1
    }
    var opposites: [UInt64: [UInt16]] = [:]
    var pair: UInt16 = 0
    LexiconReader(LexiconText.opposites).forEachLine("|") { sides in
      for (side, words) in sides.enumerated() {
        for word in words.words { opposites[word, default: []].append(2 * pair + UInt16(side)) }
      }
      pair += 1
    }
    LexiconReader(LexiconText.aspects).forEachLine(";") { phrases.add($0) }
    self.synonyms = synonyms
    self.opposites = opposites
    general = TermSet.of(LexiconText.general)
    fields = TermSet.of(LexiconText.fields)
    self.phrases = phrases
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
