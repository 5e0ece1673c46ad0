import IndexStorage

/// Walks over postings.
extension SegmentReader {
  /// Calls `body` with the bytes of every term, in ascending order, and its entry.
  func forEachTerm(
    _ body: ([UInt8], TermEntry) throws(StorageError) -> Void
  ) throws(StorageError) {
    try dictionary.forEach(body)
  }

  /// Calls `body` with each posting's document and frequencies, one a field, until it says that it
  /// has enough.
  @inline(__always)
  func forEachPosting(
    of entry: TermEntry, _ body: (Int, UnsafeMutableBufferPointer<UInt32>) -> Bool
  ) throws(StorageError) {
    var frequencies = [UInt32](repeating: 0, count: meta.lengthWidths.count)
    var cursor = try postings(of: entry)
    try frequencies.withUnsafeMutableBufferPointer { frequencies throws(StorageError) in
      while let document = try cursor.advance(frequencies) {
        guard body(Int(document), frequencies) else { return }
      }
    }
  }
}
