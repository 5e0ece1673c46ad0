/// Puts sections together into one file's bytes: header, body, directory with page checksums.
///
/// The layout is in `Index/FORMAT.md`; `SectionedFile` reads it.
public struct SectionedFileWriter: Sendable {
  private let kind: FileKind
  private var output = ByteWriter()
  private var sections: [(name: SectionName, offset: Int, length: Int)] = []

  /// An empty file of `kind`.
  public init(kind: FileKind) {
    self.kind = kind
    output.raw(repeatElement(0, count: FileLayout.headerLength))
  }

  /// Appends a section. Names must differ.
  public mutating func append(_ name: SectionName, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { append(name, $0) }
  }

  /// Appends a section. Names must differ.
  public mutating func append(_ name: SectionName, _ bytes: UnsafeRawBufferPointer) {
    precondition(!sections.contains { $0.name == name }, "section \(name) stands there already")
    sections.append((name, output.count, bytes.count))
    output.raw(bytes)
  }

  /// The complete file, and a 64-bit hash of its content to name it by.
  public consuming func finish() -> (bytes: [UInt8], contentHash: UInt64) {
    let directoryOffset = output.count
    let directory = makeDirectory(bodyEnd: directoryOffset)
    output.raw(directory)
    output.overwriteHeader(
      kind: kind, directoryOffset: directoryOffset, directoryChecksum: CRC32C.checksum(directory))
    // The directory holds every page's checksum and every section's place: its hash is the file's.
    let hash = directory.withUnsafeBytes { FNV1a.hash($0) }
    return (output.bytes, hash)
  }

  private func makeDirectory(bodyEnd: Int) -> [UInt8] {
    var directory = ByteWriter()
    let pages = SectionedFile.pageCount(bodyEnd: bodyEnd)
    directory.fixed(UInt32(sections.count))
    directory.fixed(UInt32(pages))
    for section in sections {
      directory.fixed(section.name.rawValue)
      directory.fixed(UInt64(section.offset))
      directory.fixed(UInt64(section.length))
    }
    output.bytes.withUnsafeBytes { bytes in
      for page in 0..<pages {
        let range = SectionedFile.pageRange(page, bodyEnd: bodyEnd)
        directory.fixed(CRC32C.checksum(UnsafeRawBufferPointer(rebasing: bytes[range])))
      }
    }
    return directory.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func overwriteHeader(
    kind: FileKind, directoryOffset: Int, directoryChecksum: UInt32
  ) {
    var header = ByteWriter()
    header.raw(FileLayout.magic)
    header.fixed(FileLayout.version)
    header.fixed(kind.rawValue)
    header.fixed(UInt64(count))
    header.fixed(UInt64(directoryOffset))
    header.fixed(directoryChecksum)
    header.fixed(CRC32C.checksum(header.bytes))
    for (index, byte) in header.bytes.enumerated() { overwrite(byte, at: index) }
  }
}
