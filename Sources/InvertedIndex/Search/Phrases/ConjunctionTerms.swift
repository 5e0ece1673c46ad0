import IndexStorage

/// The terms of a conjunction in one place, reached without counting references.
final class ConjunctionTerms {
  /// The terms; as many as `count`.
  let base: UnsafeMutablePointer<ConjunctionTerm>
  private(set) var count = 0

  /// One for each entry, at its first document.
  ///
  /// - Parameter buffers: memory that nothing else uses meanwhile, for the first ones.
  init(
    _ entries: [TermEntry], of segment: SegmentReader, in buffers: [PostingsBuffer] = []
  ) throws(StorageError) {
    base = .allocate(capacity: entries.count)
    for entry in entries {
      let list = try segment.postings(of: entry)
      let buffer =
        count < buffers.count ? buffers[count] : PostingsBuffer(fieldCount: list.fieldCount)
      (base + count).initialize(to: ConjunctionTerm(entry, list, of: segment, in: buffer))
      count += 1
      try base[count - 1].load()
    }
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }
}
