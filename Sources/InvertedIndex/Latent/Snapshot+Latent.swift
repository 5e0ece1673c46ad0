import IndexStorage

extension Snapshot {
  /// Finds what rankings need beside postings, and keeps it beside the index, so that no query has
  /// to. Cost: see ``LatentSpace``; nothing where it is there, or the index is too large for it.
  public func prepareRanking() throws(IndexError) {
    guard (2...LatentSpace.mostDocuments).contains(statistics.documentCount) else { return }
    try withLatentSpace { _ in }
  }

  /// Gives the latent space to `body`: the one that is kept beside the index, or one that is found
  /// now. Where the kept one proves damaged it is found anew.
  func withLatentSpace<R>(
    _ body: (LatentSpace) throws(StorageError) -> R
  ) throws(IndexError) -> R {
    let file = folder.map {
      LatentFile(folder: $0, manifestHash: manifestHash, documentLimit: list.documentLimit)
    }
    return try storage { () throws(StorageError) in
      let known = try latent.withLock { known throws(StorageError) in
        if let known { return known }
        let space: LatentSpace
        if let kept = file?.load() { space = kept } else { space = try find(file) }
        known = space
        return space
      }
      do throws(StorageError) {
        return try body(known)
      } catch {
        let space = try find(file)
        latent.withLock { $0 = space }
        return try body(space)
      }
    }
  }

  private func find(_ file: LatentFile?) throws(StorageError) -> LatentSpace {
    let bytes = try LatentTrainer(list).train()
    file?.save(bytes)
    return try LatentSpace(
      SectionedFile(
        FileBytes(bytes.file(manifestHash: manifestHash), named: "the latent space"),
        expecting: .latentSpace))
  }
}
