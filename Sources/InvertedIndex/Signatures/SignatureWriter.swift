import IndexStorage

/// Writes the signatures of a segment's documents as they come; nothing is held in memory.
///
/// No lock is taken. The file has a temporary name until it is whole, its content follows from the
/// segment, and whoever else writes it at the same time writes the same bytes: so the last one to
/// finish does no harm, and a reader finds a whole file or none.
package struct SignatureWriter: ~Copyable {
  private var output: SectionedFileStream
  private let name: String
  private var remaining: Int

  /// Begins the file of a segment.
  ///
  /// - Parameters:
  ///   - segment: the segment's content hash.
  ///   - documentCount: its documents, deleted ones included.
  package init(
    _ shape: SignatureShape, segment: UInt64, documentCount: Int, in folder: IndexFolder
  ) throws(StorageError) {
    name = Manifest.signaturesName(of: segment)
    remaining = documentCount * shape.byteCount
    var bytes = ByteWriter()
    bytes.byte(SignatureLayout.version)
    bytes.fixed(segment)
    bytes.varint(UInt64(documentCount))
    shape.encode(to: &bytes)
    output = try Self.begin(bytes.bytes, in: folder)
  }

  private static func begin(
    _ shape: [UInt8], in folder: IndexFolder
  ) throws(StorageError) -> SectionedFileStream {
    var output = try SectionedFileStream(
      kind: .signatures, in: folder, suffix: Manifest.signaturesSuffix)
    output.begin(SignatureLayout.shape)
    try shape.withUnsafeBufferPointer { bytes throws(StorageError) in
      try output.write(UnsafeRawBufferPointer(bytes))
    }
    output.begin(SignatureLayout.values)
    return output
  }

  /// Appends the values of the next documents, little-endian.
  package mutating func write(_ values: UnsafeRawBufferPointer) throws(StorageError) {
    remaining -= values.count
    try output.write(values)
  }

  /// Brings the file to disk under its name, in place of the one that is there.
  package mutating func finish() throws(StorageError) {
    precondition(remaining == 0, "a signature for each document")
    let name = name
    _ = try output.finish { _ in name }
  }
}
