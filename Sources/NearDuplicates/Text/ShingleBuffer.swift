/// The hashes of one text's shingles, in memory that is used again for the next.
///
/// A shingle's hash is ``XXHash64`` with seed 0 of its UTF-8 bytes, words with one blank between.
struct ShingleBuffer: ~Copyable {
  let shingling: Shingling
  private(set) var hashes: UnsafeMutablePointer<UInt64>
  private(set) var count = 0
  private var capacity = 1 << 10
  /// A table for finding what repeats, of twice the power of two that holds all.
  private var table: UnsafeMutablePointer<UInt64>

  /// Texts with more shingles than that are sorted to find what repeats, so that chosen hashes
  /// cannot make long chains.
  private static let largestTable = 1 << 11

  init(_ shingling: Shingling) {
    self.shingling = shingling
    hashes = .allocate(capacity: capacity)
    table = .allocate(capacity: Self.largestTable * 2)
  }

  deinit {
    hashes.deallocate()
    table.deallocate()
  }

  /// Replaces the contents by the hashes of all shingles of a text, repeated ones too, in order.
  ///
  /// Behind the text there must be ``AnalyzedTexts/slack`` readable bytes.
  @inline(__always)
  mutating func fill(_ text: UnsafeBufferPointer<UInt8>) {
    count = 0
    guard let base = text.baseAddress, text.count > 0 else { return }
    if text.count > capacity { grow(text.count) }
    switch shingling.unit {
    case .words: fillWords(base, text.count)
    case .characters:
      if isASCII(base, text.count) {
        fillBytes(base, text.count)
      } else {
        fillScalars(base, text.count)
      }
    }
  }

  private mutating func fillWords(_ text: UnsafePointer<UInt8>, _ length: Int) {
    // Where the last words began, the latest in `third`.
    var (first, second, third) = (0, 0, 0)
    var words = 0
    var at = 0
    while at <= length {
      if at == length || text[at] == 0x20 {
        words &+= 1
        if words >= shingling.width {
          let start = shingling.width == 3 ? first : shingling.width == 2 ? second : third
          hashes[count] = XXHash64.hash(text + start, at &- start)
          count &+= 1
        }
        (first, second, third) = (second, third, at &+ 1)
      }
      at &+= 1
    }
    if count == 0 { addWhole(text, length) }
  }

  private mutating func fillBytes(_ text: UnsafePointer<UInt8>, _ length: Int) {
    let width = shingling.width
    guard length >= width else { return addWhole(text, length) }
    let number = length &- width &+ 1
    let hashes = hashes
    if width == 5 {
      for start in 0..<number { hashes[start] = XXHash64.hashFive(text + start) }
    } else {
      for start in 0..<number { hashes[start] = XXHash64.hash(text + start, width) }
    }
    count = number
  }

  private mutating func fillScalars(_ text: UnsafePointer<UInt8>, _ length: Int) {
    var start = 0
    var end = 0
    for _ in 0..<shingling.width {
      guard end < length else { return addWhole(text, length) }
      end = nextScalar(text, end, length)
    }
    while true {
      hashes[count] = XXHash64.hash(text + start, end &- start)
      count &+= 1
      if end >= length { break }
      end = nextScalar(text, end, length)
      start = nextScalar(text, start, length)
    }
  }

  /// Where the scalar behind the one at an index begins; stray bytes belong to the one before.
  @inline(__always)
  private func nextScalar(_ text: UnsafePointer<UInt8>, _ index: Int, _ length: Int) -> Int {
    var next = index &+ 1
    while next < length, text[next] & 0xC0 == 0x80 { next &+= 1 }
    return next
  }

  private mutating func addWhole(_ text: UnsafePointer<UInt8>, _ length: Int) {
    hashes[0] = XXHash64.hash(text, length)
    count = 1
  }

  private func isASCII(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let raw = UnsafeRawPointer(text)
    var bits: UInt64 = 0
    var at = 0
    while at &+ 8 <= length {
      bits |= raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      at &+= 8
    }
    while at < length {
      bits |= UInt64(text[at])
      at &+= 1
    }
    return bits & 0x8080_8080_8080_8080 == 0
  }

  /// Drops what repeats; the order of what is left is that of first occurrence, or of the hashes in
  /// long texts.
  @inline(__always)
  mutating func makeDistinct() {
    guard count > 1 else { return }
    if count > Self.largestTable { return sortDistinct() }
    var size = 4
    while size < count &* 2 { size &<<= 1 }
    let table = table
    let hashes = hashes
    table.update(repeating: 0, count: size)
    let mask = size &- 1
    var kept = 0
    var hasZero = false
    for index in 0..<count {
      let hash = hashes[index]
      var slot = Int(truncatingIfNeeded: hash &>> 32) & mask
      while table[slot] != 0, table[slot] != hash { slot = (slot &+ 1) & mask }
      // Zero marks a free slot, so the hash zero is remembered apart.
      if table[slot] == hash, hash != 0 || hasZero { continue }
      if hash == 0 { hasZero = true }
      table[slot] = hash
      hashes[kept] = hash
      kept &+= 1
    }
    count = kept
  }

  @inline(never)
  private mutating func sortDistinct() {
    var all = UnsafeMutableBufferPointer(start: hashes, count: count)
    all.sort()
    var kept = 1
    for index in 1..<count where hashes[index] != hashes[kept - 1] {
      hashes[kept] = hashes[index]
      kept += 1
    }
    count = kept
  }

  @inline(never)
  private mutating func grow(_ needed: Int) {
    hashes.deallocate()
    capacity = max(needed, capacity * 2)
    hashes = .allocate(capacity: capacity)
  }
}
