/// A fixed table from words to small sets of classes: open addressing, at most a quarter full.
///
/// It answers as a dictionary of `String` would (canonically equivalent spellings are equal), and
/// does so without making one unless the word has a combining mark. Tables are made once and never
/// freed: looking up a word counts no references.
struct WordTable: @unchecked Sendable {
  private struct Entry {
    var word: PackedWord
    var classes: UInt32
  }

  /// The upper bits of the hashes, never 0, and 0 in free slots: a look at one tells nearly always
  /// whether a word is there.
  private let tags: UnsafeMutablePointer<UInt32>
  /// The places of the words in ``entries``, by slot.
  private let places: UnsafeMutablePointer<UInt16>
  private let entries: UnsafeMutablePointer<Entry>
  private let mask: Int
  private let spellings: [String: UInt32]

  /// Makes the table of lists of words; the bits of every list that has a word are joined. There
  /// are fewer than 65,536 words.
  init(_ lists: [(classes: UInt32, words: Set<String>)]) {
    var spellings: [String: UInt32] = [:]
    for list in lists {
      for word in list.words { spellings[word, default: 0] |= list.classes }
    }
    var size = 64
    while size < spellings.count * 4 { size *= 2 }
    mask = size - 1
    tags = .allocate(capacity: size)
    tags.initialize(repeating: 0, count: size)
    places = .allocate(capacity: size)
    places.initialize(repeating: 0, count: size)
    entries = .allocate(capacity: max(1, spellings.count))
    var count = 0
    for (word, classes) in spellings {
      let packed = PackedWord(word.utf8)
      // Longer words are found by their spelling alone.
      guard !packed.isCut, !packed.isEmpty else { continue }
      let hash = packed.fixedHash
      var place = WordTable.place(hash) & mask
      while tags[place] != 0 { place = (place + 1) & mask }
      tags[place] = WordTable.tag(hash)
      places[place] = UInt16(truncatingIfNeeded: count)
      (entries + count).initialize(to: Entry(word: packed, classes: classes))
      count += 1
    }
    self.spellings = spellings
  }

  /// The classes of a word, 0 for one that no list has.
  @inline(__always) func classes(_ word: PackedWord) -> UInt32 {
    guard !word.mayCombine else { return spellings[word.string] ?? 0 }
    let hash = word.fixedHash
    let tag = WordTable.tag(hash)
    var place = WordTable.place(hash) & mask
    while tags[place] != 0 {
      if tags[place] == tag {
        let entry = entries + Int(places[place])
        if entry.pointee.word == word { return entry.pointee.classes }
      }
      place = (place + 1) & mask
    }
    return 0
  }

  @inline(__always) private static func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash & 0xFFFF)
  }

  @inline(__always) private static func tag(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) | 1
  }
}
