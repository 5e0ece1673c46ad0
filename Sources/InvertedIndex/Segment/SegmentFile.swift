import IndexStorage

/// Brings segments to a folder.
enum SegmentFile {
  /// Writes a file that is named by its content: on disk and whole when this returns.
  static func write(
    to folder: IndexFolder, _ body: (inout SectionedFileStream) throws(IndexError) -> Void
  ) throws(IndexError) -> SectionedFileStamp {
    var output = try open(folder)
    try body(&output)
    do throws(StorageError) {
      return try output.finish { Manifest.segmentName(hash: $0) }
    } catch {
      throw .storage(error)
    }
  }

  /// Writes a file that has no name when this returns, and opens it: the system frees it when the
  /// reader or the process ends.
  static func spilled(
    to folder: IndexFolder, _ body: (inout SectionedFileStream) throws(IndexError) -> Void
  ) throws(IndexError) -> SegmentReader {
    var output = try open(folder)
    try body(&output)
    let bytes: FileBytes
    do throws(StorageError) {
      bytes = try output.finishWithoutName()
    } catch {
      throw .storage(error)
    }
    return try SegmentReader(bytes)
  }

  private static func open(_ folder: IndexFolder) throws(IndexError) -> SectionedFileStream {
    do throws(StorageError) {
      return try SectionedFileStream(
        kind: .segment, in: folder, suffix: Manifest.segmentSuffix)
    } catch {
      throw .storage(error)
    }
  }
}
