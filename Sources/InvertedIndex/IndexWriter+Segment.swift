import IndexStorage

extension IndexWriter {
  /// Makes a segment that stands in a folder its index, in place of what it held.
  ///
  /// - Parameter attachment: as `commit(to:attachment:)` has it.
  package static func commit(
    _ segment: SectionedFileStamp, to folder: IndexFolder, attachment: [UInt8] = []
  ) throws(IndexError) {
    do throws(StorageError) {
      let meta = try SegmentMeta(
        try SectionedFile(try folder.map(segment.name), expecting: .segment))
      let file = Manifest.File(
        contentHash: segment.contentHash, length: UInt64(segment.length))
      let manifest = Manifest(
        analyzerName: meta.analyzerName, analyzerVersion: meta.analyzerVersion,
        fields: meta.statistics.fields.map(\.name),
        parts: [Manifest.Part(segment: file, deletions: nil)], attachment: attachment)
      try folder.requireNothingForeign(Manifest.fileName)
      try folder.write(manifest.encoded().bytes, to: Manifest.fileName)
      removeLeftovers(in: folder, except: manifest.fileNames)
    } catch {
      throw .storage(error)
    }
  }
}
