/// Writes sections to a file of an index folder as they come: nothing is held in memory.
///
/// The file has a temporary name until `finish`, which brings it to disk and renames it. A value
/// that is dropped before that removes its file.
package struct SectionedFileStream: ~Copyable, SectionOutput {
  private let folder: IndexFolder
  private let kind: FileKind
  private let file: OutputFile
  private var layout = SectionLayout()
  private let buffer: UnsafeMutableRawBufferPointer
  private var filled = 0
  /// Where the buffer's bytes go.
  private var offset = FileLayout.headerLength
  private var isFinished = false

  /// Bytes that are gathered before they are written.
  private static let bufferLength = 1 << 16

  /// Begins a file.
  ///
  /// - Parameter suffix: ends the name that the file has until it is whole: one by which the
  ///   index's owner knows what a dead writer left.
  package init(
    kind: FileKind, in folder: IndexFolder, suffix: String
  ) throws(StorageError) {
    self.kind = kind
    self.folder = folder
    buffer = .allocate(byteCount: Self.bufferLength, alignment: 16)
    do throws(StorageError) {
      file = try OutputFile(
        folder.path(of: IndexFolder.freshTemporaryName(suffix: suffix)), calls: folder.calls,
        mode: folder.mode)
    } catch {
      buffer.deallocate()
      throw error
    }
  }

  deinit {
    buffer.deallocate()
    if !isFinished { file.unlinkNow() }
  }

  package mutating func begin(_ name: SectionName) { layout.begin(name) }

  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    layout.note(bytes)
    try put(bytes)
  }

  private mutating func put(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    if filled + bytes.count > buffer.count { try flush() }
    guard bytes.count <= buffer.count else {
      try file.write(bytes, at: offset)
      offset += bytes.count
      return
    }
    UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]).copyMemory(from: bytes)
    filled += bytes.count
  }

  private mutating func flush() throws(StorageError) {
    try file.write(UnsafeRawBufferPointer(rebasing: buffer[..<filled]), at: offset)
    offset += filled
    filled = 0
  }

  /// Writes directory and header, brings the file to disk and gives it its name.
  ///
  /// - Parameter name: the file's name by its content hash.
  package mutating func finish(
    name: (UInt64) -> String
  ) throws(StorageError) -> SectionedFileStamp {
    let hash = try writeFrame()
    try file.sync()
    let name = name(hash)
    try file.rename(to: folder.path(of: name))
    isFinished = true
    try folder.syncNames()
    return SectionedFileStamp(name: name, length: offset, contentHash: hash)
  }

  /// Writes directory and header and maps the file, which keeps no name: the system frees it when
  /// the bytes or the process end.
  package mutating func finishWithoutName() throws(StorageError) -> FileBytes {
    _ = try writeFrame()
    // The value removes the name when it ends.
    return try FileBytes.map(file.path)
  }

  private mutating func writeFrame() throws(StorageError) -> UInt64 {
    let directoryOffset = layout.length
    let directory = layout.directory()
    layout = SectionLayout()
    try directory.withUnsafeBufferPointer { bytes throws(StorageError) in
      try put(UnsafeRawBufferPointer(bytes))
    }
    try flush()
    let header = SectionLayout.header(kind, directoryOffset: directoryOffset, directory: directory)
    try header.withUnsafeBufferPointer { bytes throws(StorageError) in
      try file.write(UnsafeRawBufferPointer(bytes), at: 0)
    }
    return directory.withUnsafeBytes { FNV1a.hash($0) }
  }
}
