import InvertedIndex

/// The words at a distance of one slip from another: a letter left out, put in, changed, or two
/// exchanged (Damerau, "A technique for computer detection and correction of spelling errors",
/// 1964).
struct SpellingNeighbors {
  /// In shorter words a changed letter is more often another word than a slip.
  private static let leastChanged = 7
  /// How many letters most neighbors have in common with the word; terms that begin with them are
  /// looked at.
  private static let common = 2

  private let word: [UInt8]

  /// - Parameter word: letters a to z, more than two.
  init(_ word: [UInt8]) { self.word = word }

  /// What an index has that begins like a word.
  struct Terms {
    /// Terms that a neighbor can have which has the word's first letters.
    var terms: Set<String> = []
    /// With what of it such a neighbor begins: a term is a word's stem, and of longer ones the last
    /// letter may be another than the word's ("happi").
    var beginnings: [[UInt8]] = []
    /// Whether a term begins with the word itself.
    var hasLonger = false
  }

  /// The index's terms that begin like the word.
  ///
  /// Cost: a comparison with each term that has the first two letters of the word, which of a
  /// large vocabulary are some thousand, and spares the analysis of some hundred words.
  func terms(in snapshot: Snapshot) throws(IndexError) -> Terms {
    var found = Terms()
    try snapshot.forEachTerm(beginningWith: Array(word.prefix(Self.common))) { term in
      if term.starts(with: word) { found.hasLonger = true }
      let beginning = term.count > 3 ? term.dropLast() : term[...]
      guard isOneSlip(from: beginning) else { return }
      found.terms.insert(String(decoding: term, as: UTF8.self))
      found.beginnings.append(Array(beginning))
    }
    return found
  }

  /// Whether a neighbor has the word's first letters.
  func isCommon(_ neighbor: [UInt8]) -> Bool { neighbor.starts(with: word.prefix(Self.common)) }

  /// Whether a word at a distance of one slip begins so.
  private func isOneSlip(from beginning: ArraySlice<UInt8>) -> Bool {
    let place = zip(word, beginning).prefix { $0 == $1 }.count
    if place == beginning.count { return true }
    let (rest, wanted) = (word[place...], beginning.dropFirst(place))
    guard rest.count > 0 else { return wanted.count == 1 }
    let isExchanged =
      rest.count > 1 && rest[place + 1] == wanted.first
      && (wanted.count == 1 || wanted.dropFirst().first == rest.first)
      && rest.dropFirst(2).starts(with: wanted.dropFirst(2))
    return isExchanged || rest.dropFirst().starts(with: wanted.dropFirst())
      || rest.starts(with: wanted.dropFirst()) || rest.dropFirst().starts(with: wanted)
  }

  /// The neighbors: exchanges first, then letters put in, left out, and in longer words changed,
  /// so that of equal ones the likeliest slip is taken. The first letter is seldom wrong, and stays
  /// but for an exchange. Of those with the word's first letters only those that begin as asked.
  func words(beginningWith beginnings: [[UInt8]]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    func offer(_ other: [UInt8]) {
      if !isCommon(other) || beginnings.contains(where: { other.starts(with: $0) }) {
        words.append(other)
      }
    }
    for place in word.indices.dropLast() where word[place] != word[place + 1] {
      var other = word
      other.swapAt(place, place + 1)
      offer(other)
    }
    // Without a beginning no slip behind the first letters makes a word of the index.
    let end = beginnings.isEmpty ? min(Self.common, word.count) : word.count
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    for place in 1..<end + (beginnings.isEmpty ? 0 : 1) {
      for letter in letters { offer(word[..<place] + [letter] + word[place...]) }
    }
    for place in 1..<end { offer(Array(word[..<place] + word[(place + 1)...])) }
    guard word.count >= Self.leastChanged else { return words }
    for place in 1..<end {
      for letter in letters where letter != word[place] {
        var other = word
        other[place] = letter
        offer(other)
      }
    }
    return words
  }
}
