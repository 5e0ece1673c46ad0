import IndexStorage

/// One term's postings in their section: where the blocks are, how high they can score, what they
/// hold. Layout in `Index/FORMAT.md`, "postings".
///
/// The memory belongs to the segment. Every value is checked before it is used as a place or a
/// count; what no writer makes is damage.
struct PostingsList {
  /// Documents that have the term; at least 1.
  let documentFrequency: Int
  let fieldCount: Int
  let documentCount: UInt32
  /// All of the term's bytes.
  private let bytes: UnsafeRawBufferPointer
  /// Where the table of blocks begins, and where the blocks do.
  private let skipsStart: Int
  private let blocksStart: Int
  private let tailStart: Int
  private let path: String
  private let base: Int

  /// Blocks of 128 documents; the tail is not among them.
  var blockCount: Int { documentFrequency / BitPacking.blockLength }
  /// Documents of the tail.
  var tailCount: Int { documentFrequency % BitPacking.blockLength }

  /// - Parameters:
  ///   - bytes: the term's postings, or what the dictionary holds of a term with one document.
  ///   - base: where they begin in the file `path`, for messages.
  init(
    _ bytes: UnsafeRawBufferPointer, documentFrequency: Int, fieldCount: Int,
    documentCount: UInt32, path: String, base: Int
  ) throws(StorageError) {
    self.bytes = bytes
    self.documentFrequency = documentFrequency
    self.fieldCount = fieldCount
    self.documentCount = documentCount
    self.path = path
    self.base = base
    let blockCount = documentFrequency / BitPacking.blockLength
    guard blockCount > 0 else {
      (skipsStart, blocksStart, tailStart) = (0, 0, 0)
      return
    }
    var reader = ByteReader(bytes, path: path, base: base)
    for _ in 0..<fieldCount { try ImpactFrontier.skip(&reader) }
    skipsStart = reader.offset
    try reader.skip(blockCount * Self.skipLength)
    blocksStart = reader.offset
    let length = bytes.loadUnaligned(
      fromByteOffset: blocksStart - 4, as: UInt32.self)
    try reader.skip(Int(UInt32(littleEndian: length)))
    tailStart = reader.offset
  }

  /// Where the parts of the term's bytes are, for `PostingsWalk`.
  struct Layout {
    let bytes: UnsafeRawPointer?
    let byteCount: Int
    let skipsStart: Int
    let blocksStart: Int
  }

  /// Valid as long as the segment.
  var layout: Layout {
    Layout(
      bytes: bytes.baseAddress, byteCount: bytes.count, skipsStart: skipsStart,
      blocksStart: blocksStart)
  }

  /// An error for blocks that no writer makes.
  var damaged: StorageError {
    .damaged(path: path, offset: base, what: "a block of postings cannot be")
  }

  /// Bytes of a block's entry in the table: its last document, its end.
  static let skipLength = 8

  /// The last document of a block.
  @inline(__always)
  func lastDocument(ofBlock block: Int) -> UInt32 {
    UInt32(
      littleEndian: bytes.loadUnaligned(
        fromByteOffset: skipsStart &+ block &* Self.skipLength, as: UInt32.self))
  }

  private func end(ofBlock block: Int) -> Int {
    blocksStart
      + Int(
        UInt32(
          littleEndian: bytes.loadUnaligned(
            fromByteOffset: skipsStart + block * Self.skipLength + 4, as: UInt32.self)))
  }

  private func reader(at start: Int, to end: Int) throws(StorageError) -> ByteReader {
    guard start <= end, end <= bytes.count else {
      throw .damaged(path: path, offset: base + skipsStart, what: "a block's place cannot be")
    }
    return ByteReader(
      UnsafeRawBufferPointer(rebasing: bytes[start..<end]), path: path, base: base + start)
  }

  private func reader(ofBlock block: Int) throws(StorageError) -> ByteReader {
    let start = block == 0 ? blocksStart : end(ofBlock: block - 1)
    return try reader(at: start, to: end(ofBlock: block))
  }

  /// The frontier of all of the term's postings in each field; none for a term without blocks.
  func frontiers() throws(StorageError) -> [ImpactFrontier] {
    guard blockCount > 0 else { return [] }
    var reader = try reader(at: 0, to: skipsStart)
    var frontiers: [ImpactFrontier] = []
    for _ in 0..<fieldCount { frontiers.append(try ImpactFrontier(&reader)) }
    return frontiers
  }

  /// The frontier of a block in each field.
  func frontiers(ofBlock block: Int) throws(StorageError) -> [ImpactFrontier] {
    var reader = try reader(ofBlock: block)
    _ = try reader.varint()
    var frontiers: [ImpactFrontier] = []
    for _ in 0..<fieldCount { frontiers.append(try ImpactFrontier(&reader)) }
    return frontiers
  }

  /// How many positions the term has before a block.
  func positionsBefore(block: Int) throws(StorageError) -> Int {
    var place = block == 0 ? blocksStart : end(ofBlock: block - 1)
    var value = 0
    for shift in stride(from: 0, to: 63, by: 7) {
      guard place < bytes.count else { throw damaged }
      let byte = bytes[place]
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      place += 1
    }
    throw damaged
  }

  /// Decodes a block into `buffer`.
  func decode(block: Int, into buffer: PostingsBuffer) throws(StorageError) {
    var reader = try reader(ofBlock: block)
    buffer.tail = nil
    buffer.positionsBefore = Int(truncatingIfNeeded: try reader.varint())
    for _ in 0..<fieldCount { try ImpactFrontier.skip(&reader) }
    let previous = block == 0 ? UInt32.max : lastDocument(ofBlock: block - 1)
    try reader.unpack(into: buffer.documentVectors)
    BitPacking.accumulate(buffer.documentVectors, behind: previous)
    for field in 0..<fieldCount {
      let column = buffer.frequencyVectors(field)
      try reader.unpack(into: column)
      if fieldCount == 1 { for index in 0..<32 { column[index] &+= 1 } }
    }
    guard BitPacking.maximum(buffer.documentVectors) < documentCount else {
      throw reader.damaged("a posting names a document that the segment does not have")
    }
    buffer.count = BitPacking.blockLength
  }

  /// Decodes what stands behind the blocks.
  func decodeTail(into buffer: PostingsBuffer) throws(StorageError) {
    buffer.positionsBefore = .max
    buffer.count = tailCount
    guard tailCount > 0 else { return }
    // With blocks before it the same bytes may be other documents.
    let decoded: PostingsBuffer.Tail? =
      blockCount > 0
      ? nil
      : bytes.baseAddress.map {
        PostingsBuffer.Tail(
          start: $0 + tailStart, byteCount: bytes.count - tailStart, count: tailCount)
      }
    if decoded != nil, buffer.tail == decoded { return }
    buffer.tail = nil
    var reader = try reader(at: tailStart, to: bytes.count)
    let previous = blockCount == 0 ? UInt32.max : lastDocument(ofBlock: blockCount - 1)
    var tail = PostingsTail(count: tailCount, fieldCount: fieldCount, previous: previous)
    try tail.decode(&reader, documentCount: documentCount, into: buffer)
    buffer.tail = decoded
  }
}
