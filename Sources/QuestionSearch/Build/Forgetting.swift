import IndexStorage

/// Which sources of an index a caller wants it to forget.
struct Forgetting {
  /// Their absolute paths.
  private(set) var paths: [String] = []
  /// Groups without files.
  private(set) var texts: Set<EntryGroup> = []
  /// The other sources.
  private(set) var remaining: [IndexAttachment.Source]

  /// - Parameters:
  ///   - asked: paths from the current folder: of a source, a folder above sources, or a text.
  ///   - base: what the index's paths are relative to.
  /// - Throws: `noSource` for a path by which nothing is found.
  init(
    _ asked: [String], of attachment: IndexAttachment, base: String
  ) throws(QuestionSearchError) {
    remaining = attachment.sources
    for path in asked {
      let texts = attachment.texts.filter { $0.file?.utf8.elementsEqual(path.utf8) == true }
      self.texts.formUnion(texts)
      let wanted = PathSet(
        [FilePath.real(path), FilePath.absolute(path, base: FilePath.currentFolder)]
          .compactMap { $0 })
      let found = remaining.filter { wanted.holds(FilePath.absolute($0.path, base: base)) }
      guard !found.isEmpty || !texts.isEmpty else {
        let current = FilePath.currentFolder
        throw .noSource(
          path: path,
          known: attachment.sources.map { FilePath.shown($0.path, base: base, current: current) }
            + attachment.texts.compactMap(\.file))
      }
      paths += found.map { FilePath.absolute($0.path, base: base) }
      remaining.removeAll { found.contains($0) }
    }
  }
}
