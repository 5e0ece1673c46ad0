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
    let place = shared(with: other[...])
    let (rest, wanted) = (word[place...], other[place...])
    if other.count != word.count {
      let (longer, shorter) = other.count > word.count ? (wanted, rest) : (rest, wanted)
      guard place > 0, longer.dropFirst().elementsEqual(shorter) else { return nil }
      return other.count > word.count ? .leftOut : .putIn
    }
    if isExchange(at: place, wanted), rest.dropFirst(2).elementsEqual(wanted.dropFirst(2)) {
      return .exchanged
    }
    return mayChange(at: place) && rest.dropFirst().elementsEqual(wanted.dropFirst())
      ? .changed : nil
  }

  /// The words one slip away that begin so, where the slip is in the beginning or right behind it:
  /// the likeliest first. None where the word itself begins so.
  func words(beginningWith beginning: ArraySlice<UInt8>) -> [[UInt8]] {
    let place = shared(with: beginning)
    guard place < beginning.count else { return [] }
    let wanted = beginning.dropFirst(place)
    // Most begin otherwise, and no list is made for them.
    let isExchanged = isExchange(at: place, wanted) && goesOn(place + 2, wanted.dropFirst(2))
    let isLeftOut = place > 0 && goesOn(place, wanted.dropFirst())
    let isPutIn = place > 0 && goesOn(place + 1, wanted)
    let isChanged = mayChange(at: place) && goesOn(place + 1, wanted.dropFirst())
    guard isExchanged || isLeftOut || isPutIn || isChanged else { return [] }
    let (before, letter) = (Array(word[..<place]), wanted.prefix(1))
    var words: [[UInt8]] = []
    if isExchanged { words.append(before + letter + [word[place]] + word[(place + 2)...]) }
    if isLeftOut { words.append(before + letter + word[place...]) }
    if isPutIn { words.append(before + word[(place + 1)...]) }
    if isChanged { words.append(before + letter + word[(place + 1)...]) }
    return words
  }

  /// Whether the word has these letters from a place on.
  private func goesOn(_ place: Int, _ letters: ArraySlice<UInt8>) -> Bool {
    guard place + letters.count <= word.count else { return false }
    var place = place
    for letter in letters {
      guard word[place] == letter else { return false }
      place += 1
    }
    return true
  }

  /// How many letters another word begins with as this one does.
  private func shared(with other: ArraySlice<UInt8>) -> Int {
    var place = 0
    let base = other.startIndex
    while place < min(word.count, other.count), word[place] == other[base + place] { place += 1 }
    return place
  }

  /// Whether the letter that is wanted at a place is the next one here, and this one may come
  /// behind it.
  private func isExchange(at place: Int, _ wanted: ArraySlice<UInt8>) -> Bool {
    guard place + 1 < word.count, wanted.first == word[place + 1] else { return false }
    return wanted.count == 1 || wanted.dropFirst().first == word[place]
  }

  private func mayChange(at place: Int) -> Bool {
    place > 0 && place < word.count && word.count >= Self.leastChanged
  }
}
