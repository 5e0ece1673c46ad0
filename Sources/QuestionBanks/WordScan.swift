/// The words of one text, found as far as they are asked for and kept until the next text: several
/// rules look at them, and most need only the first.
///
/// One is made for the reading of a section, so that its memory is used again.
struct WordScan {
  /// A word, where it stands and which lists have it.
  struct Word {
    fileprivate(set) var start: UInt32
    fileprivate(set) var end: UInt32
    fileprivate(set) var role: WordRole

    var range: Range<Int> { Int(start)..<Int(max(start, end)) }
  }

  /// The text whose words these are.
  private(set) var text = ByteView()
  /// The first ones, as far as they were found.
  private var found: [Word] = []
  private var knownSentenceEnd: Int?
  private let roles = WordRole.table
  /// Stems that are counted, kept for their memory.
  private var stems = StemSet()

  /// Forgets the last text and turns to another, which must stay where it is.
  mutating func begin(_ text: ByteView) {
    self.text = text
    knownSentenceEnd = nil
    found.removeAll(keepingCapacity: true)
  }

  /// The end of the first sentence, behind its mark.
  mutating func findSentenceEnd() -> Int {
    if let knownSentenceEnd { return knownSentenceEnd }
    var end = 0
    while end <= text.count - ByteBlock.width {
      let block = ByteBlock(text, end)
      let marks = block.equal(Byte.question) | block.equal(Byte.dot) | block.equal(0x0A)
      end += marks.first
      if !marks.isEmpty { break }
    }
    while end < text.count, text[end] != Byte.question, text[end] != Byte.dot, text[end] != 0x0A {
      end += 1
    }
    knownSentenceEnd = min(text.count, end + 1)
    return min(text.count, end + 1)
  }

  /// How far one goes through the words, in order.
  struct Cursor {
    fileprivate var number = 0
    fileprivate var index = 0

    init() {}
  }

  /// The next word, if it ends at `end` or before. Only the first words are kept, so that a long
  /// text takes no memory; going on behind them finds them anew.
  @inline(__always) mutating func next(_ cursor: inout Cursor, before end: Int) -> Word? {
    let word: Word
    if cursor.number < found.count {
      word = found[cursor.number]
      cursor.index = word.range.upperBound
    } else {
      guard cursor.index < end, let new = WordScan.next(text, &cursor.index, roles) else {
        return nil
      }
      if found.count < WordScan.keptLimit, found.count == cursor.number { found.append(new) }
      word = new
    }
    cursor.number += 1
    return word.end <= end ? word : nil
  }

  private static let keptLimit = 32

  /// The first words that end at `end` or before, at most `limit` of them, which is 32 or less.
  mutating func first(_ limit: Int, before end: Int) -> ArraySlice<Word> {
    var cursor = Cursor()
    var count = 0
    while count < limit, next(&cursor, before: end) != nil { count += 1 }
    return found[..<count]
  }

  /// How many stems the content words have that end at `end` or before: at most `limit`, which is
  /// 2 or 3.
  mutating func stemCount(before end: Int, limit: Int) -> Int {
    var cursor = Cursor()
    var count = 0
    var first: UInt64 = 0
    var second: UInt64 = 0
    while count < limit, let word = next(&cursor, before: end) {
      guard word.role.contains(.content) else { continue }
      let stem = ContentWords.stem(text.view(word.range))
      if count > 0, stem == first || (count > 1 && stem == second) { continue }
      if count == 0 { first = stem } else { second = stem }
      count += 1
    }
    return count
  }

  /// Whether a content word has one of some stems.
  mutating func shares(_ stems: StemSet) -> Bool {
    var cursor = Cursor()
    while let word = next(&cursor, before: text.count) {
      if word.role.contains(.content), stems.contains(ContentWords.stem(text.view(word.range))) {
        return true
      }
    }
    return false
  }

  /// How many stems the content words have, and how many of them are in each of two sets.
  mutating func stemCounts(in first: StemSet, and second: StemSet) -> (all: Int, Int, Int) {
    stems.removeAll()
    var cursor = Cursor()
    while let word = next(&cursor, before: text.count) {
      if word.role.contains(.content) { stems.insert(ContentWords.stem(text.view(word.range))) }
    }
    return (stems.count, stems.sharedCount(first), stems.sharedCount(second))
  }

  // MARK: words

  /// The next word of a text from an index on, which moves behind it.
  static func next(_ text: ByteView, _ index: inout Int, _ roles: WordTable) -> Word? {
    var start = index
    while start < text.count, !ContentWords.isStart(text[start]) { start += 1 }
    guard start < text.count else {
      index = start
      return nil
    }
    var end = start
    let packed: PackedWord
    if let plain = WordScan.plain(text, start) {
      packed = plain
      end += plain.count
    } else {
      while end < text.count, ContentWords.continues(text[end]) { end += 1 }
      packed = PackedWord(lowering: text.view(start..<end))
    }
    index = end
    var role = WordRole(rawValue: roles.classes(packed))
    if ContentWords.carries(text.view(start..<end), role) { role.insert(.content) }
    return Word(start: UInt32(clamping: start), end: UInt32(clamping: end), role: role)
  }

  /// A word of ASCII that ends within 24 bytes, without a look at single bytes. It may be empty.
  @inline(__always) static func plain(_ text: ByteView, _ start: Int) -> PackedWord? {
    var parts: (UInt64, UInt64, UInt64) = (0, 0, 0)
    for part in 0..<3 {
      let index = start + part * 8
      guard index < text.count else { return nil }
      let bytes = text.word(at: index)
      let outside = WordScan.outside(bytes)
      let length = outside == 0 ? 8 : outside.trailingZeroBitCount >> 3
      var lowered = PackedWord.lowered(bytes)
      if length < 8 {
        // What goes on beyond ASCII is read byte by byte.
        if bytes >> UInt64(length * 8) & 0x80 != 0 { return nil }
        lowered &= 1 << UInt64(length * 8) - 1
      }
      switch part {
      case 0: parts.0 = lowered
      case 1: parts.1 = lowered
      default: parts.2 = lowered
      }
      if length < 8 {
        return PackedWord(
          low: parts.0, middle: parts.1, high: parts.2, count: part * 8 + length)
      }
    }
    return nil
  }

  /// The upper bit of each of eight bytes that is no letter or digit of ASCII.
  @inline(__always) private static func outside(_ word: UInt64) -> UInt64 {
    let high: UInt64 = 0x8080_8080_8080_8080
    let bytes = word & ~high
    let small = bytes | 0x2020_2020_2020_2020
    let isLetter = (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505)
    let isDigit = (bytes &+ 0x5050_5050_5050_5050) & ~(bytes &+ 0x4646_4646_4646_4646)
    return (~(isLetter | isDigit) | word) & high
  }
}
