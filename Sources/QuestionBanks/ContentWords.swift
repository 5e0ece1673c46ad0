/// The words of a text that carry its subject, cut to crude stems: enough to see whether a question
/// goes on with the subject of the line above it.
enum ContentWords {
  /// Stems of the words that are neither function words nor common in all questions.
  static func of(_ text: ByteView) -> StemSet {
    var stems = StemSet()
    var index = 0
    let roles = WordRole.table
    while let word = WordScan.next(text, &index, roles) {
      if word.role.contains(.content) { stems.insert(stem(text.view(word.range))) }
    }
    return stems
  }

  /// How many stems of a set a text has, at most `limit`. No stem of it counts twice.
  static func sharedCount(_ text: ByteView, _ stems: StemSet, limit: Int) -> Int {
    var shared = StemSet()
    var index = 0
    let roles = WordRole.table
    while shared.count < limit, let word = WordScan.next(text, &index, roles) {
      guard word.role.contains(.content) else { continue }
      let stem = stem(text.view(word.range))
      if stems.contains(stem) { shared.insert(stem) }
    }
    return shared.count
  }

  /// Whether a byte begins a word: marks of U+0080…U+00BF and U+2000…U+2FFF do not.
  @inline(__always) static func isStart(_ byte: UInt8) -> Bool {
    Byte.isWord(byte) && (byte < 0x80 || byte >= 0xC3) && byte != 0xE2
  }

  /// Whether a byte goes on with a word.
  @inline(__always) static func continues(_ byte: UInt8) -> Bool {
    Byte.isWord(byte) && byte != 0xE2
  }

  /// Whether a word carries a subject, given the lists that have it.
  @inline(__always) static func carries(_ word: ByteView, _ role: WordRole) -> Bool {
    if role.contains(.ignored) { return false }
    // Words of one or two letters carry nothing, those with a figure do.
    guard word.count < 3, word.allSatisfy({ $0 < 0x80 }) else { return true }
    return word.count == 2 && word.contains(where: Byte.isDigit)
  }

  /// The stem of a word as a number.
  static func stem(_ word: ByteView) -> UInt64 {
    guard ByteSearch.firstWide(word, 0..<word.count) == word.count else {
      return key(stem(String(decoding: word.lazy.map(Byte.lowered), as: UTF8.self)))
    }
    // As ``stem(_:)-(String)`` cuts it.
    let length = min(stemEnd(word), stemLength)
    let letters = PackedWord.lowered(word.word(at: 0)).byteSwapped
    return length > 0 ? letters >> UInt64(64 - length * 8) : 0
  }

  /// The length of a word of ASCII without its ending.
  private static func stemEnd(_ word: ByteView) -> Int {
    let last = word[word.count - 1] | 0x20
    // The letters `d e g l n r s y`, with which endings end.
    guard last >= 0x60, last < 0x80, lastLetters >> UInt32(last & 0x1F) & 1 != 0 else {
      return word.count
    }
    // The end of the word, its last byte in the upper bits.
    let tail = PackedWord.lowered(
      word.count >= 8
        ? word.word(at: word.count - 8) : word.word(at: 0) << UInt64((8 - word.count) * 8))
    let group = Int(last & 0x1F)
    let table = packedEndings
    for place in Int(table.starts[group])..<Int(table.starts[group + 1]) {
      let ending = table.endings[place]
      guard word.count > ending.count + 2 else { continue }
      guard tail & ending.mask == ending.letters else { continue }
      let start = word.count - ending.count
      let isDoubled = start > 3 && Byte.lowered(word[start - 1]) == Byte.lowered(word[start - 2])
      return isDoubled ? start - 1 : start
    }
    return word.count
  }

  private static let lastLetters: UInt32 =
    1 << 4 | 1 << 5 | 1 << 7 | 1 << 12 | 1 << 14 | 1 << 18 | 1 << 19 | 1 << 25

  /// An ending as it stands in the upper bits of a word's last eight bytes.
  private struct PackedEnding {
    var count: Int
    var letters: UInt64
    var mask: UInt64
  }

  /// The endings by the last five bits of their last letters: those of a letter lie from its start
  /// to the next one's. Made once, never freed or changed.
  private nonisolated(unsafe) static let packedEndings:
    (starts: UnsafePointer<UInt8>, endings: UnsafePointer<PackedEnding>) = {
      let starts = UnsafeMutablePointer<UInt8>.allocate(capacity: 33)
      let packed = UnsafeMutablePointer<PackedEnding>.allocate(capacity: endings.count)
      var count = 0
      for letter in 0..<32 {
        starts[letter] = UInt8(clamping: count)
        for ending in endings.map({ Array($0.utf8) })
        where Int(ending[ending.count - 1] & 0x1F) == letter {
          let letters = ending.reduce(UInt64(0)) { $0 >> 8 | UInt64($1) << 56 }
          (packed + count).initialize(
            to: PackedEnding(
              count: ending.count, letters: letters,
              mask: ~UInt64(0) << UInt64((8 - ending.count) * 8)))
          count += 1
        }
      }
      starts[32] = UInt8(clamping: count)
      return (UnsafePointer(starts), UnsafePointer(packed))
    }()

  /// A stem as one word: its bytes where they are few and ASCII, else a hash of the text.
  private static func key(_ stem: String) -> UInt64 {
    guard stem.utf8.count <= stemLength, stem.utf8.allSatisfy({ $0 < 0x80 }) else {
      return UInt64(truncatingIfNeeded: stem.hashValue) | 1 << 63
    }
    return stem.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// `duplicate` and `duplication` agree in this many characters.
  private static let stemLength = 6

  private static let endings = [
    "izations", "ization", "isation", "ations", "ation", "ings", "ing", "ies", "ive", "ions", "ion",
    "ence", "ed", "es", "er", "al", "s", "e", "y",
  ]

  static func stem(_ word: String) -> String {
    for ending in endings where word.count > ending.count + 2 && word.hasSuffix(ending) {
      let cut = word.dropLast(ending.count)
      // `running` → `run`, `plotted` → `plot`.
      let letters = Array(cut.utf8)
      let isDoubled = letters.count > 3 && letters[letters.count - 1] == letters[letters.count - 2]
      return String(cut.dropLast(isDoubled ? 1 : 0).prefix(stemLength))
    }
    return String(word.prefix(stemLength))
  }

  static let ignored = Set(
    """
    the and for are was were what why how when where which who whom whose does did can could would
    should will shall may might must have has had you your yours our ours their theirs his her its
    they them this these that those there here with without from into onto about over under than
    then
    not but also only just some any all each every both more most less least other another one two
    three first second many much such same own very too between among during after before while
    because since until again whether being been him she let say get gets got make makes made
    take takes
    give gives given name list explain describe define derive show find write draw use uses used
    using want wants need needs know like likely likelihood happen happens work works mean means
    example examples problem problems question questions answer answers model models data dataset
    datasets method methods value values number numbers difference differences different difficulty
    training train learning neural network networks machine system systems time times case cases
    way ways thing things kind type types function functions algorithm algorithms set sets
    motivation
    purpose cause causes affect affects effect help helps change changes better best good well
    advantages disadvantages pros cons compare suppose imagine assume consider calculate probability
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
