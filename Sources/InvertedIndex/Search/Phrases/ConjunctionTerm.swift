import IndexStorage

/// One term of a search that asks for several in the same document: walks its postings forwards and
/// reads the positions of the document that it stands at.
struct ConjunctionTerm: ~Copyable {
  let ordinal: Int
  let documentFrequency: Int
  let fieldCount: Int
  private let segment: SegmentReader
  private let entry: TermEntry
  private let list: PostingsList
  private let buffer: PostingsBuffer
  var walk: PostingsWalk
  private var cursor = PositionsCursor()
  /// The number of all positions; below zero: none was asked for.
  private var positionCount = -1
  /// The positions of the document at hand: all fields, one behind the other.
  private var positions: UnsafeMutablePointer<UInt32>
  private var positionCapacity = 16
  /// Where each field's positions end.
  private let fieldEnds: UnsafeMutablePointer<Int>
  /// The block in which `summed` positions stand before the posting `summedIndex`.
  private var summedBlock = -1
  private var summedIndex = 0
  private var summed = 0

  /// Stands nowhere before `load`.
  init(
    _ entry: TermEntry, _ list: PostingsList, of segment: SegmentReader, in buffer: PostingsBuffer
  ) {
    self.entry = entry
    self.segment = segment
    ordinal = entry.ordinal
    documentFrequency = entry.documentFrequency
    self.list = list
    fieldCount = list.fieldCount
    self.buffer = buffer
    walk = PostingsWalk(list, buffer)
    positions = .allocate(capacity: positionCapacity)
    fieldEnds = .allocate(capacity: list.fieldCount)
    fieldEnds.initialize(repeating: 0, count: list.fieldCount)
  }

  deinit {
    positions.deallocate()
    fieldEnds.deallocate()
  }

  /// The document at hand; `PostingsWalk.end` behind the last.
  @inline(__always)
  var document: UInt32 { walk.document }

  /// Goes to the next document.
  @inline(__always)
  mutating func advance() throws(StorageError) {
    walk.index &+= 1
    if walk.index >= walk.count { try load() }
  }

  /// Decodes the documents that come next and stands at the first.
  mutating func load() throws(StorageError) {
    if walk.hasBlock {
      guard !walk.loadBlock() else { return }
      try list.decode(block: walk.nextBlock, into: buffer)
      throw list.damaged
    }
    guard walk.nextBlock == list.blockCount else {
      walk.finish()
      return
    }
    try list.decodeTail(into: buffer)
    walk.takeTail(buffer.count)
  }

  /// Goes to the first document that is not below `target`, and gives it.
  @inline(__always)
  mutating func seek(_ target: UInt32) throws(StorageError) -> UInt32 {
    if walk.document < target {
      if walk.lastDocument < target {
        walk.skipBlocks(below: target)
        repeat { try load() } while walk.lastDocument < target
      }
      if walk.document < target { walk.index = walk.lowerBound(target) }
    }
    return walk.document
  }

  /// Decodes the frequencies of the documents that stand decoded.
  @inline(__always)
  mutating func loadFrequencies() throws(StorageError) {
    if !walk.loadFrequencies() { throw list.damaged }
  }

  /// How often the document at hand has the term in a field; frequencies are loaded.
  @inline(__always)
  func frequency(_ field: Int) -> UInt32 { frequency(field, at: walk.index) }

  @inline(__always)
  private func frequency(_ field: Int, at index: Int) -> UInt32 {
    walk.isOnes ? 1 : walk.frequencies[field &* BitPacking.blockLength &+ index]
  }

  /// The frontiers of all of the term's postings; none for a term without blocks.
  func frontiers() throws(StorageError) -> [ImpactFrontier] { try list.frontiers() }

  /// Reads the positions of the document at hand; frequencies are loaded.
  mutating func loadPositions() throws(StorageError) {
    let total = totalFrequency(in: walk.index..<walk.index + 1)
    if positionCount < 0 { try beginPositions(total) }
    if !entry.isInlined {
      let ordinal = try ordinalOfFirst()
      guard (0...positionCount).contains(ordinal), total <= positionCount - ordinal else {
        throw list.damaged
      }
      try cursor.seek(to: ordinal)
    }
    if total > positionCapacity { reserve(total) }
    var count = 0
    for field in 0..<fieldCount {
      var position: UInt32 = 0
      for _ in 0..<frequency(field, at: walk.index) {
        let (next, isBeyond) = position.addingReportingOverflow(try cursor.next())
        guard !isBeyond else { throw list.damaged }
        position = next
        positions[count] = position
        count &+= 1
      }
      fieldEnds[field] = count
    }
  }

  /// The positions in a field of the document for which they were read last, ascending.
  @inline(__always)
  func positions(_ field: Int) -> UnsafeBufferPointer<UInt32> {
    let start = field == 0 ? 0 : fieldEnds[field - 1]
    return UnsafeBufferPointer(start: positions + start, count: fieldEnds[field] - start)
  }

  private mutating func reserve(_ number: Int) {
    positions.deallocate()
    positionCapacity = number + number / 2
    positions = .allocate(capacity: positionCapacity)
  }

  private mutating func beginPositions(_ total: Int) throws(StorageError) {
    let list = try segment.positions(of: entry, count: total)
    cursor.begin(list)
    positionCount = list.count
  }

  /// How many of the term's positions stand before those of the document at hand.
  private mutating func ordinalOfFirst() throws(StorageError) -> Int {
    if summedBlock != walk.nextBlock || summedIndex > walk.index {
      summedBlock = walk.nextBlock
      summedIndex = 0
      if walk.nextBlock > list.blockCount {
        summed = positionCount &- totalFrequency(in: 0..<list.tailCount)
      } else {
        summed = try list.positionsBefore(block: walk.nextBlock - 1)
      }
    }
    summed &+= totalFrequency(in: summedIndex..<walk.index)
    summedIndex = walk.index
    return summed
  }

  /// How many positions the postings at some places have.
  private func totalFrequency(in range: Range<Int>) -> Int {
    guard !walk.isOnes else { return range.count }
    var total = 0
    for field in 0..<fieldCount {
      let column = walk.frequencies + field &* BitPacking.blockLength
      for index in range { total &+= Int(column[index]) }
    }
    return total
  }

  /// Steps over documents that a bound rules out; stands behind the last where none is left.
  mutating func skip(ruledOutBy bound: PhraseBound) throws(StorageError) {
    while document != PostingsWalk.end {
      try loadFrequencies()
      let documents = walk.documents
      let count = walk.count
      var index = walk.index
      if walk.isOnes {
        let limit = bound.lengthLimit
        while index < count, Int(bound.lengths[Int(documents[index])]) > limit { index &+= 1 }
      } else {
        let frequencies = walk.frequencies
        while index < count, !bound.admits(frequencies[index], documents[index]) { index &+= 1 }
      }
      walk.index = index
      guard index == count else { return }
      try load()
    }
  }
}
