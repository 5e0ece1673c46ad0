import IndexStorage

/// Encodes terms one after another into the sections of postings and positions; the layout is in
/// `Index/FORMAT.md`.
///
/// For each term: `occur` for each occurrence, in ascending order of document, field and position,
/// then `finish`.
struct PostingsEncoder: ~Copyable {
  /// Where a term's postings came to be.
  struct Term {
    let documentFrequency: Int
    /// What the dictionary holds of a term with one document.
    let isInlined: Bool
    let postingsLength: Int
    let positionsLength: Int
  }

  /// Lengths of fields; their memory outlives this value.
  private let lengths: FieldLengths
  private let fieldCount: Int
  private let documents: UnsafeMutablePointer<UInt32>
  /// One column of a block's length a field.
  private let frequencies: UnsafeMutablePointer<UInt32>
  /// Documents of the block that is being filled; the last one may still get occurrences.
  private var count = 0
  private var documentFrequency = 0
  /// The last document of the block before.
  private var previous = UInt32.max
  private var positionsBefore = 0
  private var skips = ByteSink()
  private var blocks = ByteSink()
  private var termFrontiers: [ImpactFrontier]
  private var positions: PositionsEncoder

  init(lengths: FieldLengths, fieldCount: Int) {
    self.lengths = lengths
    self.fieldCount = fieldCount
    documents = .allocate(capacity: BitPacking.blockLength)
    frequencies = .allocate(capacity: fieldCount * BitPacking.blockLength)
    termFrontiers = Array(repeating: ImpactFrontier(), count: fieldCount)
    positions = PositionsEncoder()
  }

  deinit {
    documents.deallocate()
    frequencies.deallocate()
  }

  /// Whether the term at hand has no occurrence yet.
  var isEmpty: Bool { documentFrequency == 0 }

  /// Notes an occurrence; `step` is its position, less that of the one before in the same field.
  @inline(__always)
  mutating func occur(document: UInt32, field: Int, step: UInt32) {
    if count == 0 || documents[count - 1] != document { begin(document) }
    frequencies[field * BitPacking.blockLength + count - 1] += 1
    positions.append(step)
  }

  private mutating func begin(_ document: UInt32) {
    if count == BitPacking.blockLength { writeBlock() }
    documents[count] = document
    for field in 0..<fieldCount { frequencies[field * BitPacking.blockLength + count] = 0 }
    count += 1
    documentFrequency += 1
  }

  /// Ends the term and appends what it takes to the sections; a term with one document goes into
  /// `inlined`, for the dictionary, and nowhere else. Nil for one that is too large for its
  /// offsets.
  mutating func finish(
    postings: inout ByteSink, positions section: inout ByteSink, inlined: inout ByteSink
  ) -> Term? {
    defer { reset() }
    if documentFrequency == 1 {
      writeTail(to: &inlined)
      positions.writeInlined(to: &inlined)
      return Term(
        documentFrequency: 1, isInlined: true, postingsLength: 0, positionsLength: 0)
    }
    guard blocks.count <= Int(UInt32.max), positions.byteCount <= Int(UInt32.max) else {
      return nil
    }
    let postingsStart = postings.count
    let positionsStart = section.count
    if count == BitPacking.blockLength { writeBlock() }
    if blocks.count > 0 {
      addTailToFrontiers()
      for frontier in termFrontiers { frontier.write(to: &postings) }
      postings.raw(skips.bytes)
      postings.raw(blocks.bytes)
    }
    writeTail(to: &postings)
    positions.write(to: &section, documentFrequency: documentFrequency)
    return Term(
      documentFrequency: documentFrequency, isInlined: false,
      postingsLength: postings.count - postingsStart,
      positionsLength: section.count - positionsStart)
  }

  private mutating func reset() {
    count = 0
    documentFrequency = 0
    previous = .max
    positionsBefore = 0
    skips.removeAll()
    blocks.removeAll()
    for field in 0..<fieldCount { termFrontiers[field].removeAll() }
    positions.reset()
  }

  private mutating func writeBlock() {
    blocks.varint(UInt64(positionsBefore))
    writeFrontiers()
    let last = documents[count - 1]
    makeGaps()
    blocks.patched(documents)
    for field in 0..<fieldCount {
      let column = frequencies + field * BitPacking.blockLength
      for index in 0..<count { positionsBefore += Int(column[index]) }
      // With one field each document has it.
      if fieldCount == 1 { for index in 0..<count { column[index] -= 1 } }
      blocks.patched(column)
    }
    skips.fixed(last)
    skips.fixed(UInt32(truncatingIfNeeded: blocks.count))
    previous = last
    count = 0
  }

  private mutating func writeFrontiers() {
    for field in 0..<fieldCount {
      let frontier = frontier(of: field)
      frontier.write(to: &blocks)
      termFrontiers[field].formUnion(frontier)
    }
  }

  private mutating func addTailToFrontiers() {
    for field in 0..<fieldCount { termFrontiers[field].formUnion(frontier(of: field)) }
  }

  /// The impacts of the documents that wait.
  private func frontier(of field: Int) -> ImpactFrontier {
    var frontier = ImpactFrontier()
    let column = frequencies + field * BitPacking.blockLength
    for index in 0..<count where column[index] > 0 {
      frontier.insert(
        frequency: column[index],
        length: lengths.length(field: field, document: Int(documents[index])))
    }
    return frontier
  }

  /// Replaces documents by their distance to the one before, less one.
  private mutating func makeGaps() {
    var previous = previous
    for index in 0..<count {
      let document = documents[index]
      documents[index] = document &- previous &- 1
      previous = document
    }
  }

  private mutating func writeTail(to output: inout ByteSink) {
    makeGaps()
    PostingsTail.write(documents, frequencies, count: count, fieldCount: fieldCount, to: &output)
  }
}
