import IndexStorage

/// A segment of a snapshot, for what is kept beside it. Immutable; safe to share between threads.
package struct SnapshotSegment: Sendable {
  private let live: LiveSegment
  private let folder: IndexFolder?

  init(_ live: LiveSegment, folder: IndexFolder?) {
    self.live = live
    self.folder = folder
  }

  /// The hash that names the segment.
  package var contentHash: UInt64 { live.reader.file.contentHash }
  /// The number of its first document within the index.
  package var base: Int { live.base }
  /// Its documents, deleted ones included.
  package var documentCount: Int { live.documentLimit }

  /// Whether a document, by its number within the segment, is not deleted.
  package func isLive(_ document: Int) -> Bool { live.isLive(document) }

  /// Calls `body` with the stored bytes of documents, by their numbers within the segment, deleted
  /// ones included.
  package func forEachStored(
    in range: Range<Int>, _ body: (inout ByteReader) throws(StorageError) -> Void
  ) throws(IndexError) {
    do throws(StorageError) {
      for document in range {
        let stored = try live.reader.storedBytes(of: DocumentID(rawValue: UInt32(document)))
        var reader = ByteReader(stored.bytes, path: live.reader.file.path, base: stored.offset)
        try body(&reader)
      }
    } catch {
      throw .storage(error)
    }
  }

  /// The signatures that stand beside the segment, every byte checked; nil where there are none or
  /// none that are the segment's and of that shape.
  package func keptSignatures(_ shape: SignatureShape) -> SignatureReader? {
    guard let folder,
      let bytes = try? folder.map(Manifest.signaturesName(of: contentHash)),
      let reader = try? SignatureReader(bytes), reader.segment == contentHash,
      reader.documentCount == documentCount, reader.shape == shape,
      (try? reader.file.verifyAll()) != nil
    else { return nil }
    return reader
  }

  /// A writer for them; nil where they cannot be kept: the index is in memory, the folder cannot be
  /// written, something foreign has the name, or the index has moved on and the segment is gone.
  package func signatureWriter(_ shape: SignatureShape) -> SignatureWriter? {
    guard let folder, (try? folder.has(Manifest.segmentName(hash: contentHash))) == true,
      !folder.isForeign(Manifest.signaturesName(of: contentHash))
    else { return nil }
    return try? SignatureWriter(
      shape, segment: contentHash, documentCount: documentCount,
      in: folder.keepingMode(of: Manifest.fileName))
  }
}

extension Snapshot {
  /// The segments in the order of their documents' numbers.
  package var segments: [SnapshotSegment] {
    list.segments.map { SnapshotSegment($0, folder: folder) }
  }
}
