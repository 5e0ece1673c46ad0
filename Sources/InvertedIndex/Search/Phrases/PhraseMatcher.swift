/// Counts how often a phrase stands in a field; `Query.Phrase` says what that is.
struct PhraseMatcher {
  /// A word: where its term stands in the list of terms, and its place.
  private struct Word {
    let term: Int
    let place: Int
    /// The word of the same term before it, or -1: it cannot have that one's position.
    let previous: Int
    /// The index of the position at hand.
    var index = 0
  }

  /// The terms that it has, each once.
  let terms: [Int]
  let slop: Int
  private var words: [Word] = []

  /// One word, at any place: its frequency is the phrase's.
  var isSingle: Bool { words.count == 1 }

  /// - Parameter words: terms' numbers and places, in order of places.
  init(_ words: [(term: Int, place: Int)], slop: Int) {
    self.slop = slop
    var terms: [Int] = []
    var last: [Int: Int] = [:]
    for (number, word) in words.enumerated() {
      let previous = last.updateValue(number, forKey: word.term) ?? -1
      if previous < 0 { terms.append(word.term) }
      self.words.append(Word(term: word.term, place: word.place, previous: previous))
    }
    self.terms = terms
  }

  /// The phrase frequency, where `positions` gives a term's positions in the field, ascending.
  ///
  /// Looks for a match whose displacements begin at `least` or above. Each word takes the first of
  /// its positions that is left; so the match's end is the least one possible, and it only grows
  /// with `least`. Linear in the positions.
  mutating func frequency(_ positions: (Int) -> UnsafeBufferPointer<UInt32>) -> UInt32 {
    var least = Int.min / 2
    for index in words.indices {
      words[index].index = 0
      guard let first = positions(words[index].term).first else { return 0 }
      least = max(least, Int(first) - words[index].place - slop)
    }
    var frequency: UInt32 = 0
    while true {
      var end = least
      for number in words.indices {
        let word = words[number]
        let all = positions(word.term)
        var index = word.previous < 0 ? word.index : max(word.index, words[word.previous].index + 1)
        while index < all.count, Int(all[index]) - word.place < least { index += 1 }
        guard index < all.count else { return frequency }
        words[number].index = index
        end = max(end, Int(all[index]) - word.place)
      }
      if end - least <= slop {
        frequency += 1
        least = end + 1
      } else {
        least = end - slop
      }
    }
  }
}
