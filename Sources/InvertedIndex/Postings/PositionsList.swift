import IndexStorage

/// One term's positions: steps, to be read from any place on. Layout in `Index/FORMAT.md`,
/// "positions".
struct PositionsList {
  /// Steps in all: the sum of the term's frequencies.
  let count: Int
  private let bytes: UnsafeRawBufferPointer
  private let chunksStart: Int
  private let hasTable: Bool
  private let path: String
  private let base: Int

  private var chunkCount: Int { count / BitPacking.blockLength }

  /// The positions of a term with several documents.
  init(
    _ bytes: UnsafeRawBufferPointer, documentFrequency: Int, path: String, base: Int
  ) throws(StorageError) {
    var reader = ByteReader(bytes, path: path, base: base)
    let more = try reader.varint()
    guard let total = Int(exactly: more), total <= Int.max - documentFrequency else {
      throw reader.damaged("\(more) positions cannot be")
    }
    count = total + documentFrequency
    let chunkCount = count / BitPacking.blockLength
    guard chunkCount <= reader.remaining / 4 else { throw reader.damaged("positions are missing") }
    chunksStart = reader.offset + 4 * chunkCount
    self.bytes = bytes
    self.path = path
    self.base = base
    hasTable = true
  }

  /// The positions of a term with one document, which stand in the dictionary.
  init(
    inlined bytes: UnsafeRawBufferPointer, count: Int, path: String, base: Int
  ) {
    self.bytes = bytes
    self.count = count
    self.path = path
    self.base = base
    chunksStart = 0
    hasTable = false
  }

  /// A list without steps.
  static var none: PositionsList {
    PositionsList(
      inlined: UnsafeRawBufferPointer(start: nil, count: 0), count: 0, path: "", base: 0)
  }

  /// An error that names this list.
  func damaged(_ what: String) -> StorageError { .damaged(path: path, offset: base, what: what) }

  private func end(ofChunk chunk: Int) -> Int {
    chunksStart
      + Int(
        UInt32(
          littleEndian: bytes.loadUnaligned(
            fromByteOffset: chunksStart - 4 * (chunkCount - chunk), as: UInt32.self)))
  }

  /// Decodes the chunk that holds the steps from `128 * chunk` on; gives their number.
  ///
  /// `start` is where it begins, for a list without a table: 0 for the first chunk, else what the
  /// call for the one before gave as `end`.
  func decode(
    chunk: Int, from start: Int = 0, into target: UnsafeMutablePointer<BitPacking.Vector>
  ) throws(StorageError) -> (count: Int, end: Int) {
    guard chunk <= chunkCount else { return (0, start) }
    let lower = hasTable ? (chunk == 0 ? chunksStart : end(ofChunk: chunk - 1)) : start
    guard lower <= bytes.count else {
      throw damaged("positions are outside of their section")
    }
    var reader = ByteReader(
      UnsafeRawBufferPointer(rebasing: bytes[lower...]), path: path, base: base + lower)
    if chunk < chunkCount {
      try reader.unpack(into: target)
      return (BitPacking.blockLength, lower + reader.offset)
    }
    let rest = count % BitPacking.blockLength
    let steps = UnsafeMutableRawPointer(target).assumingMemoryBound(to: UInt32.self)
    guard rest > 0 else { return (0, lower) }
    let width = hasTable ? try reader.byte() : 0xFF
    if width == 0xFF {
      for index in 0..<rest { steps[index] = try reader.varint32() }
    } else {
      try reader.bits(count: rest, width: width, into: steps)
    }
    return (rest, lower + reader.offset)
  }
}
