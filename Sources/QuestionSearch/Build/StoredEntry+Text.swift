import IndexStorage

extension StoredEntry {
  /// The bytes of the question's text, without a copy; none where nothing was stored.
  static func text(_ reader: inout ByteReader) throws(StorageError) -> UnsafeRawBufferPointer {
    guard reader.remaining > 0 else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    try requireVersion(&reader)
    for _ in 0..<2 { _ = try reader.counted() }  // bank and file
    for _ in 0..<4 { _ = try reader.varint() }  // lines and bytes
    try reader.skip(2)  // kind and difficulty
    return try reader.counted()
  }
}
