import IndexStorage
import TextAnalysis

/// Builds an index: documents are added, then committed to a folder or opened in memory.
public final class IndexWriter {
  private var segment: SegmentWriter

  /// An empty index. Between 1 and 16 fields.
  public init(fields: [String], analyzer: Analyzer = .english) {
    segment = SegmentWriter(fieldNames: fields, analyzer: analyzer)
  }

  /// Documents added so far.
  public var documentCount: Int { segment.documentCount }

  /// Adds a document; its number is the number of documents before it.
  public func add(_ document: Document) throws(IndexError) {
    try segment.add(document)
  }

  /// Writes the index to a folder, in place of what it held, in one step that readers see whole or
  /// not at all. Files that are no longer named are removed; readers that have them open keep them.
  ///
  /// - Parameters:
  ///   - folder: made if it does not exist.
  ///   - attachment: bytes of the caller, given back by `Snapshot.attachment`.
  /// - Throws: `StorageError.locked` in `IndexError.storage` while another process writes there.
  public func commit(to folder: IndexFolder, attachment: [UInt8] = []) throws(IndexError) {
    let file = try segment.finish()
    let name = Manifest.segmentName(hash: file.contentHash)
    let manifest = Manifest(
      segmentName: name, segmentLength: UInt64(file.bytes.count), segmentHash: file.contentHash,
      attachment: attachment)
    do throws(StorageError) {
      try folder.create()
      let lock = try WriterLock(folder)
      try folder.write(file.bytes, to: name)
      try folder.write(manifest.encoded(), to: Manifest.fileName)
      for other in folder.names() where other != name && Self.isLeftover(other) {
        // The index is committed: what cannot be removed is tried again by the next commit.
        try? folder.remove(other)
      }
      _ = consume lock
    } catch {
      throw .storage(error)
    }
  }

  /// Opens the index without writing it anywhere.
  public func snapshot(attachment: [UInt8] = []) throws(IndexError) -> Snapshot {
    let file = try segment.finish()
    return Snapshot(
      try SegmentReader(FileBytes(file.bytes, named: "index in memory")), attachment: attachment)
  }

  /// The bytes of the segment that a commit would write.
  package func encodedSegment() throws(IndexError) -> [UInt8] { try segment.finish().bytes }

  /// A segment that no manifest names, or what a writer left that died.
  static func isLeftover(_ name: String) -> Bool {
    Manifest.isSegmentName(name)
      || IndexFolder.isTemporary(name) { Manifest.isSegmentName($0) || $0 == Manifest.fileName }
  }

  /// Whether a file of that name in an index folder belongs to the index.
  package static func isOwnFile(_ name: String) -> Bool {
    isLeftover(name) || name == Manifest.fileName || name == WriterLock.fileName
  }
}
