import IndexStorage

/// The signatures of a segment's documents, as a file has them. Immutable; safe to share between
/// threads.
package struct SignatureReader: Sendable {
  package let file: SectionedFile
  /// The content hash of the segment whose documents they are.
  package let segment: UInt64
  /// How many documents the segment has, deleted ones included.
  package let documentCount: Int
  /// What they were made by; nil where the program does not know what was signed.
  package let shape: SignatureShape?
  private let values: SectionedFile.Section

  /// Opens a file and checks that its parts fit each other.
  package init(_ bytes: FileBytes) throws(StorageError) {
    file = try SectionedFile(bytes, expecting: .signatures)
    let section = try file.section(SignatureLayout.shape)
    values = try file.section(SignatureLayout.values)
    var reader = try file.reader(of: section, in: 0..<section.length)
    let version = try reader.byte()
    segment = try reader.fixed()
    documentCount = Int(try reader.varint32())
    guard version == SignatureLayout.version else {
      shape = nil
      return
    }
    let shape = try SignatureShape(&reader)
    self.shape = shape
    // 32 and 12 bits: the product fits.
    guard values.length == documentCount * shape.byteCount else {
      throw .damaged(
        path: file.path, offset: values.offset,
        what: "\(values.length) bytes are not the signatures of \(documentCount) documents")
    }
  }

  /// All values: signatures in the order of documents, each value a little-endian `UInt32`, at any
  /// address. Every page is checked. Valid while `file` lives.
  package func bytes() throws(StorageError) -> UnsafeRawBufferPointer {
    try file.bytes(of: values)
  }
}
