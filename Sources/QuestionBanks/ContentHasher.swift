/// Hashes the contents of entries for ``EntryIdentifier``: FNV-1a over bank, text and context, each
/// normalized and followed by a zero byte.
///
/// A step of the hash waits for the one before it. Contents are therefore normalized into memory of
/// their own and hashed four side by side, which takes hardly longer than one.
struct ContentHasher {
  /// How many contents are normalized together; four at a time are hashed side by side.
  static let batchCount = 64

  static let basis: UInt64 = 14_695_981_039_346_656_037
  static let prime: UInt64 = 1_099_511_628_211

  /// The normalized contents, one after the other.
  private var bytes: [UInt8] = []
  /// How many of the bytes are in use.
  private var count = 0
  private var contents: [Range<Int>] = []
  /// The bank that was hashed last, and its hash.
  private var bank: (name: String, hash: UInt64)?

  /// The hashes of some entries.
  mutating func hashes(_ entries: ArraySlice<Entry>) -> [UInt64] {
    var hashes: [UInt64] = []
    contents.removeAll(keepingCapacity: true)
    count = 0
    for index in entries.indices {
      hashes.append(hash(bank: entries[index].bank))
      let start = count
      append(entries[index].text)
      append(entries[index].context)
      contents.append(start..<count)
    }
    mixContents(into: &hashes)
    return hashes
  }

  /// The hash of one content.
  mutating func hash(bank: String, text: String, context: String?) -> UInt64 {
    count = 0
    append(text)
    append(context)
    var hash = hash(bank: bank)
    for byte in bytes[..<count] { ContentHasher.mix(byte, into: &hash) }
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

  /// One of the four places: the content that is hashed there, and how far it is.
  private struct Lane {
    var number = 0
    var rest = ByteView()
    var hash: UInt64 = 0
  }

  /// Hashes the contents. A lane that has reached the end of one goes on with the next.
  private func mixContents(into hashes: inout [UInt64]) {
    bytes.withUnsafeBufferPointer { buffer in
      let bytes = ByteView(buffer)
      var lanes = (Lane(), Lane(), Lane(), Lane())
      var next = 0
      func fill(_ lane: inout Lane, _ hashes: inout [UInt64]) {
        guard lane.rest.isEmpty, next < contents.count else { return }
        lane = Lane(number: next, rest: bytes.view(contents[next]), hash: hashes[next])
        next += 1
      }
      func store(_ lane: Lane, _ hashes: inout [UInt64]) {
        if lane.rest.isEmpty, lane.number < hashes.count { hashes[lane.number] = lane.hash }
      }
      fill(&lanes.0, &hashes)
      fill(&lanes.1, &hashes)
      fill(&lanes.2, &hashes)
      fill(&lanes.3, &hashes)
      while true {
        let shared = min(
          min(lanes.0.rest.count, lanes.1.rest.count), min(lanes.2.rest.count, lanes.3.rest.count))
        guard shared > 0 else { break }
        ContentHasher.mix(shared, &lanes)
        store(lanes.0, &hashes)
        store(lanes.1, &hashes)
        store(lanes.2, &hashes)
        store(lanes.3, &hashes)
        fill(&lanes.0, &hashes)
        fill(&lanes.1, &hashes)
        fill(&lanes.2, &hashes)
        fill(&lanes.3, &hashes)
      }
      // No content is left for one of them: the others are hashed to their ends.
      for lane in [lanes.0, lanes.1, lanes.2, lanes.3] where !lane.rest.isEmpty {
        hashes[lane.number] = lane.rest.buffer.reduce(into: lane.hash) {
          ContentHasher.mix($1, into: &$0)
        }
      }
    }
  }

  /// Hashes as many bytes of each of the four lanes.
  @inline(__always) private static func mix(_ count: Int, _ lanes: inout (Lane, Lane, Lane, Lane)) {
    let (one, two, three, four) = (lanes.0.rest, lanes.1.rest, lanes.2.rest, lanes.3.rest)
    var (first, second) = (lanes.0.hash, lanes.1.hash)
    var (third, fourth) = (lanes.2.hash, lanes.3.hash)
    for index in 0..<count {
      mix(one[index], into: &first)
      mix(two[index], into: &second)
      mix(three[index], into: &third)
      mix(four[index], into: &fourth)
    }
    lanes.0.hash = first
    lanes.1.hash = second
    lanes.2.hash = third
    lanes.3.hash = fourth
    lanes.0.rest = one.view(from: count)
    lanes.1.rest = two.view(from: count)
    lanes.2.rest = three.view(from: count)
    lanes.3.rest = four.view(from: count)
  }

  /// Adds a text in version 1 of the normalization, and a zero byte.
  private mutating func append(_ text: String?) {
    var text = text ?? ""
    text.withUTF8 { text in
      // It gets no longer; whole words of eight bytes are written.
      let needed = count + text.count + 9
      if needed > bytes.count {
        bytes.append(
          contentsOf: repeatElement(0, count: max(needed, 2 * bytes.count) - bytes.count))
      }
      count += bytes.withUnsafeMutableBytes { buffer in
        ContentHasher.normalize(
          ByteView(text), into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
      }
    }
    bytes[count] = 0
    count += 1
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
