/// Finds out which words of questions' phrases a misspelled word means.
final class FrameSpelling: Sendable {
  static let shared = FrameSpelling()

  private static let shortest = 6
  private static let longest = 24

  private struct Word: Sendable {
    let letters: [UInt8]
    let stem: UInt64
  }

  /// By the hash of the letters.
  private let words: [UInt64: Word]
  /// By the hash of the letters with one left out.
  private let shortened: [UInt64: Word]

  private init() {
    var words: [UInt64: Word] = [:]
    var shortened: [UInt64: Word] = [:]
    LexiconReader(LexiconText.aspects).forEachWord { bytes, stem in
      let letters = Array(bytes)
      guard letters.count >= Self.shortest, words[Self.hash(letters)] == nil else { return }
      let word = Word(letters: letters, stem: stem)
      words[Self.hash(letters)] = word
      for place in letters.indices { shortened[Self.hash(letters, without: place)] = word }
    }
    self.words = words
    self.shortened = shortened
  }

  /// The stem of the word that some letters are one slip away from; nil where there is none, and
  /// for the word itself.
  func stem(of letters: [UInt8]) -> UInt64? {
    let hash = Self.hash(letters)
    guard letters.count >= Self.shortest - 1, letters.count <= Self.longest, words[hash] == nil
    else { return nil }
    if let found = shortened[hash] { return found.stem }
    for place in letters.indices {
      let variant = Self.hash(letters, without: place)
      // A letter too many, or two that changed places.
      if let found = words[variant] { return found.stem }
      if let found = shortened[variant], Typo.isTransposition(found.letters, letters) {
        return found.stem
      }
    }
    return nil
  }

  /// FNV-1a of the letters, finished; without one of them where a place is given.
  private static func hash(_ letters: [UInt8], without place: Int = -1) -> UInt64 {
    var hash: UInt64 = 14_695_981_039_346_656_037
    for (index, letter) in letters.enumerated() where index != place {
      hash = (hash ^ UInt64(letter)) &* 1_099_511_628_211
    }
    return XXHash64.finish(hash)
  }
}
