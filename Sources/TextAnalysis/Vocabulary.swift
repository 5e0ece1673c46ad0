#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Terms with dense numbers, in order of first appearance: an open-addressing hash table over one
/// array of bytes.
///
/// The hash is seeded at random, so that no text can be made to collide; numbers do not depend on
/// it.
struct Vocabulary: ~Copyable {
  /// The longest term in bytes; what is longer is cut by the analyzer at a character.
  static let longestTerm = 255

  private(set) var count = 0
  private var bytes: UnsafeMutablePointer<UInt8>
  private var byteCapacity = 1 << 9
  private var ends: UnsafeMutablePointer<Int>
  private var hashes: UnsafeMutablePointer<UInt64>
  private var termCapacity = 1 << 6
  /// A term's number plus one; 0 is a free slot.
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotCount = 1 << 7
  private let seed: UInt64

  init() {
    bytes = .allocate(capacity: byteCapacity)
    ends = .allocate(capacity: termCapacity)
    hashes = .allocate(capacity: termCapacity)
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    seed = UInt64.random(in: .min ... .max)
  }

  deinit {
    bytes.deallocate()
    ends.deallocate()
    hashes.deallocate()
    slots.deallocate()
  }

  /// The bytes of a term.
  func term(_ id: UInt32) -> UnsafeBufferPointer<UInt8> {
    precondition(Int(id) < count, "no such term in this session")
    let start = start(of: id)
    return UnsafeBufferPointer(start: bytes + start, count: ends[Int(id)] - start)
  }

  private func start(of id: UInt32) -> Int { id == 0 ? 0 : ends[Int(id) - 1] }

  /// The number of the term with these bytes, which is new if none has them.
  mutating func number(of word: UnsafePointer<UInt8>, count length: Int) -> UInt32 {
    let hash = ByteHash.hash(word, count: length, seed: seed)
    var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
    while slots[slot] != 0 {
      let id = slots[slot] - 1
      if hashes[Int(id)] == hash {
        let known = start(of: id)
        if ends[Int(id)] - known == length, memcmp(bytes + known, word, length) == 0 { return id }
      }
      slot = (slot + 1) & (slotCount - 1)
    }
    return add(word, length, hash, slot)
  }

  private mutating func add(
    _ word: UnsafePointer<UInt8>, _ length: Int, _ hash: UInt64, _ slot: Int
  ) -> UInt32 {
    if count == termCapacity { growTerms() }
    let start = count == 0 ? 0 : ends[count - 1]
    if start + length > byteCapacity { growBytes(to: start + length) }
    (bytes + start).update(from: word, count: length)
    ends[count] = start + length
    hashes[count] = hash
    slots[slot] = UInt32(count + 1)
    count += 1
    if count * 2 > slotCount { growSlots() }
    return UInt32(count - 1)
  }

  private mutating func growTerms() {
    ends = ends.moved(count: count, toCapacity: termCapacity * 2)
    hashes = hashes.moved(count: count, toCapacity: termCapacity * 2)
    termCapacity *= 2
  }

  private mutating func growBytes(to needed: Int) {
    let used = count == 0 ? 0 : ends[count - 1]
    byteCapacity = max(byteCapacity * 2, needed)
    bytes = bytes.moved(count: used, toCapacity: byteCapacity)
  }

  private mutating func growSlots() {
    slots.deallocate()
    slotCount *= 2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    for id in 0..<count {
      var slot = Int(truncatingIfNeeded: hashes[id]) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt32(id + 1)
    }
  }
}

extension UnsafeMutablePointer {
  /// Moves the first elements to a larger allocation and frees this one.
  func moved(count: Int, toCapacity capacity: Int) -> UnsafeMutablePointer {
    let larger = UnsafeMutablePointer.allocate(capacity: capacity)
    larger.moveInitialize(from: self, count: count)
    deallocate()
    return larger
  }
}
