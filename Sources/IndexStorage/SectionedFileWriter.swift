/// Puts sections together into one file's bytes: header, body, directory with page checksums.
///
/// The layout is in `Index/FORMAT.md`; `SectionedFile` reads it. What may be large goes to
/// `SectionedFileStream` instead, which holds nothing.
public struct SectionedFileWriter: Sendable, SectionOutput {
  private let kind: FileKind
  private var bytes = [UInt8](repeating: 0, count: FileLayout.headerLength)
  private var layout = SectionLayout()

  /// An empty file of `kind`.
  public init(kind: FileKind) { self.kind = kind }

  /// Appends a section. Names must differ.
  public mutating func append(_ name: SectionName, _ bytes: [UInt8]) {
    bytes.withUnsafeBytes { append(name, $0) }
  }

  /// Appends a section. Names must differ.
  public mutating func append(_ name: SectionName, _ bytes: UnsafeRawBufferPointer) {
    begin(name)
    write(bytes)
  }

  package mutating func begin(_ name: SectionName) { layout.begin(name) }

  package mutating func write(_ more: UnsafeRawBufferPointer) {
    layout.note(more)
    bytes.append(contentsOf: more)
  }

  /// The complete file, and a 64-bit hash of its content to name it by.
  public consuming func finish() -> (bytes: [UInt8], contentHash: UInt64) {
    let directoryOffset = bytes.count
    let directory = layout.directory()
    bytes.append(contentsOf: directory)
    let header = SectionLayout.header(kind, directoryOffset: directoryOffset, directory: directory)
    bytes.replaceSubrange(..<FileLayout.headerLength, with: header)
    // The directory holds every page's checksum and every section's place: its hash is the file's.
    return (bytes, directory.withUnsafeBytes { FNV1a.hash($0) })
  }
}
