import IndexStorage

/// Writes terms in ascending byte order, sixteen a block, each but a block's first without the
/// prefix that it shares with the one before it.
struct TermDictionaryWriter: ~Copyable {
  /// Blocks of terms.
  private(set) var blocks = SectionStream()
  /// The first terms of blocks, in full.
  private(set) var keys = SectionStream()
  /// Where each block's key ends and where the block begins.
  private(set) var index = SectionStream()
  /// Terms so far.
  private(set) var count = 0
  private var previous = ByteSink()
  private var postingsOffset = 0
  private var positionsOffset = 0

  /// Appends a term. It is greater than the one before; its postings and positions stand right
  /// behind those of that one.
  ///
  /// - Parameter inlined: the postings and positions of a term with one document.
  mutating func append(
    _ term: UnsafeRawBufferPointer, _ postings: PostingsEncoder.Term,
    inlined: UnsafeRawBufferPointer
  ) {
    if count % TermDictionaryLayout.blockLength == 0 {
      keys.sink.raw(term)
      index.sink.fixed(UInt32(truncatingIfNeeded: keys.count))
      index.sink.fixed(UInt32(truncatingIfNeeded: blocks.count))
      blocks.sink.varint(UInt64(postingsOffset))
      blocks.sink.varint(UInt64(positionsOffset))
    } else {
      appendSuffix(of: term)
    }
    blocks.sink.varint(UInt64(postings.documentFrequency - 1))
    if postings.isInlined {
      blocks.sink.raw(inlined)
    } else {
      blocks.sink.varint(UInt64(postings.postingsLength))
      blocks.sink.varint(UInt64(postings.positionsLength))
    }
    postingsOffset += postings.postingsLength
    positionsOffset += postings.positionsLength
    previous.removeAll()
    previous.raw(term)
    count += 1
  }

  /// Moves what has grown large to files in a folder.
  mutating func spill(to folder: IndexFolder) throws(StorageError) {
    try blocks.spillIfLarge(to: folder)
    try keys.spillIfLarge(to: folder)
    try index.spillIfLarge(to: folder)
  }

  private mutating func appendSuffix(of term: UnsafeRawBufferPointer) {
    let shared = PrefixLengths.shared(previous.bytes, term)
    PrefixLengths.write(shared: shared, suffix: term.count - shared, to: &blocks.sink)
    blocks.sink.raw(UnsafeRawBufferPointer(rebasing: term[shared...]))
  }
}
