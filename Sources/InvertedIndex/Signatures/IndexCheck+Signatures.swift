import IndexStorage

extension IndexCheck {
  /// Reads the signatures that stand beside a segment, if there are any.
  ///
  /// What they are worth to this program is its own matter: signatures of another shape are whole.
  mutating func checkSignatures(
    of segment: SegmentReader, in folder: IndexFolder
  ) throws(IndexError) {
    let name = Manifest.signaturesName(of: segment.file.contentHash)
    let path = folder.path(of: name)
    do throws(StorageError) {
      guard try folder.has(name) else { return }
      let found = try SignatureReader(try folder.map(name))
      guard found.segment == segment.file.contentHash,
        found.documentCount == segment.documentCount
      else { throw .damaged(path: path, offset: 0, what: "the signatures are another segment's") }
      try found.file.verifyAll()
      let kind = found.shape.map { "signatures of \($0.valueCount) values" } ?? "other signatures"
      files.append(
        File(
          path: path, byteCount: found.file.length,
          summary: "\(kind), \(found.documentCount) documents", problem: nil))
    } catch {
      switch error {
      case .missing: return  // A writer came between.
      case .system: throw .storage(error)
      case .tooNew, .tooOld:
        files.append(
          File(path: path, byteCount: 0, summary: "signatures of another format", problem: nil))
      case .foreign, .inTheWay, .wrongKind, .truncated, .extended, .damaged, .locked:
        // The index is whole without them.
        files.append(
          File(
            path: path, byteCount: 0, summary: "",
            problem: error.problem + "; it is not used: remove it, it is made again when needed"))
      }
    }
  }
}
