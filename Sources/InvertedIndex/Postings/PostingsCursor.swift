import IndexStorage

/// Walks one term's postings in ascending document order, block by block.
struct PostingsCursor {
  private let list: PostingsList
  private let buffer: PostingsBuffer
  private var nextBlock = 0
  private var index = -1

  /// Begins before the first posting. The buffer is this cursor's as long as it is used.
  init(_ list: PostingsList, _ buffer: PostingsBuffer) {
    self.list = list
    self.buffer = buffer
    buffer.count = 0
  }

  /// Moves to the next posting; false behind the last.
  @inline(__always)
  mutating func advance() throws(StorageError) -> Bool {
    index &+= 1
    if index < buffer.count { return true }
    return try load()
  }

  private mutating func load() throws(StorageError) -> Bool {
    index = 0
    guard nextBlock <= list.blockCount else {
      buffer.count = 0
      return false
    }
    if nextBlock < list.blockCount {
      try list.decode(block: nextBlock, into: buffer)
    } else {
      try list.decodeTail(into: buffer)
    }
    nextBlock += 1
    return buffer.count > 0
  }

  /// The document that the cursor stands at.
  @inline(__always)
  var document: UInt32 { buffer.documents[index] }

  /// The frequency in a field.
  @inline(__always)
  func frequency(_ field: Int) -> UInt32 {
    buffer.frequencies[field &* BitPacking.blockLength &+ index]
  }

  /// The frequency over all fields together.
  var totalFrequency: UInt64 {
    var total: UInt64 = 0
    for field in 0..<list.fieldCount { total += UInt64(frequency(field)) }
    return total
  }
}
