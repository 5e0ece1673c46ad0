import IndexStorage

extension IndexWriter {
  /// Makes a segment that stands in a folder its index, in place of what it held.
  ///
  /// - Parameter attachment: as `commit(to:attachment:)` has it.
  package static func commit(
    _ segment: SectionedFileStamp, to folder: IndexFolder, attachment: [UInt8] = []
  ) throws(IndexError) {
    let manifest = Manifest(
      segmentName: segment.name, segmentLength: UInt64(segment.length),
      segmentHash: segment.contentHash, attachment: attachment)
    do throws(StorageError) {
      try folder.write(manifest.encoded(), to: Manifest.fileName)
      for other in folder.names() where other != segment.name && isLeftover(other) {
        try? folder.remove(other)
      }
    } catch {
      throw .storage(error)
    }
  }
}
