import IndexStorage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Finds terms: a binary search over the first terms of blocks, then a walk through one block.
struct TermDictionaryReader: Sendable {
  let file: SectionedFile
  private let blocks: SectionedFile.Section
  private let keys: SectionedFile.Section
  private let index: SectionedFile.Section
  let termCount: Int
  private let limits: TermDictionaryLimits

  /// Opens the dictionary; fails where its sections do not have the lengths that `termCount` asks.
  init(
    _ file: SectionedFile, termCount: Int, limits: TermDictionaryLimits
  ) throws(StorageError) {
    self.file = file
    self.termCount = termCount
    self.limits = limits
    blocks = try file.section(SegmentSection.terms)
    keys = try file.section(SegmentSection.termKeys)
    index = try file.section(SegmentSection.termIndex)
    let blockCount = termCount.dividedRoundingUp(by: TermDictionaryLayout.blockLength)
    guard index.length == blockCount * TermDictionaryLayout.indexEntryLength else {
      throw .damaged(
        path: file.path, offset: index.offset, what: "\(termCount) terms do not fit the index")
    }
  }

  private var blockCount: Int { index.length / TermDictionaryLayout.indexEntryLength }

  /// The entry of `term`, or nil. Cost: the logarithm of the number of blocks, and one block.
  func entry(of term: UnsafeRawBufferPointer) throws(StorageError) -> TermEntry? {
    guard let block = try block(of: term) else { return nil }
    var walk = try walk(block: block)
    return try walk.entry(of: term)
  }

  /// The bytes of an inlined term's postings or positions.
  func inlined(_ range: Range<Int>) throws(StorageError) -> UnsafeRawBufferPointer {
    try file.bytes(of: blocks, in: range)
  }

  /// Where the section of inlined postings begins in the file, for messages.
  var inlinedBase: Int { blocks.offset }

  /// Calls `body` with every term that begins with `prefix`, in ascending order, and its entry. The
  /// term's bytes are valid during the call. Linear in these terms, and one block.
  func forEachTerm(
    withPrefix prefix: UnsafeRawBufferPointer,
    _ body: (UnsafeRawBufferPointer, TermEntry) throws(StorageError) -> Void
  ) throws(StorageError) {
    var block = try block(of: prefix) ?? 0
    // How the beginning of the term at hand is to the prefix: negative, zero or positive.
    var order = prefix.isEmpty ? 0 : -1
    let room = UnsafeMutableRawBufferPointer.allocate(
      byteCount: SegmentLimit.termLength, alignment: 1)
    defer { room.deallocate() }
    while block < blockCount, order <= 0 {
      var walk = try walk(block: block)
      try walk.forEachTerm(in: room) { term, shared, entry throws(StorageError) in
        if shared < prefix.count {
          order = compare(UnsafeRawBufferPointer(rebasing: term.prefix(prefix.count)), to: prefix)
        }
        if order == 0 { try body(term, entry) }
        return order <= 0
      }
      block += 1
    }
  }

  /// A cursor over all terms in ascending order.
  func terms() -> TermCursor { TermCursor(self, block: 0) }

  /// The last block whose first term is not above `term`; nil: all are.
  private func block(of term: UnsafeRawBufferPointer) throws(StorageError) -> Int? {
    var lower = 0
    var upper = blockCount
    while lower < upper {
      let middle = (lower + upper) / 2
      if compare(term, to: try key(ofBlock: middle)) >= 0 {
        lower = middle + 1
      } else {
        upper = middle
      }
    }
    return lower > 0 ? lower - 1 : nil
  }

  /// Begins to decode a block; nil behind the last.
  func walkIfPresent(block: Int) throws(StorageError) -> TermBlockWalk? {
    block < blockCount ? try walk(block: block) : nil
  }

  private func walk(block: Int) throws(StorageError) -> TermBlockWalk {
    let start = Int(try indexEntry(block).blockOffset)
    let end =
      block + 1 < blockCount ? Int(try indexEntry(block + 1).blockOffset) : blocks.length
    guard start <= end, end <= blocks.length else {
      throw .damaged(path: file.path, offset: index.offset, what: "a block of terms runs backwards")
    }
    let first = block * TermDictionaryLayout.blockLength
    return try TermBlockWalk(
      key: try key(ofBlock: block), reader: try file.reader(of: blocks, in: start..<end),
      start: start,
      ordinals: first..<min(first + TermDictionaryLayout.blockLength, termCount),
      limits: limits)
  }

  private func key(ofBlock block: Int) throws(StorageError) -> UnsafeRawBufferPointer {
    let start = block == 0 ? 0 : Int(try indexEntry(block - 1).keyEnd)
    let end = Int(try indexEntry(block).keyEnd)
    guard start <= end, end <= keys.length else {
      throw .damaged(path: file.path, offset: index.offset, what: "a block's key runs backwards")
    }
    return try file.bytes(of: keys, in: start..<end)
  }

  private func indexEntry(
    _ block: Int
  ) throws(StorageError) -> (keyEnd: UInt32, blockOffset: UInt32) {
    let start = block * TermDictionaryLayout.indexEntryLength
    let bytes = try file.bytes(
      of: index, in: start..<start + TermDictionaryLayout.indexEntryLength)
    return (
      UInt32(littleEndian: bytes.loadUnaligned(as: UInt32.self)),
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
    )
  }
}

/// Bytewise order, a prefix before what it begins: negative, zero or positive.
func compare(_ left: UnsafeRawBufferPointer, to right: UnsafeRawBufferPointer) -> Int {
  let shared = min(left.count, right.count)
  if shared > 0, let leftBase = left.baseAddress, let rightBase = right.baseAddress {
    let order = memcmp(leftBase, rightBase, shared)
    if order != 0 { return Int(order) }
  }
  return left.count - right.count
}

extension Int {
  /// The quotient, rounded up. Neither number is negative.
  func dividedRoundingUp(by divisor: Int) -> Int { (self + divisor - 1) / divisor }
}
