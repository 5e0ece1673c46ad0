import IndexStorage

/// A section that is being made: in memory while it is small, then in a file without a name.
struct SectionStream: ~Copyable {
  /// What was not yet moved; encoders append here.
  var sink = ByteSink()
  private var spilled: SpillFile?
  private var spilledCount = 0

  /// Bytes that are moved together.
  static let largestInMemory = 2 << 20

  /// All bytes so far.
  var count: Int { spilledCount + sink.count }

  /// Moves the bytes to a file in the folder once they are many.
  mutating func spillIfLarge(to folder: IndexFolder) throws(StorageError) {
    guard sink.count >= Self.largestInMemory else { return }
    if spilled == nil {
      spilled = try SpillFile(in: folder, suffix: Manifest.segmentSuffix)
    }
    try spilled?.append(sink.bytes)
    spilledCount += sink.count
    sink.removeAll()
  }

  /// Empties the section.
  mutating func removeAll() {
    sink.removeAll()
    spilled = nil
    spilledCount = 0
  }

  /// Writes all bytes as a section of a file.
  func write<Output: SectionOutput & ~Copyable>(
    _ name: SectionName, to output: inout Output
  ) throws(StorageError) {
    output.begin(name)
    try spilled?.forEachPart { part throws(StorageError) in try output.write(part) }
    try output.write(sink.bytes)
  }
}
