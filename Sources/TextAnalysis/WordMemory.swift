#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What came of the words already seen, by their bytes: a bounded cache before the slow analysis.
///
/// It never changes what is found, only how fast. Words of up to 16 bytes are held inside their
/// entry. A full memory is emptied, and a probe looks at a few slots only, so that no text makes it
/// large or slow.
struct WordMemory: ~Copyable {
  /// Words longer than this, in bytes, are not remembered.
  static let longestWord = 64

  /// How many slots a probe looks at.
  static let probeLimit = 8

  private static let mostSlots = 1 << 18

  /// One remembered word.
  struct Entry {
    /// The first eight bytes of the word; of a word over 16 bytes, its hash.
    var low: UInt64
    /// The next eight bytes; of a word over 16 bytes, where it is in the array of long words.
    var high: UInt64
    /// The term of a word that is one token, else where its tokens are.
    var value: UInt32
    /// The length of the word in bytes; 0 marks a free slot.
    var length: UInt8
    /// How many tokens there are, or `single`.
    var tokens: UInt8
    /// By how many positions the word advances.
    var positions: UInt8
  }

  /// The `tokens` of a word that is one token from its first to its last byte.
  static let single: UInt8 = 255

  /// A token of a remembered word, relative to it.
  struct Pattern {
    var term: UInt32
    var position: UInt8
    var start: UInt8
    var end: UInt8
  }

  private(set) var entries: UnsafeMutablePointer<Entry>
  private(set) var slotCount = 1 << 7
  private(set) var patterns: UnsafeMutablePointer<Pattern>
  private var patternCount = 0
  private var patternCapacity = 1 << 6
  private var longWords: UnsafeMutablePointer<UInt8>
  private var longCount = 0
  private var longCapacity = 1 << 8
  private var count = 0
  let seed = UInt64.random(in: .min ... .max)

  private static let free = Entry(low: 0, high: 0, value: 0, length: 0, tokens: 0, positions: 0)

  init() {
    entries = .allocate(capacity: slotCount)
    entries.initialize(repeating: Self.free, count: slotCount)
    patterns = .allocate(capacity: patternCapacity)
    longWords = .allocate(capacity: longCapacity)
  }

  deinit {
    entries.deallocate()
    patterns.deallocate()
    longWords.deallocate()
  }

  /// The key of a word: its bytes in two integers, and the slot where a probe begins.
  struct Key {
    var low: UInt64
    var high: UInt64
    var hash: UInt64
  }

  /// The key of a word of 1 to 64 bytes; `available` bytes may be read from its start.
  @inline(__always)
  static func key(
    _ word: UnsafePointer<UInt8>, count: Int, available: Int, seed: UInt64
  ) -> Key {
    if count > 16 { return longKey(word, count, seed) }
    var low: UInt64
    var high: UInt64
    if available >= 16 {
      let raw = UnsafeRawPointer(word)
      low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
      high = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      if count >= 8 {
        // A shift by 64 gives 0.
        high &= ~(UInt64.max << UInt64((count - 8) * 8))
      } else {
        low &= ~(UInt64.max << UInt64(count * 8))
        high = 0
      }
    } else {
      (low, high) = (0, 0)
      for i in 0..<min(count, 8) { low |= UInt64(word[i]) << UInt64(i * 8) }
      for i in min(count, 8)..<count { high |= UInt64(word[i]) << UInt64((i - 8) * 8) }
    }
    let hash = ByteHash.fold(low ^ seed, ByteHash.multiplier ^ high)
    return Key(low: low, high: high, hash: hash)
  }

  @inline(never)
  private static func longKey(_ word: UnsafePointer<UInt8>, _ count: Int, _ seed: UInt64) -> Key {
    let hash = ByteHash.hash(word, count: count, seed: seed)
    return Key(low: hash, high: 0, hash: hash)
  }

  /// The entry of a word, or `nil` where it is not remembered.
  @inline(__always)
  func find(_ key: Key, _ word: UnsafePointer<UInt8>, count: Int)
    -> UnsafeMutablePointer<Entry>?
  {
    let mask = slotCount &- 1
    var slot = Int(truncatingIfNeeded: key.hash) & mask
    for _ in 0..<Self.probeLimit {
      let entry = entries + slot
      if entry.pointee.low == key.low && Int(entry.pointee.length) == count {
        if count <= 16 {
          if entry.pointee.high == key.high { return entry }
        } else if memcmp(longWords + Int(entry.pointee.high), word, count) == 0 {
          return entry
        }
      } else if entry.pointee.length == 0 {
        return nil
      }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// Remembers the tokens of a word; offsets and positions are relative to the given origin.
  mutating func insert(
    _ key: Key, _ word: UnsafePointer<UInt8>, count length: Int,
    tokens: UnsafeBufferPointer<Token>, at origin: Token, positions: Int
  ) {
    guard tokens.count < Int(Self.single), positions <= 255 else { return }
    if count * 2 >= slotCount { grow() }
    var slot = Int(truncatingIfNeeded: key.hash) & (slotCount - 1)
    var probes = 0
    while entries[slot].length != 0 {
      probes += 1
      if probes == Self.probeLimit { return }
      slot = (slot + 1) & (slotCount - 1)
    }
    var entry = Entry(
      low: key.low, high: key.high, value: 0, length: UInt8(length),
      tokens: UInt8(tokens.count), positions: UInt8(positions))
    if length > 16 { entry.high = UInt64(store(word, length)) }
    if let token = tokens.first, tokens.count == 1, positions == 1, token.start == origin.start,
      Int(token.end - token.start) == length
    {
      entry.tokens = Self.single
      entry.value = token.term
    } else {
      entry.value = store(tokens, origin)
    }
    entries[slot] = entry
    count += 1
  }

  private mutating func store(_ word: UnsafePointer<UInt8>, _ length: Int) -> Int {
    if longCount + length > longCapacity {
      longWords = longWords.moved(count: longCount, toCapacity: longCapacity * 2)
      longCapacity *= 2
    }
    (longWords + longCount).update(from: word, count: length)
    longCount += length
    return longCount - length
  }

  private mutating func store(_ tokens: UnsafeBufferPointer<Token>, _ origin: Token) -> UInt32 {
    while patternCount + tokens.count > patternCapacity {
      patterns = patterns.moved(count: patternCount, toCapacity: patternCapacity * 2)
      patternCapacity *= 2
    }
    for token in tokens {
      patterns[patternCount] = Pattern(
        term: token.term, position: UInt8(token.position - origin.position),
        start: UInt8(token.start - origin.start), end: UInt8(token.end - origin.start))
      patternCount += 1
    }
    return UInt32(patternCount - tokens.count)
  }

  /// Doubles the table, or empties it where it may not grow.
  private mutating func grow() {
    let old = entries
    let oldCount = slotCount
    let isFull = slotCount >= Self.mostSlots
    if !isFull { slotCount *= 2 }
    entries = .allocate(capacity: slotCount)
    entries.initialize(repeating: Self.free, count: slotCount)
    count = 0
    if isFull {
      patternCount = 0
      longCount = 0
    } else {
      for i in 0..<oldCount where old[i].length != 0 { reinsert(old[i]) }
    }
    old.deallocate()
  }

  private mutating func reinsert(_ entry: Entry) {
    let hash =
      entry.length > 16
      ? entry.low : ByteHash.fold(entry.low ^ seed, ByteHash.multiplier ^ entry.high)
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    for _ in 0..<Self.probeLimit {
      if entries[slot].length == 0 {
        entries[slot] = entry
        count += 1
        return
      }
      slot = (slot + 1) & (slotCount - 1)
    }
  }
}
