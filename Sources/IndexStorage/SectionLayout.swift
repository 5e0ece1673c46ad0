/// Keeps account of what is written to a file: its sections' places and its pages' checksums.
struct SectionLayout: Sendable {
  private var sections: [(name: SectionName, offset: Int)] = []
  private var pages: [UInt32] = []
  /// The checksum of the page that is not yet full.
  private var checksum: UInt32 = 0
  /// Bytes of header and body so far.
  private(set) var length = FileLayout.headerLength

  mutating func begin(_ name: SectionName) {
    precondition(!sections.contains { $0.name == name }, "section \(name) stands there already")
    sections.append((name, length))
  }

  /// Notes bytes of the body.
  mutating func note(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes
    while !rest.isEmpty {
      let count = min(rest.count, FileLayout.pageLength - length % FileLayout.pageLength)
      checksum = CRC32C.checksum(
        UnsafeRawBufferPointer(rebasing: rest[..<count]), continuing: checksum)
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      length += count
      if length % FileLayout.pageLength == 0 { endPage() }
    }
  }

  private mutating func endPage() {
    pages.append(checksum)
    checksum = 0
  }

  /// The directory of a body that ends here.
  consuming func directory() -> [UInt8] {
    if length % FileLayout.pageLength != 0 { endPage() }
    var directory = ByteWriter()
    directory.fixed(UInt32(sections.count))
    directory.fixed(UInt32(pages.count))
    for (number, section) in sections.enumerated() {
      let end = number + 1 < sections.count ? sections[number + 1].offset : length
      directory.fixed(section.name.rawValue)
      directory.fixed(UInt64(section.offset))
      directory.fixed(UInt64(end - section.offset))
    }
    for page in pages { directory.fixed(page) }
    return directory.bytes
  }

  /// The header of a file whose body ends at `directoryOffset`, with that directory behind it.
  static func header(_ kind: FileKind, directoryOffset: Int, directory: [UInt8]) -> [UInt8] {
    var header = ByteWriter()
    header.raw(FileLayout.magic)
    header.fixed(FileLayout.version)
    header.fixed(kind.rawValue)
    header.fixed(UInt64(directoryOffset + directory.count))
    header.fixed(UInt64(directoryOffset))
    header.fixed(CRC32C.checksum(directory))
    header.fixed(CRC32C.checksum(header.bytes))
    return header.bytes
  }
}
