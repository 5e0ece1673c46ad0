import IndexStorage

/// Decodes one block of the dictionary, term by term.
struct TermBlockWalk {
  /// The term of the entry that `next` gave last.
  private(set) var term: [UInt8]
  private var reader: ByteReader
  private var remaining: Int
  private var isFirst = true
  private var postingsOffset: UInt64

  /// Begins before the block's first term, `key`.
  init(
    key: UnsafeRawBufferPointer, reader: ByteReader, count: Int
  ) throws(StorageError) {
    term = Array(key)
    self.reader = reader
    remaining = count
    postingsOffset = try self.reader.varint()
  }

  /// The next entry, or nil behind the block's last. Values that no writer makes are damage.
  mutating func next(
    documentCount: Int, postingsLength: Int
  ) throws(StorageError) -> TermEntry? {
    guard remaining > 0 else { return nil }
    if !isFirst {
      let shared = try reader.varint()
      guard shared <= UInt64(term.count) else {
        throw reader.damaged("a term shares more than the one before it has")
      }
      let suffix = try reader.counted()
      term.removeSubrange(Int(shared)...)
      term.append(contentsOf: suffix)
      guard term.count <= SegmentLimit.termLength else {
        throw reader.damaged("a term has more than \(SegmentLimit.termLength) bytes")
      }
    }
    isFirst = false
    let documentFrequency = try reader.varint()
    let length = try reader.varint()
    guard documentFrequency >= 1, documentFrequency <= UInt64(documentCount) else {
      throw reader.damaged("a document frequency of \(documentFrequency) cannot be")
    }
    guard postingsOffset <= UInt64(postingsLength),
      length <= UInt64(postingsLength) - postingsOffset
    else { throw reader.damaged("a term's postings are outside of their section") }
    defer {
      postingsOffset += length
      remaining -= 1
    }
    return TermEntry(
      documentFrequency: Int(documentFrequency),
      postings: Int(postingsOffset)..<Int(postingsOffset + length))
  }
}
