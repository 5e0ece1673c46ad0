import IndexStorage

/// Walks one term's postings in ascending document order. Each step decodes one posting.
struct PostingsCursor {
  private var reader: ByteReader
  private let documentCount: UInt32
  private let fieldCount: Int
  private var remaining: Int
  private var next: UInt64 = 0

  /// Begins before the first of `count` postings.
  init(_ reader: ByteReader, count: Int, documentCount: UInt32, fieldCount: Int) {
    self.reader = reader
    self.documentCount = documentCount
    self.fieldCount = fieldCount
    remaining = count
  }

  /// Moves to the next posting, writes its frequency for each field, and gives its document; nil
  /// behind the last. Values that no writer makes are damage.
  @inline(__always)
  mutating func advance(
    _ frequencies: UnsafeMutableBufferPointer<UInt32>
  ) throws(StorageError) -> UInt32? {
    guard remaining > 0 else { return nil }
    remaining &-= 1
    let document = next &+ UInt64(try reader.varint32())
    guard document < UInt64(documentCount) else {
      throw reader.damaged("a posting names document \(document) of \(documentCount)")
    }
    next = document &+ 1
    let mask = try reader.varint()
    guard mask != 0, mask >> UInt64(fieldCount) == 0 else {
      throw reader.damaged("a posting names fields that the index does not have")
    }
    for field in 0..<fieldCount {
      guard mask >> UInt64(field) & 1 == 1 else {
        frequencies[field] = 0
        continue
      }
      let frequency = try reader.varint32()
      guard frequency < UInt32.max else { throw reader.damaged("a frequency is above 32 bits") }
      frequencies[field] = frequency &+ 1
    }
    return UInt32(truncatingIfNeeded: document)
  }
}
