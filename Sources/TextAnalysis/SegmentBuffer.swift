/// One word of a compound while it is read: its folded bytes, and what each character was.
struct SegmentBuffer: ~Copyable {
  /// What a character was before folding, which tells where `camelCase` has its parts.
  enum Kind: UInt8 { case lower, upper, digit, other, apostrophe }

  /// One character: its kind, where its folded bytes begin, and where it begins in the text.
  struct Character {
    var kind: Kind
    var offset: UInt16
    var source: UInt32
  }

  /// The folded bytes, with room for one more character than a term holds.
  let bytes: UnsafeMutablePointer<UInt8>
  let characters: UnsafeMutablePointer<Character>
  /// The number of folded bytes.
  var byteCount = 0
  /// The number of characters.
  var count = 0
  /// The byte range in the text.
  var start = 0
  var end = 0
  var hasApostrophe = false
  /// Whether the word is longer than a term may be; what is too much was left out.
  var isCut = false
  /// The last character was a Greek letter.
  var endsInGreek = false

  private static let byteCapacity = 512

  init() {
    bytes = .allocate(capacity: Self.byteCapacity)
    characters = .allocate(capacity: Vocabulary.longestTerm + 1)
  }

  deinit {
    bytes.deallocate()
    characters.deallocate()
  }

  /// Begins a word at an offset in the text.
  mutating func reset(at start: Int) {
    byteCount = 0
    count = 0
    self.start = start
    end = start
    hasApostrophe = false
    isCut = false
    endsInGreek = false
  }

  /// Adds a character of which `length` bytes were written behind the last one.
  mutating func add(_ kind: Kind, bytes length: Int, at source: Int) {
    if isCut || byteCount + length > Vocabulary.longestTerm {
      isCut = true
      return
    }
    characters[count] = Character(
      kind: kind, offset: UInt16(byteCount), source: UInt32(truncatingIfNeeded: source))
    count += 1
    byteCount += length
  }

  /// Adds a character that folds to one byte.
  mutating func add(_ kind: Kind, _ byte: UInt8, at source: Int) {
    bytes[byteCount] = byte
    add(kind, bytes: 1, at: source)
  }

  /// Whether every character is a digit, or a point between digits.
  var isNumber: Bool { (0..<count).allSatisfy { characters[$0].kind == .digit } }

  /// Whether every byte is an ASCII letter.
  var isOneLetter: Bool { byteCount == 1 && ByteClass.isLetter(bytes[0]) }

  /// Drops characters from the end.
  mutating func removeLast(_ number: Int) {
    count -= number
    byteCount = count == 0 ? 0 : Int(characters[count].offset)
  }

  /// Whether the folded bytes are exactly this text.
  func equals(_ text: StaticString) -> Bool {
    StemBuffer(bytes: bytes, count: byteCount).equals(text, within: byteCount)
  }
}
