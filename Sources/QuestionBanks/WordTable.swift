/// A fixed table from words to small sets of classes: open addressing, at most a quarter full.
///
/// It answers as a dictionary of `String` would (canonically equivalent spellings are equal), and
/// does so without making one unless the word has a combining mark.
struct WordTable: Sendable {
  private struct Slot {
    var word = PackedWord()
    var classes: UInt16 = 0
  }

  private var slots: [Slot]
  private let mask: Int
  private var spellings: [String: UInt16] = [:]

  /// Makes the table of lists of words; the bits of every list that has a word are joined.
  init(_ lists: [(classes: UInt16, words: Set<String>)]) {
    for list in lists {
      for word in list.words { spellings[word, default: 0] |= list.classes }
    }
    var size = 64
    while size < spellings.count * 4 { size *= 2 }
    mask = size - 1
    slots = [Slot](repeating: Slot(), count: size)
    for (word, classes) in spellings {
      let packed = PackedWord(word.utf8)
      // Longer words are found by their spelling alone.
      guard !packed.isCut, !packed.isEmpty else { continue }
      var place = packed.fixedHash & mask
      while !slots[place].word.isEmpty { place = (place + 1) & mask }
      slots[place] = Slot(word: packed, classes: classes)
    }
  }

  /// The classes of a word, 0 for one that no list has.
  func classes(_ word: PackedWord) -> UInt16 {
    guard !word.mayCombine else { return spellings[word.string] ?? 0 }
    var place = word.fixedHash & mask
    while true {
      let slot = slots[place]
      if slot.word == word { return slot.classes }
      if slot.word.isEmpty { return 0 }
      place = (place + 1) & mask
    }
  }
}
