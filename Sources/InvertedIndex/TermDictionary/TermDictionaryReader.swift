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
  private let file: SectionedFile
  private let blocks: SectionedFile.Section
  private let keys: SectionedFile.Section
  private let index: SectionedFile.Section
  private let termCount: Int
  private let documentCount: Int
  private let postingsLength: Int

  /// Opens the dictionary; fails where its sections do not have the lengths that `termCount` asks.
  init(
    _ file: SectionedFile, termCount: Int, documentCount: Int, postingsLength: Int
  ) throws(StorageError) {
    self.file = file
    self.termCount = termCount
    self.documentCount = documentCount
    self.postingsLength = postingsLength
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
    var lower = 0
    var upper = blockCount
    // The last block whose first term is not above `term`.
    while lower < upper {
      let middle = (lower + upper) / 2
      let first = try key(ofBlock: middle)
      if compare(term, to: first) >= 0 {
        lower = middle + 1
      } else {
        upper = middle
      }
    }
    guard lower > 0 else { return nil }
    return try find(term, inBlock: lower - 1)
  }

  /// Calls `body` with every term in ascending byte order and its entry. Linear in the dictionary.
  func forEach(_ body: ([UInt8], TermEntry) throws(StorageError) -> Void) throws(StorageError) {
    for block in 0..<blockCount {
      var walk = try walk(block)
      while let entry = try walk.next(documentCount: documentCount, postingsLength: postingsLength)
      {
        try body(walk.term, entry)
      }
    }
  }

  private func walk(_ block: Int) throws(StorageError) -> TermBlockWalk {
    try TermBlockWalk(
      key: try key(ofBlock: block), reader: try reader(ofBlock: block),
      count: min(
        TermDictionaryLayout.blockLength, termCount - block * TermDictionaryLayout.blockLength))
  }

  private func find(
    _ term: UnsafeRawBufferPointer, inBlock block: Int
  ) throws(StorageError) -> TermEntry? {
    var walk = try walk(block)
    while let entry = try walk.next(documentCount: documentCount, postingsLength: postingsLength) {
      let order = walk.term.withUnsafeBytes { compare(term, to: $0) }
      if order == 0 { return entry }
      if order < 0 { return nil }
    }
    return nil
  }

  private func key(ofBlock block: Int) throws(StorageError) -> UnsafeRawBufferPointer {
    let start = block == 0 ? 0 : try indexEntry(block - 1).keyEnd
    let end = try indexEntry(block).keyEnd
    guard start <= end, end <= UInt64(keys.length) else {
      throw .damaged(path: file.path, offset: index.offset, what: "a block's key runs backwards")
    }
    return try file.bytes(of: keys, in: Int(start)..<Int(end))
  }

  private func reader(ofBlock block: Int) throws(StorageError) -> ByteReader {
    let start = try indexEntry(block).blockOffset
    let end = block + 1 < blockCount ? try indexEntry(block + 1).blockOffset : UInt64(blocks.length)
    guard start <= end, end <= UInt64(blocks.length) else {
      throw .damaged(path: file.path, offset: index.offset, what: "a block of terms runs backwards")
    }
    return try file.reader(of: blocks, in: Int(start)..<Int(end))
  }

  private func indexEntry(
    _ block: Int
  ) throws(StorageError) -> (keyEnd: UInt64, blockOffset: UInt64) {
    let start = block * TermDictionaryLayout.indexEntryLength
    let bytes = try file.bytes(
      of: index, in: start..<start + TermDictionaryLayout.indexEntryLength)
    return (
      UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)),
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
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
