import IndexStorage

/// Decodes one block of the dictionary, term by term.
struct TermBlockWalk {
  /// The term of the entry that `next` gave last.
  private(set) var term: [UInt8] = []
  /// The block's first term.
  private let key: UnsafeRawBufferPointer
  private var reader: ByteReader
  private var remaining: Int
  private var ordinal: Int
  private var isFirst = true
  private var postingsOffset: Int
  private var positionsOffset: Int
  private let limits: TermDictionaryLimits
  /// Where the block begins in its section.
  private let start: Int

  /// Begins before the block's first term, `key`; `ordinals` are its terms' places.
  init(
    key: UnsafeRawBufferPointer, reader: ByteReader, start: Int, ordinals: Range<Int>,
    limits: TermDictionaryLimits
  ) throws(StorageError) {
    self.key = key
    self.reader = reader
    self.start = start
    self.limits = limits
    remaining = ordinals.count
    ordinal = ordinals.lowerBound - 1
    postingsOffset = try self.reader.offset(upTo: limits.postingsLength)
    positionsOffset = try self.reader.offset(upTo: limits.positionsLength)
  }

  /// The next entry, or nil behind the block's last. Values that no writer makes are damage.
  mutating func next() throws(StorageError) -> TermEntry? {
    guard remaining > 0 else { return nil }
    if isFirst { term = Array(key) } else { try readSuffix() }
    isFirst = false
    return try readEntry()
  }

  /// Calls `body` with the bytes of each term, valid during the call, how many of them it shares
  /// with the one before, and its entry, until it gives false. Nothing was asked for before, and
  /// nothing is to be afterwards.
  ///
  /// - Parameter room: memory for a term: an array asks before each change who else has it.
  @inline(__always)
  mutating func forEachTerm(
    in room: UnsafeMutableRawBufferPointer,
    _ body: (UnsafeRawBufferPointer, Int, TermEntry) throws(StorageError) -> Bool
  ) throws(StorageError) {
    guard key.count <= room.count else { throw tooLong }
    room.copyMemory(from: key)
    var (length, shared) = (key.count, 0)
    while remaining > 0 {
      let entry = try readEntry()
      let term = UnsafeRawBufferPointer(rebasing: room[..<length])
      guard try body(term, shared, entry), remaining > 0 else { return }
      let suffix: Int
      (shared, suffix) = try readLengths(behind: length)
      let bytes = try reader.take(suffix)
      guard shared + suffix <= room.count else { throw tooLong }
      UnsafeMutableRawBufferPointer(rebasing: room[shared...]).copyMemory(from: bytes)
      length = shared + suffix
    }
  }

  private var tooLong: StorageError {
    reader.damaged("a term has more than \(SegmentLimit.termLength) bytes")
  }

  /// How much the next term shares with the last one, of that length, and how much follows.
  @inline(__always)
  private mutating func readLengths(
    behind length: Int
  ) throws(StorageError) -> (shared: Int, suffix: Int) {
    let (shared, suffix) = try PrefixLengths.read(&reader)
    guard shared <= UInt64(length), suffix <= UInt64(SegmentLimit.termLength) else {
      throw reader.damaged("a term shares more than the one before it has")
    }
    return (Int(shared), Int(suffix))
  }

  /// What stands behind a term.
  private mutating func readEntry() throws(StorageError) -> TermEntry {
    remaining -= 1
    ordinal += 1
    let more = try reader.varint()
    guard more < UInt64(limits.documentCount) else {
      throw reader.damaged("a document frequency of \(more) and 1 cannot be")
    }
    let documentFrequency = Int(more) + 1
    if documentFrequency == 1 { return try inlinedEntry() }
    let postingsLength = try reader.offset(upTo: limits.postingsLength - postingsOffset)
    let positionsLength = try reader.offset(upTo: limits.positionsLength - positionsOffset)
    defer {
      postingsOffset += postingsLength
      positionsOffset += positionsLength
    }
    return TermEntry(
      ordinal: ordinal, documentFrequency: documentFrequency,
      postings: postingsOffset..<postingsOffset + postingsLength,
      positions: positionsOffset..<positionsOffset + positionsLength)
  }

  private mutating func readSuffix() throws(StorageError) {
    let (shared, suffix) = try readLengths(behind: term.count)
    term.removeLast(term.count - shared)
    term.append(contentsOf: try reader.take(suffix))
    guard term.count <= SegmentLimit.termLength else { throw tooLong }
  }

  /// The entry of `target`, which is not below the block's first term, or nil; nothing was asked
  /// for before. No term is put together for it: of each it is enough to know where it
  /// begins to differ from the target.
  mutating func entry(of target: UnsafeRawBufferPointer) throws(StorageError) -> TermEntry? {
    // How many bytes the last term and the target both begin with; it is below the target.
    var matched = PrefixLengths.shared(key, target)
    var length = key.count
    var isFound = matched == length && matched == target.count
    while remaining > 0 {
      let entry = try readEntry()
      if isFound { return entry }
      guard remaining > 0 else { return nil }
      let (shared, suffixLength) = try readLengths(behind: length)
      let suffix = try reader.take(suffixLength)
      length = shared + suffix.count
      // Shares less: above the target. Shares more: below it like the last, at the same byte.
      if shared < matched { return nil }
      guard shared == matched else { continue }
      let rest = UnsafeRawBufferPointer(rebasing: target[matched...])
      let more = PrefixLengths.shared(suffix, rest)
      matched += more
      isFound = more == suffix.count && more == rest.count
      if more == rest.count, !isFound { return nil }
      if more < suffix.count, more < rest.count, suffix[more] > rest[more] { return nil }
    }
    return nil
  }

  /// Steps over the postings and positions of a term with one document.
  private mutating func inlinedEntry() throws(StorageError) -> TermEntry {
    let lower = start + reader.offset
    let frequency = try InlinedPostings.skip(&reader, fieldCount: limits.fieldCount)
    let positions = start + reader.offset
    try InlinedPostings.skipPositions(&reader, count: frequency)
    return TermEntry(
      ordinal: ordinal, documentFrequency: 1, postings: lower..<positions,
      positions: positions..<start + reader.offset)
  }
}

/// What the numbers of a dictionary must not pass.
struct TermDictionaryLimits: Sendable {
  let documentCount: Int
  let fieldCount: Int
  let postingsLength: Int
  let positionsLength: Int
}

extension ByteReader {
  /// A varint that is `limit` at the most.
  fileprivate mutating func offset(upTo limit: Int) throws(StorageError) -> Int {
    let value = try varint()
    guard value <= UInt64(limit) else {
      throw damaged("a term's postings are outside of their section")
    }
    return Int(value)
  }
}
