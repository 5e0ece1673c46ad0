extension SectionedFile {
  /// The checked contents of a header.
  struct Header {
    let directoryOffset: Int
    let directoryChecksum: UInt32
  }

  /// Reads a header, telling foreign, newer, cut, extended and damaged files apart.
  static func readHeader(
    _ file: FileBytes, expecting kind: FileKind
  ) throws(StorageError) -> Header {
    let bytes = file.bytes
    let path = file.path
    let magic = FileLayout.magic
    guard bytes.count >= magic.count, bytes.prefix(magic.count).elementsEqual(magic) else {
      throw .foreign(path: path)
    }
    guard bytes.count >= FileLayout.headerLength else {
      throw .truncated(
        path: path, expected: UInt64(FileLayout.headerLength), found: UInt64(bytes.count))
    }
    var reader = ByteReader(bytes, path: path, base: 0)
    try reader.skip(magic.count)
    let version: UInt32 = try reader.fixed()
    let foundKind: UInt32 = try reader.fixed()
    let length: UInt64 = try reader.fixed()
    let directoryOffset: UInt64 = try reader.fixed()
    let directoryChecksum: UInt32 = try reader.fixed()
    let checksum: UInt32 = try reader.fixed()
    // The place of the checksum is the same in every version, so that a damaged version number is
    // not taken for a newer program's file.
    let covered = UnsafeRawBufferPointer(rebasing: bytes[..<FileLayout.headerChecksumOffset])
    guard CRC32C.checksum(covered) == checksum else {
      throw .damaged(path: path, offset: 0, what: "the header's checksum is wrong")
    }
    guard version <= FileLayout.version else {
      throw .tooNew(path: path, found: version, supported: FileLayout.version)
    }
    guard version >= FileLayout.oldestVersion else {
      throw .tooOld(path: path, found: version, oldest: FileLayout.oldestVersion)
    }
    guard foundKind == kind.rawValue else {
      throw .wrongKind(path: path, expected: kind, found: foundKind)
    }
    let found = UInt64(bytes.count)
    guard found >= length else { throw .truncated(path: path, expected: length, found: found) }
    guard found == length else { throw .extended(path: path, expected: length, found: found) }
    guard directoryOffset >= UInt64(FileLayout.headerLength), directoryOffset <= length else {
      throw .damaged(path: path, offset: 24, what: "the directory is outside of the file")
    }
    return Header(directoryOffset: Int(directoryOffset), directoryChecksum: directoryChecksum)
  }

  /// Reads the section table and finds the list of page checksums (its offset in the file).
  static func readDirectory(
    _ directory: UnsafeRawBufferPointer, path: String, base: Int
  ) throws(StorageError) -> (
    sections: [NamedSection], pages: Int, checksumsOffset: Int
  ) {
    var reader = ByteReader(directory, path: path, base: base)
    let sectionCount = Int(try reader.fixed(UInt32.self))
    let pages = Int(try reader.fixed(UInt32.self))
    guard pages == pageCount(bodyEnd: base), sectionCount <= FileLayout.sectionLimit,
      reader.remaining == sectionCount * FileLayout.sectionEntryLength + 4 * pages
    else { throw reader.damaged("the directory has another length than its counts say") }
    var sections: [NamedSection] = []
    for _ in 0..<sectionCount {
      let name = SectionName(rawValue: try reader.fixed())
      let offset: UInt64 = try reader.fixed()
      let length: UInt64 = try reader.fixed()
      guard offset >= UInt64(FileLayout.headerLength), offset <= UInt64(base),
        length <= UInt64(base) - offset
      else { throw reader.damaged("section '\(name)' is outside of the body") }
      guard !sections.contains(where: { $0.name == name }) else {
        throw reader.damaged("section '\(name)' stands there twice")
      }
      sections.append(
        NamedSection(
          name: name, section: Section(offset: Int(offset), length: Int(length))))
    }
    return (sections, pages, base + reader.offset)
  }
}
