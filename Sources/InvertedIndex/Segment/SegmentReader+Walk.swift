import IndexStorage

/// Walks over postings.
extension SegmentReader {
  /// Calls `body` with the bytes of every term, in ascending order, and its entry.
  func forEachTerm(
    _ body: ([UInt8], TermEntry) throws(StorageError) -> Void
  ) throws(StorageError) {
    var cursor = dictionary.terms()
    while try cursor.advance() {
      guard let entry = cursor.entry else { return }
      try body(cursor.term, entry)
    }
  }

  /// Calls `body` with each posting's document and frequencies, one a field, until it says that it
  /// has enough.
  @inline(__always)
  func forEachPosting(
    of entry: TermEntry, _ body: (Int, UnsafeMutableBufferPointer<UInt32>) -> Bool
  ) throws(StorageError) {
    let fieldCount = meta.lengthWidths.count
    let buffer = PostingsBuffer(fieldCount: fieldCount)
    var frequencies = [UInt32](repeating: 0, count: fieldCount)
    var cursor = PostingsCursor(try postings(of: entry), buffer)
    try frequencies.withUnsafeMutableBufferPointer { frequencies throws(StorageError) in
      while try cursor.advance() {
        for field in 0..<fieldCount { frequencies[field] = cursor.frequency(field) }
        guard body(Int(cursor.document), frequencies) else { return }
      }
    }
  }
}
