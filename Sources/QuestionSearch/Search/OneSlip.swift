/// The words at a distance of one slip from another: a letter left out, put in, changed, or two
/// exchanged (Damerau, "A technique for computer detection and correction of spelling errors",
/// 1964). The first letter is seldom wrong, and stays but for an exchange.
struct OneSlip {
  /// In shorter words a changed letter is more often another word than a slip.
  private static let leastChanged = 7

  /// Kinds of slips, the likeliest first.
  enum Kind: Int, Comparable {
    case exchanged
    /// The other word has a letter more.
    case leftOut
    /// The other word has a letter less.
    case putIn
    case changed

    static func < (one: Kind, other: Kind) -> Bool { one.rawValue < other.rawValue }
  }

  let word: [UInt8]

  /// - Parameter word: letters a to z, more than two.
  init(_ word: [UInt8]) { self.word = word }

  /// By which slip another word comes to this one; nil where it takes none or more than one.
  func kind(of other: [UInt8]) -> Kind? {
    guard abs(other.count - word.count) <= 1 else { return nil }
    let place = other.withUnsafeBytes { shared(with: $0) }
    let (rest, wanted) = (word[place...], other[place...])
    if other.count != word.count {
      let (longer, shorter) = other.count > word.count ? (wanted, rest) : (rest, wanted)
      guard place > 0, longer.dropFirst().elementsEqual(shorter) else { return nil }
      return other.count > word.count ? .leftOut : .putIn
    }
    if other.withUnsafeBytes({
      isExchange(at: place, UnsafeRawBufferPointer(rebasing: $0[place...]))
    }),
      rest.dropFirst(2).elementsEqual(wanted.dropFirst(2))
    {
      return .exchanged
    }
    return mayChange(at: place) && rest.dropFirst().elementsEqual(wanted.dropFirst())
      ? .changed : nil
  }

  /// Whether the word begins so, or one that is a slip in this beginning or right behind it away.
  func mayBegin(_ beginning: UnsafeRawBufferPointer) -> Bool {
    let place = shared(with: beginning)
    return place == beginning.count || !kinds(at: place, of: beginning).isEmpty
  }

  /// The words one slip away that begin so, where the slip is in the beginning or right behind it:
  /// the likeliest first. None where the word itself begins so.
  func words(beginningWith beginning: ArraySlice<UInt8>) -> [[UInt8]] {
    beginning.withUnsafeBytes { beginning in
      let place = shared(with: beginning)
      guard place < beginning.count else { return [] }
      let kinds = kinds(at: place, of: beginning)
      let (before, letter) = (Array(word[..<place]), beginning[place])
      var words: [[UInt8]] = []
      if kinds.contains(.exchanged) {
        words.append(before + [letter, word[place]] + word[(place + 2)...])
      }
      if kinds.contains(.leftOut) { words.append(before + [letter] + word[place...]) }
      if kinds.contains(.putIn) { words.append(before + word[(place + 1)...]) }
      if kinds.contains(.changed) { words.append(before + [letter] + word[(place + 1)...]) }
      return words
    }
  }

  /// Several kinds of slips.
  private struct Kinds: OptionSet {
    let rawValue: UInt8
    static let exchanged = Kinds(rawValue: 1)
    static let leftOut = Kinds(rawValue: 2)
    static let putIn = Kinds(rawValue: 4)
    static let changed = Kinds(rawValue: 8)
  }

  /// By which slips at a place the word comes to begin so; the two have the same letters before it,
  /// and the beginning has one there.
  @inline(__always)
  private func kinds(at place: Int, of beginning: UnsafeRawBufferPointer) -> Kinds {
    let wanted = UnsafeRawBufferPointer(rebasing: beginning[place...])
    let rest = UnsafeRawBufferPointer(rebasing: wanted.dropFirst())
    var kinds: Kinds = []
    if isExchange(at: place, wanted) {
      let behind = UnsafeRawBufferPointer(rebasing: wanted.dropFirst(2))
      if goesOn(place + 2, behind) { kinds.insert(.exchanged) }
    }
    guard place > 0 else { return kinds }
    if goesOn(place, rest) { kinds.insert(.leftOut) }
    if goesOn(place + 1, wanted) { kinds.insert(.putIn) }
    if mayChange(at: place), goesOn(place + 1, rest) { kinds.insert(.changed) }
    return kinds
  }

  /// Whether the word has these letters from a place on.
  private func goesOn(_ place: Int, _ letters: UnsafeRawBufferPointer) -> Bool {
    guard place + letters.count <= word.count else { return false }
    for offset in 0..<letters.count where word[place + offset] != letters[offset] { return false }
    return true
  }

  /// How many letters another word begins with as this one does.
  private func shared(with other: UnsafeRawBufferPointer) -> Int {
    var place = 0
    while place < min(word.count, other.count), word[place] == other[place] { place += 1 }
    return place
  }

  /// Whether the letter that is wanted at a place is the next one here, and this one may come
  /// behind it.
  private func isExchange(at place: Int, _ wanted: UnsafeRawBufferPointer) -> Bool {
    guard place + 1 < word.count, wanted.first == word[place + 1] else { return false }
    return wanted.count == 1 || wanted[1] == word[place]
  }

  private func mayChange(at place: Int) -> Bool {
    place > 0 && place < word.count && word.count >= Self.leastChanged
  }
}
