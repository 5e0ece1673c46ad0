/// Where one term's postings are and which of them stand decoded: plain memory without references,
/// so that loops over it count none. The segment and a `PostingsBuffer` own what it points to.
///
/// Damage makes its methods give false; `PostingsList.decode` then says what is wrong.
struct PostingsWalk {
  /// All of the term's bytes.
  private let bytes: UnsafeRawPointer
  private let byteCount: Int
  private let skipsStart: Int
  private let blocksStart: Int
  private let blockCount: Int
  private let fieldCount: Int
  private let documentCount: UInt32
  /// The decoded documents, ascending; behind the last posting one that is above all.
  let documents: UnsafeMutablePointer<UInt32>
  /// Their frequencies, a column of 128 for each field; valid after `loadFrequencies`.
  let frequencies: UnsafeMutablePointer<UInt32>
  /// How many are decoded.
  private(set) var count = 0
  /// The posting that the walk stands at.
  var index = 0
  /// The block that is decoded next; the number of blocks: the tail; one more: nothing is left.
  private(set) var nextBlock = 0
  /// How many postings of a tail stand decoded.
  private var tailCount = 0
  /// Where the block's frequencies begin; 0: they are decoded.
  private var frequencyPlace = 0
  private var blockEnd = 0
  /// One field, and every frequency of the block is 1: there is nothing to load.
  private(set) var isOnes = false

  /// Above all documents.
  static let end = UInt32.max

  init(_ list: PostingsList, _ buffer: PostingsBuffer) {
    let layout = list.layout
    bytes = layout.bytes ?? UnsafeRawPointer(buffer.documents)
    byteCount = layout.byteCount
    skipsStart = layout.skipsStart
    blocksStart = layout.blocksStart
    blockCount = list.blockCount
    fieldCount = list.fieldCount
    documentCount = list.documentCount
    documents = buffer.documents
    frequencies = buffer.frequencies
    // Blocks are decoded into it.
    if blockCount > 0 { buffer.tail = nil }
  }

  /// The document that the walk stands at.
  @inline(__always)
  var document: UInt32 { documents[index] }

  /// Whether a block comes next, not the tail, which `PostingsList` decodes, nor the end.
  @inline(__always)
  var hasBlock: Bool { nextBlock < blockCount }

  /// The last document of those that are decoded.
  @inline(__always)
  var lastDocument: UInt32 { documents[count &- 1] }

  /// Takes over what `PostingsList.decodeTail` decoded.
  mutating func takeTail(_ number: Int) {
    nextBlock = blockCount + 1
    index = 0
    isOnes = false
    frequencyPlace = 0
    count = number
    tailCount = number
    for place in number..<BitPacking.blockLength { documents[place] = Self.end }
    if number == 0 { finish() }
  }

  /// Stands behind the last posting.
  mutating func finish() {
    isOnes = true
    // Behind a tail, which stays as it is, there is a document above all.
    if tailCount > 0 {
      index = tailCount
      count = tailCount + 1
      return
    }
    nextBlock = blockCount + 1
    documents[0] = Self.end
    count = 1
    index = 0
  }

  @inline(__always)
  private func skip(_ block: Int) -> UInt32 {
    UInt32(
      littleEndian: bytes.loadUnaligned(
        fromByteOffset: skipsStart &+ block &* PostingsList.skipLength, as: UInt32.self))
  }

  @inline(__always)
  private func place(_ block: Int) -> Int {
    block == 0
      ? blocksStart
      : blocksStart
        &+ Int(
          UInt32(
            littleEndian: bytes.loadUnaligned(
              fromByteOffset: skipsStart &+ block &* PostingsList.skipLength &- 4, as: UInt32.self))
        )
  }

  /// Steps over blocks that end below `target`. They must not all be decoded yet.
  @inline(__always)
  mutating func skipBlocks(below target: UInt32) {
    var step = 1
    var lower = nextBlock
    guard lower < blockCount, skip(lower) < target else { return }
    while lower + step < blockCount, skip(lower + step) < target {
      lower += step
      step *= 2
    }
    var upper = min(lower + step, blockCount)
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if skip(middle) < target { lower = middle } else { upper = middle }
    }
    nextBlock = upper
  }

  /// Decodes the documents of the next block, which is not the tail.
  mutating func loadBlock() -> Bool {
    let block = nextBlock
    let start = place(block)
    let end = place(block &+ 1)
    guard start <= end, end <= byteCount else { return false }
    blockEnd = end
    var place = start
    // The number of positions before, then the frontiers.
    guard skipVarints(1, &place, end) else { return false }
    for _ in 0..<fieldCount {
      guard place < end else { return false }
      let pairs = Int(bytes.load(fromByteOffset: place, as: UInt8.self))
      place &+= 1
      guard skipVarints(2 &* pairs, &place, end) else { return false }
    }
    let previous = block == 0 ? UInt32.max : skip(block &- 1)
    guard block == 0 || previous < documentCount else { return false }
    let vectors = UnsafeMutableRawPointer(documents).assumingMemoryBound(to: BitPacking.Vector.self)
    var widest: UInt32 = 0
    guard unpack(&place, end, vectors, &widest) else { return false }
    BitPacking.accumulate(vectors, behind: previous)
    // Gaps of up to 24 bits cannot come around at 32 bits.
    guard documents[127] < documentCount, documents[127] == skip(block),
      widest >> 24 == 0 && documentCount <= 1 << 31 || ascends(behind: previous)
    else { return false }
    frequencyPlace = place
    isOnes =
      fieldCount == 1 && place < end && bytes.load(fromByteOffset: place, as: UInt8.self) == 0
    nextBlock = block &+ 1
    count = BitPacking.blockLength
    index = 0
    return true
  }

  /// Decodes the frequencies that belong to the decoded documents, if they are not all 1.
  @inline(__always)
  mutating func loadFrequencies() -> Bool {
    isOnes || frequencyPlace == 0 || unpackFrequencies()
  }

  @inline(never)
  private mutating func unpackFrequencies() -> Bool {
    var place = frequencyPlace
    var widest: UInt32 = 0
    for field in 0..<fieldCount {
      let column = UnsafeMutableRawPointer(frequencies + field &* BitPacking.blockLength)
        .assumingMemoryBound(to: BitPacking.Vector.self)
      guard unpack(&place, blockEnd, column, &widest) else { return false }
      if fieldCount == 1 { for index in 0..<32 { column[index] &+= 1 } }
    }
    frequencyPlace = 0
    return true
  }

  private func ascends(behind previous: UInt32) -> Bool {
    var last = previous == .max ? -1 : Int64(previous)
    for index in 0..<BitPacking.blockLength {
      guard Int64(documents[index]) > last else { return false }
      last = Int64(documents[index])
    }
    return true
  }

  @inline(__always)
  private func skipVarints(_ number: Int, _ place: inout Int, _ end: Int) -> Bool {
    var rest = number
    // Eight bytes at a time: a varint ends where the highest bit is not set.
    while rest >= 8, end &- place >= 8 {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      rest &-= (~word & 0x8080_8080_8080_8080).nonzeroBitCount
      place &+= 8
    }
    while rest > 0 {
      guard place < end else { return false }
      if bytes.load(fromByteOffset: place, as: UInt8.self) < 0x80 { rest &-= 1 }
      place &+= 1
    }
    return true
  }

  /// A block of 128 integers as `PatchedBlock` lays it out; `widest` gets the bits that they may
  /// have.
  @inline(__always)
  private func unpack(
    _ place: inout Int, _ end: Int, _ target: UnsafeMutablePointer<BitPacking.Vector>,
    _ widest: inout UInt32
  ) -> Bool {
    guard place < end else { return false }
    let head = bytes.load(fromByteOffset: place, as: UInt8.self)
    let width = head & ~PatchedBlock.hasExceptions
    place &+= 1
    let length = 16 &* Int(width)
    guard width <= 32, end &- place >= length else { return false }
    BitPacking.unpack(width, bytes + place, target)
    place &+= length
    if width > 0 { widest |= UInt32.max >> UInt32(32 - width) }
    return head & PatchedBlock.hasExceptions == 0 || patch(&place, end, target, width, &widest)
  }

  private func patch(
    _ place: inout Int, _ end: Int, _ target: UnsafeMutablePointer<BitPacking.Vector>,
    _ width: UInt8, _ widest: inout UInt32
  ) -> Bool {
    let values = UnsafeMutableRawPointer(target).assumingMemoryBound(to: UInt32.self)
    guard place < end, width < 32 else { return false }
    let number = bytes.load(fromByteOffset: place, as: UInt8.self)
    place &+= 1
    for _ in 0..<number {
      guard let (index, value) = exception(&place, end) else { return false }
      let upper = UInt32(truncatingIfNeeded: value << UInt64(width))
      values[index] |= upper
      widest |= upper
    }
    return true
  }

  /// The place of an exception and what stands above the others' width; nil where it cannot be.
  @inline(__always)
  private func exception(_ place: inout Int, _ end: Int) -> (index: Int, upper: UInt64)? {
    guard place < end else { return nil }
    let index = Int(bytes.load(fromByteOffset: place, as: UInt8.self))
    place &+= 1
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard place < end, shift < 63 else { return nil }
      let byte = bytes.load(fromByteOffset: place, as: UInt8.self)
      place &+= 1
      value |= UInt64(byte & 0x7F) << shift
      shift &+= 7
      if byte < 0x80 { break }
    }
    return index < BitPacking.blockLength ? (index, value) : nil
  }

  /// The first place behind `index` whose document is not below `target`; the document at `index`
  /// is, and the last one is not.
  @inline(__always)
  func lowerBound(_ target: UInt32) -> Int {
    Self.lowerBound(target, in: documents, behind: index)
  }

  /// The first place behind `index` whose document is not below `target`; the document at `index`
  /// is, and the last one of the 128 is not.
  @inline(__always)
  static func lowerBound(
    _ target: UInt32, in documents: UnsafePointer<UInt32>, behind index: Int
  ) -> Int {
    var place = index
    while place &+ 8 < BitPacking.blockLength, documents[place &+ 7] < target { place &+= 8 }
    // What stands before `place` is below, too, and what stands behind the last above all.
    place = min(place, BitPacking.blockLength &- 8)
    place = documents[place &+ 3] < target ? place &+ 4 : place
    place = documents[place &+ 1] < target ? place &+ 2 : place
    return documents[place] < target ? place &+ 1 : place
  }
}
