/// Where terms stand, gathered in document order and given back term by term: one chain of bytes a
/// term in a shared arena.
///
/// An occurrence takes two to four bytes: a term's chain holds gaps, not numbers. Chains grow by
/// slices that double up to 4 KiB, so that a rare term wastes little and a frequent one is not
/// copied. The memory is freed with the value.
struct OccurrenceChains: ~Copyable {
  /// One term's chain, and what its last occurrence was.
  private struct Chain {
    var first: UnsafeMutablePointer<UInt8>?
    var next: UnsafeMutablePointer<UInt8>?
    /// Where the slice's data end; a pointer to the next slice follows.
    var end: UnsafeMutablePointer<UInt8>?
    /// Document times number of fields plus field plus one; 0 before the first occurrence.
    var key: UInt64 = 0
    var position: UInt32 = 0
    /// The last document plus one.
    var document: UInt32 = 0
    var documentFrequency: UInt32 = 0
  }

  private static let chunkLength = 1 << 20
  private static let linkLength = MemoryLayout<UInt>.size
  private static let firstSlice = 16
  private static let longestSlice = 4096

  private let fieldCount: UInt64
  private var chains: UnsafeMutablePointer<Chain>
  private var capacity = 1 << 10
  /// Terms that have a place; those of numbers at or above it have none yet.
  private var count = 0
  private var chunks: [UnsafeMutablePointer<UInt8>] = []
  private var free: UnsafeMutablePointer<UInt8>?
  private var freeLength = 0

  init(fieldCount: Int) {
    self.fieldCount = UInt64(fieldCount)
    chains = .allocate(capacity: capacity)
  }

  deinit {
    for chunk in chunks { chunk.deallocate() }
    chains.deallocate()
  }

  /// Bytes that are held.
  var byteCount: Int {
    chunks.count * Self.chunkLength + capacity * MemoryLayout<Chain>.stride
  }

  /// Makes places for terms of numbers below `termCount`.
  mutating func reserve(termCount: Int) {
    guard termCount > count else { return }
    if termCount > capacity {
      let larger = max(capacity * 2, termCount)
      let moved = UnsafeMutablePointer<Chain>.allocate(capacity: larger)
      moved.moveInitialize(from: chains, count: count)
      chains.deallocate()
      chains = moved
      capacity = larger
    }
    (chains + count).initialize(repeating: Chain(), count: termCount - count)
    count = termCount
  }

  /// Notes that a term stands at a position of a field of a document.
  ///
  /// Documents do not descend, nor fields within a document, nor positions within a field. The
  /// term has a place.
  mutating func append(term: UInt32, document: UInt32, field: Int, position: UInt32) {
    let chain = chains + Int(term)
    let key = UInt64(document) * fieldCount + UInt64(field) + 1
    if chain.pointee.key == key {
      write(UInt64(position - chain.pointee.position) << 1, to: chain)
    } else {
      if chain.pointee.document != document + 1 {
        chain.pointee.document = document + 1
        chain.pointee.documentFrequency += 1
      }
      write((key - chain.pointee.key) << 1 | 1, to: chain)
      write(UInt64(position), to: chain)
      chain.pointee.key = key
    }
    chain.pointee.position = position
  }

  /// In how many documents a term stands; 0 for one without occurrences.
  func documentFrequency(of term: UInt32) -> Int {
    Int(term) < count ? Int(chains[Int(term)].documentFrequency) : 0
  }

  /// A reader of a term's chain. It must not outlive this value.
  func reader(of term: UInt32) -> Reader {
    let chain = chains[Int(term)]
    return Reader(
      next: chain.first, end: chain.first.map { $0 + Self.firstSlice - Self.linkLength },
      last: chain.next, sliceLength: Self.firstSlice, fieldCount: fieldCount)
  }

  @inline(__always)
  private mutating func write(_ value: UInt64, to chain: UnsafeMutablePointer<Chain>) {
    var rest = value
    while rest >= 0x80 {
      write(UInt8(truncatingIfNeeded: rest) | 0x80, to: chain)
      rest >>= 7
    }
    write(UInt8(truncatingIfNeeded: rest), to: chain)
  }

  @inline(__always)
  private mutating func write(_ byte: UInt8, to chain: UnsafeMutablePointer<Chain>) {
    if chain.pointee.next == chain.pointee.end { grow(chain) }
    // A chain that has grown has a place for the next byte.
    chain.pointee.next.unsafelyUnwrapped.pointee = byte
    chain.pointee.next = chain.pointee.next.unsafelyUnwrapped + 1
  }

  @inline(never)
  private mutating func grow(_ chain: UnsafeMutablePointer<Chain>) {
    var length = Self.firstSlice
    if let end = chain.pointee.end {
      // The length of the slice that is full stands where its link will be.
      let full = UnsafeMutableRawPointer(end).loadUnaligned(as: UInt.self)
      length = min(Int(full) * 2, Self.longestSlice)
    }
    if freeLength < length {
      let chunk = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.chunkLength)
      chunks.append(chunk)
      free = chunk
      freeLength = Self.chunkLength
    }
    let slice = free.unsafelyUnwrapped
    free = slice + length
    freeLength -= length
    if let end = chain.pointee.end {
      UnsafeMutableRawPointer(end).storeBytes(of: UInt(bitPattern: slice), as: UInt.self)
    } else {
      chain.pointee.first = slice
    }
    chain.pointee.next = slice
    let end = slice + length - Self.linkLength
    UnsafeMutableRawPointer(end).storeBytes(of: UInt(length), as: UInt.self)
    chain.pointee.end = end
  }
}

extension OccurrenceChains {
  /// Gives back one term's occurrences in the order of appending.
  struct Reader {
    fileprivate var next: UnsafeMutablePointer<UInt8>?
    fileprivate var end: UnsafeMutablePointer<UInt8>?
    /// Behind the chain's last byte.
    fileprivate let last: UnsafeMutablePointer<UInt8>?
    fileprivate var sliceLength: Int
    fileprivate let fieldCount: UInt64
    private var key: UInt64 = 0
    private(set) var position: UInt32 = 0

    fileprivate init(
      next: UnsafeMutablePointer<UInt8>?, end: UnsafeMutablePointer<UInt8>?,
      last: UnsafeMutablePointer<UInt8>?, sliceLength: Int, fieldCount: UInt64
    ) {
      self.next = next
      self.end = end
      self.last = last
      self.sliceLength = sliceLength
      self.fieldCount = fieldCount
    }

    /// The document of the occurrence that `advance` came to.
    var document: UInt32 {
      UInt32(truncatingIfNeeded: fieldCount == 1 ? key - 1 : (key - 1) / fieldCount)
    }
    /// Its field.
    var field: Int { fieldCount == 1 ? 0 : Int((key - 1) % fieldCount) }

    /// What the next occurrence is beside the one before it.
    enum Step {
      /// There is none.
      case end
      /// In the same field of the same document.
      case sameField
      /// In another field or document.
      case otherField
    }

    /// Goes to the next occurrence.
    @inline(__always)
    mutating func advance() -> Step {
      guard next != last else { return .end }
      let value = varint()
      if value & 1 == 0 {
        position &+= UInt32(truncatingIfNeeded: value >> 1)
        return .sameField
      }
      key += value >> 1
      position = UInt32(truncatingIfNeeded: varint())
      return .otherField
    }

    @inline(__always)
    private mutating func varint() -> UInt64 {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while true {
        let byte = byte()
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return value }
        shift += 7
      }
    }

    @inline(__always)
    private mutating func byte() -> UInt8 {
      if next == end { follow() }
      let byte = next.unsafelyUnwrapped.pointee
      next = next.unsafelyUnwrapped + 1
      return byte
    }

    private mutating func follow() {
      let link = UnsafeMutableRawPointer(end.unsafelyUnwrapped).loadUnaligned(as: UInt.self)
      next = UnsafeMutablePointer(bitPattern: link)
      sliceLength = min(sliceLength * 2, OccurrenceChains.longestSlice)
      end = next.unsafelyUnwrapped + sliceLength - OccurrenceChains.linkLength
    }
  }
}
