import IndexStorage

/// Writes terms in ascending byte order, sixteen a block, each but a block's first without the
/// prefix that it shares with the one before it.
struct TermDictionaryWriter {
  private var blocks = ByteWriter()
  private var keys = ByteWriter()
  private var index = ByteWriter()
  private var count = 0
  private var previous: [UInt8] = []
  private var postingsOffset = 0

  /// Appends a term with its document frequency and the bytes of its postings, which stand right
  /// behind those of the term before it. The term is greater than that one.
  mutating func append(_ term: [UInt8], documentFrequency: Int, postingsLength: Int) {
    if count % TermDictionaryLayout.blockLength == 0 {
      keys.raw(term)
      index.fixed(UInt64(keys.count))
      index.fixed(UInt64(blocks.count))
      blocks.varint(UInt64(postingsOffset))
    } else {
      var shared = 0
      let limit = min(previous.count, term.count)
      while shared < limit, previous[shared] == term[shared] { shared += 1 }
      blocks.varint(UInt64(shared))
      blocks.counted(term[shared...])
    }
    blocks.varint(UInt64(documentFrequency))
    blocks.varint(UInt64(postingsLength))
    postingsOffset += postingsLength
    previous = term
    count += 1
  }

  /// Appends the three sections.
  func write(to file: inout SectionedFileWriter) {
    file.append(SegmentSection.terms, blocks.bytes)
    file.append(SegmentSection.termKeys, keys.bytes)
    file.append(SegmentSection.termIndex, index.bytes)
  }
}
