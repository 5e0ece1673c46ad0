/// A file of named sections whose bytes are checked before they are first used.
///
/// Header and directory are checked when the file is opened; the body page by page (4 KiB), when a
/// range is first asked for. So a query pays for what it touches, and no damaged byte is believed.
public final class SectionedFile: Sendable {
  /// One section's place in the file.
  public struct Section: Sendable, Hashable {
    /// Where it begins, in bytes from the start of the file.
    public let offset: Int
    /// Its bytes.
    public let length: Int
  }

  private let file: FileBytes
  /// A section and its name.
  struct NamedSection: Sendable {
    let name: SectionName
    let section: Section
  }

  // A dozen at the most: looking through them is faster than hashing, and no dictionary has to be
  // made known to the runtime in a process that answers one query.
  private let sections: [NamedSection]
  private let bodyEnd: Int
  private let checksumsOffset: Int
  private let verified: PageChecks

  /// The file's path, for messages.
  public var path: String { file.path }
  /// The length of the whole file, in bytes.
  public var length: Int { file.bytes.count }
  /// The hash that `SectionedFileWriter.finish` gave.
  public let contentHash: UInt64

  /// Opens a file and checks its header and directory. Cost: the directory's length.
  public init(_ file: FileBytes, expecting kind: FileKind) throws(StorageError) {
    self.file = file
    let header = try Self.readHeader(file, expecting: kind)
    bodyEnd = header.directoryOffset
    let directory = UnsafeRawBufferPointer(rebasing: file.bytes[header.directoryOffset...])
    guard CRC32C.checksum(directory) == header.directoryChecksum else {
      throw .damaged(
        path: file.path, offset: header.directoryOffset, what: "the directory's checksum is wrong")
    }
    contentHash = FNV1a.hash(directory)
    let pages: Int
    (sections, pages, checksumsOffset) = try Self.readDirectory(
      directory, path: file.path, base: header.directoryOffset)
    verified = PageChecks(pageCount: pages)
  }

  /// The section of that name. Its absence is damage: every section is written, if only empty.
  public func section(_ name: SectionName) throws(StorageError) -> Section {
    guard let section = sections.first(where: { $0.name == name })?.section else {
      throw .damaged(path: path, offset: bodyEnd, what: "there is no section '\(name)'")
    }
    return section
  }

  /// The section of that name, for one that is written only where it is needed; else nil.
  public func sectionIfPresent(_ name: SectionName) -> Section? {
    sections.first { $0.name == name }?.section
  }

  /// The bytes of `range` (from the section's start) after their pages were checked. Valid while
  /// this object lives.
  public func bytes(
    of section: Section, in range: Range<Int>
  ) throws(StorageError) -> UnsafeRawBufferPointer {
    guard range.lowerBound >= 0, range.upperBound <= section.length else {
      throw .damaged(
        path: path, offset: section.offset, what: "bytes \(range) are outside of the section")
    }
    let lower = section.offset + range.lowerBound
    let upper = section.offset + range.upperBound
    try verify(lower..<upper)
    return UnsafeRawBufferPointer(rebasing: file.bytes[lower..<upper])
  }

  /// All bytes of a section, checked.
  public func bytes(of section: Section) throws(StorageError) -> UnsafeRawBufferPointer {
    try bytes(of: section, in: 0..<section.length)
  }

  /// A checked reader of `range` of a section.
  public func reader(
    of section: Section, in range: Range<Int>
  ) throws(StorageError) -> ByteReader {
    ByteReader(
      try bytes(of: section, in: range), path: path, base: section.offset + range.lowerBound)
  }

  /// Checks every page. Linear in the file.
  public func verifyAll() throws(StorageError) {
    try verify(FileLayout.headerLength..<max(bodyEnd, FileLayout.headerLength))
  }

  private func verify(_ range: Range<Int>) throws(StorageError) {
    guard !range.isEmpty else { return }
    let first = range.lowerBound / FileLayout.pageLength
    let last = (range.upperBound - 1) / FileLayout.pageLength
    if verified.contain(first, last) { return }
    try check(first...last)
  }

  @inline(never)
  private func check(_ pages: ClosedRange<Int>) throws(StorageError) {
    for page in pages where !verified.contains(page) {
      let pageRange = Self.pageRange(page, bodyEnd: bodyEnd)
      let found = CRC32C.checksum(UnsafeRawBufferPointer(rebasing: file.bytes[pageRange]))
      let expected = UInt32(
        littleEndian: file.bytes.loadUnaligned(
          fromByteOffset: checksumsOffset + 4 * page, as: UInt32.self))
      guard found == expected else {
        throw .damaged(
          path: path, offset: pageRange.lowerBound,
          what: "the checksum of \(pageRange.count) bytes is wrong")
      }
      verified.insert(page)
    }
  }

  /// How many pages a body that ends at `bodyEnd` touches.
  static func pageCount(bodyEnd: Int) -> Int {
    (bodyEnd + FileLayout.pageLength - 1) / FileLayout.pageLength
  }

  /// The body's bytes in a page; the first page begins behind the header, the last ends with the
  /// body.
  static func pageRange(_ page: Int, bodyEnd: Int) -> Range<Int> {
    let lower = max(page * FileLayout.pageLength, FileLayout.headerLength)
    return lower..<max(lower, min((page + 1) * FileLayout.pageLength, bodyEnd))
  }
}
