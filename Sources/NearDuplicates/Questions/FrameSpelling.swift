/// Finds out which words of questions' phrases a misspelled word means.
final class FrameSpelling: Sendable {
  static let shared = FrameSpelling()

  private static let shortest = 6
  private let words: Set<[UInt8]>
  /// For each word with one letter left out the word's stem.
  private let shortened: [[UInt8]: (word: [UInt8], stem: UInt64)]

  private init() {
    let stems = Stems()
    var words: Set<[UInt8]> = []
    var shortened: [[UInt8]: (word: [UInt8], stem: UInt64)] = [:]
    for line in Lexicon.lines(LexiconText.aspects) {
      for word in line.split(whereSeparator: { !$0.isLetter }) where word.count >= Self.shortest {
        let letters = Array(word.utf8)
        guard words.insert(letters).inserted, let stem = stems.hashes(word).first else { continue }
        for place in letters.indices {
          var variant = letters
          variant.remove(at: place)
          shortened[variant] = (letters, stem)
        }
      }
    }
    self.words = words
    self.shortened = shortened
  }

  /// The stem of the word that some letters are one slip away from; nil where there is none, and
  /// for the word itself.
  func stem(of letters: [UInt8]) -> UInt64? {
    guard letters.count >= Self.shortest - 1, !words.contains(letters) else { return nil }
    if let found = shortened[letters] { return found.stem }
    for place in letters.indices {
      var variant = letters
      variant.remove(at: place)
      // A letter too many, or another in its place; what is left must be near in length.
      if words.contains(variant), variant.count >= Self.shortest {
        return shortened.values.first { $0.word == variant }?.stem
      }
      if let found = shortened[variant], Typo.isTransposition(found.word, letters) {
        return found.stem
      }
    }
    return nil
  }
}
