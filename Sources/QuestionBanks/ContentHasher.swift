/// Hashes the contents of entries for ``EntryIdentifier``: FNV-1a over bank, text and context, each
/// normalized and followed by a zero byte.
///
/// A step of the hash waits for the one before it. Four contents are therefore normalized into
/// memory of their own and hashed side by side, which takes hardly longer than one.
struct ContentHasher {
  /// How many contents are hashed side by side.
  static let laneCount = 4

  private static let basis: UInt64 = 14_695_981_039_346_656_037
  private static let prime: UInt64 = 1_099_511_628_211

  /// The normalized contents, one after the other.
  private var bytes: [UInt8] = []
  /// The bank that was hashed last, and its hash.
  private var bank: (name: String, hash: UInt64)?

  /// The hashes of up to four entries.
  mutating func hashes(_ entries: ArraySlice<Entry>) -> SIMD4<UInt64> {
    var hashes = SIMD4<UInt64>()
    var lanes = [Range<Int>](repeating: 0..<0, count: ContentHasher.laneCount)
    bytes.removeAll(keepingCapacity: true)
    for (place, index) in entries.indices.prefix(ContentHasher.laneCount).enumerated() {
      hashes[place] = hash(bank: entries[index].bank)
      let start = bytes.count
      append(entries[index].text)
      append(entries[index].context)
      lanes[place] = start..<bytes.count
    }
    mix(lanes, into: &hashes)
    return hashes
  }

  /// The hash of one content.
  mutating func hash(bank: String, text: String, context: String?) -> UInt64 {
    bytes.removeAll(keepingCapacity: true)
    append(text)
    append(context)
    var hash = hash(bank: bank)
    for byte in bytes { ContentHasher.mix(byte, into: &hash) }
    return hash
  }

  /// The hash of a bank's name and a zero byte.
  private mutating func hash(bank name: String) -> UInt64 {
    if let bank, bank.name == name { return bank.hash }
    var hash = ContentHasher.basis
    for byte in name.utf8 { ContentHasher.mix(byte, into: &hash) }
    ContentHasher.mix(0, into: &hash)
    bank = (name, hash)
    return hash
  }

  @inline(__always) private static func mix(_ byte: UInt8, into hash: inout UInt64) {
    hash = (hash ^ UInt64(byte)) &* prime
  }

  /// Hashes ranges of the bytes side by side, as far as the shortest goes, then each to its end.
  private func mix(_ lanes: [Range<Int>], into hashes: inout SIMD4<UInt64>) {
    bytes.withUnsafeBufferPointer { buffer in
      let bytes = ByteView(buffer)
      let parts = lanes.map { bytes.view($0) }
      let shared = parts.reduce(Int.max) { min($0, $1.count) }
      var (first, second, third, fourth) = (hashes[0], hashes[1], hashes[2], hashes[3])
      let (one, two, three, four) = (parts[0], parts[1], parts[2], parts[3])
      for index in 0..<shared {
        ContentHasher.mix(one[index], into: &first)
        ContentHasher.mix(two[index], into: &second)
        ContentHasher.mix(three[index], into: &third)
        ContentHasher.mix(four[index], into: &fourth)
      }
      hashes = SIMD4(first, second, third, fourth)
      for (place, part) in parts.enumerated() {
        var hash = hashes[place]
        for index in shared..<part.count { ContentHasher.mix(part[index], into: &hash) }
        hashes[place] = hash
      }
    }
  }

  /// Adds a text in version 1 of the normalization, and a zero byte.
  private mutating func append(_ text: String?) {
    if var text {
      text.withUTF8 { appendNormalized(ByteView($0)) }
    }
    bytes.append(0)
  }

  private mutating func appendNormalized(_ text: ByteView) {
    let start = bytes.count
    // It gets no longer; whole words of eight bytes are written.
    bytes.append(contentsOf: repeatElement(0, count: text.count + 8))
    let count = bytes.withUnsafeMutableBytes { buffer in
      ContentHasher.normalize(text, into: UnsafeMutableRawBufferPointer(rebasing: buffer[start...]))
    }
    bytes.removeLast(bytes.count - start - count)
  }

  /// Writes the normalized bytes of a text, of which there are no more than it has, and returns
  /// their number. `output` has room for eight more.
  private static func normalize(
    _ text: ByteView, into output: UnsafeMutableRawBufferPointer
  ) -> Int {
    var count = 0
    var index = 0
    // Blanks at the beginning are dropped as those behind another are.
    var isBehindSpace = true
    while index < text.count {
      let end = min(index + 8, text.count)
      if end - index == 8 {
        let word = text.word(at: index)
        let spaces = zeroBytes(word ^ 0x2020_2020_2020_2020)
        let controls = (word &- 0x2020_2020_2020_2020) & ~word & highBits
        if controls | (spaces & (spaces << 8 | (isBehindSpace ? 0x80 : 0))) == 0 {
          output.storeBytes(
            of: PackedWord.lowered(word).littleEndian, toByteOffset: count, as: UInt64.self)
          isBehindSpace = spaces >> 63 != 0
          count += 8
          index = end
          continue
        }
      }
      while index < end {
        let isSpace = text[index] <= 0x20
        output[count] = isSpace ? 0x20 : Byte.lowered(text[index])
        if !(isSpace && isBehindSpace) { count += 1 }
        isBehindSpace = isSpace
        index += 1
      }
    }
    return isBehindSpace && count > 0 ? count - 1 : count
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The upper bit of each byte that is zero.
  @inline(__always) private static func zeroBytes(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~(((word & low) &+ low) | word | low)
  }
}
