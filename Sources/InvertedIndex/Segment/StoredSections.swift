import IndexStorage

/// Encodes the bytes that the caller stores with documents: blocks of sixteen, their lengths in
/// front. Nothing at all where no document has any.
struct StoredSections: ~Copyable {
  private(set) var stored = SectionStream()
  private(set) var offsets = SectionStream()
  private var lengths = ByteSink()
  private var waiting = ByteSink()
  private var count = 0
  private var hasBytes = false
  private var isFinished = false

  static let blockLength = 16

  /// No document has any.
  var isEmpty: Bool { !hasBytes }

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    lengths.varint(UInt64(bytes.count))
    waiting.raw(bytes)
    if !bytes.isEmpty { hasBytes = true }
    count += 1
    if count % Self.blockLength == 0 { writeBlock() }
  }

  private mutating func writeBlock() {
    offsets.sink.fixed(UInt64(stored.count))
    stored.sink.raw(lengths.bytes)
    stored.sink.raw(waiting.bytes)
    lengths.removeAll()
    waiting.removeAll()
  }

  /// Moves what has grown large to files in a folder.
  mutating func spill(to folder: IndexFolder) throws(StorageError) {
    try stored.spillIfLarge(to: folder)
    try offsets.spillIfLarge(to: folder)
  }

  /// Bytes that are held in memory.
  var byteCount: Int { stored.sink.capacity + offsets.sink.capacity }

  /// Ends the sections; nothing is appended afterwards.
  mutating func finish() {
    guard !isFinished else { return }
    isFinished = true
    if count % Self.blockLength != 0 { writeBlock() }
    guard !hasBytes else { return }
    stored.removeAll()
    offsets.removeAll()
  }
}

/// Finds the bytes that were stored with documents.
struct StoredReader: Sendable {
  private let file: SectionedFile
  private let stored: SectionedFile.Section
  private let offsets: SectionedFile.Section
  private let count: Int

  init(_ file: SectionedFile, documentCount: Int) throws(StorageError) {
    self.file = file
    count = documentCount
    stored = try file.section(SegmentSection.stored)
    offsets = try file.section(SegmentSection.storedOffsets)
    let blocks = documentCount.dividedRoundingUp(by: StoredSections.blockLength)
    guard offsets.length == 0 || offsets.length == 8 * blocks else {
      throw .damaged(
        path: file.path, offset: offsets.offset, what: "stored bytes do not fit the documents")
    }
  }

  /// A document's bytes and where they are in the file.
  func bytes(
    of document: Int
  ) throws(StorageError) -> (bytes: UnsafeRawBufferPointer, offset: Int) {
    guard offsets.length > 0 else { return (UnsafeRawBufferPointer(start: nil, count: 0), 0) }
    let block = document / StoredSections.blockLength
    let lower = try offset(ofBlock: block)
    let upper =
      8 * (block + 1) < offsets.length ? try offset(ofBlock: block + 1) : UInt64(stored.length)
    guard lower <= upper, upper <= UInt64(stored.length) else {
      throw .damaged(path: file.path, offset: offsets.offset, what: "an offset is wrong")
    }
    // Only the pages of the lengths and of this document's bytes are checked.
    let members = min(StoredSections.blockLength, count - block * StoredSections.blockLength)
    let head = min(Int(upper), Int(lower) + 10 * members)
    var reader = try file.reader(of: stored, in: Int(lower)..<head)
    var before: UInt64 = 0
    var length: UInt64 = 0
    for index in 0..<members {
      let value = try reader.varint()
      guard value <= upper - lower else { throw reader.damaged("a length runs past its block") }
      if index < document % StoredSections.blockLength { before += value }
      if index == document % StoredSections.blockLength { length = value }
    }
    let start = lower + UInt64(reader.offset) + before
    guard start + length <= upper else { throw reader.damaged("a length runs past its block") }
    return (
      try file.bytes(of: stored, in: Int(start)..<Int(start + length)), stored.offset + Int(start)
    )
  }

  private func offset(ofBlock block: Int) throws(StorageError) -> UInt64 {
    let bytes = try file.bytes(of: offsets, in: 8 * block..<8 * block + 8)
    return UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
  }
}
