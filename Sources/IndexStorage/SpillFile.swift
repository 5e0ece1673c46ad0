/// Bytes that have no room in memory, in a file without a name: the system frees it when the value
/// or the process ends, so that nothing is ever left behind.
package struct SpillFile: ~Copyable {
  private let file: OutputFile
  /// Bytes so far.
  package private(set) var count = 0

  /// Makes a file in a folder that may be written to.
  ///
  /// - Parameter suffix: ends the name that the file has for a moment: one by which the index's
  ///   owner knows what a dead writer left.
  package init(in folder: IndexFolder, suffix: String) throws(StorageError) {
    file = try OutputFile(
      folder.path(of: IndexFolder.freshTemporaryName(suffix: suffix)), calls: folder.calls,
      mode: folder.mode)
    file.unlinkNow()
  }

  /// Appends bytes.
  package mutating func append(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    try file.write(bytes, at: count)
    count += bytes.count
  }

  /// Gives all bytes in the order of appending.
  package func forEachPart(
    _ body: (UnsafeRawBufferPointer) throws(StorageError) -> Void
  ) throws(StorageError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(max(count, 1), 1 << 18), alignment: 16)
    defer { buffer.deallocate() }
    var offset = 0
    while offset < count {
      let part = UnsafeMutableRawBufferPointer(
        rebasing: buffer[..<min(buffer.count, count - offset)])
      try file.read(into: part, at: offset)
      try body(UnsafeRawBufferPointer(part))
      offset += part.count
    }
  }
}
