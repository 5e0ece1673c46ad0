import IndexStorage

/// One of the segments that are merged: where its terms stand, and where in the term at hand.
final class MergeSource {
  let segment: SegmentReader
  private var map: DocumentMap
  private var cursor: TermCursor
  private let buffer: PostingsBuffer
  private let fieldCount: Int
  private var postings: PostingsCursor?
  private var positions = PositionsCursor()
  /// The term at hand; none behind the last.
  private(set) var term: [UInt8] = []
  /// Its first eight bytes, as a number that compares as they do.
  private(set) var termPrefix: UInt64 = 0
  private(set) var isAtEnd = false
  /// The new number of the document that the term is at; `DocumentMap.none` behind the last.
  private(set) var document = DocumentMap.none

  init(_ segment: SegmentReader, _ map: DocumentMap) {
    self.segment = segment
    self.map = map
    fieldCount = segment.meta.lengthWidths.count
    cursor = segment.dictionary.terms()
    buffer = PostingsBuffer(fieldCount: fieldCount)
  }

  /// Goes to the next term.
  func advanceTerm() throws(StorageError) {
    guard try cursor.advance() else {
      isAtEnd = true
      return
    }
    term = cursor.term
    termPrefix = term.withUnsafeBytes { bytes in
      var prefix: UInt64 = 0
      for index in 0..<min(8, bytes.count) {
        prefix |= UInt64(bytes[index]) << UInt64(56 - 8 * index)
      }
      return prefix
    }
  }

  /// Whether this segment's term stands before another's.
  func precedes(_ other: MergeSource) -> Bool {
    termPrefix != other.termPrefix ? termPrefix < other.termPrefix : order(other) < 0
  }

  /// Whether the terms are the same.
  func hasTerm(of other: MergeSource) -> Bool {
    termPrefix == other.termPrefix && order(other) == 0
  }

  private func order(_ other: MergeSource) -> Int {
    term.withUnsafeBytes { term in other.term.withUnsafeBytes { compare(term, to: $0) } }
  }

  /// Stands at the term's first document that stays.
  func beginTerm() throws(StorageError) {
    guard let entry = cursor.entry else { return }
    var cursor = PostingsCursor(try segment.postings(of: entry), buffer)
    map.rewind()
    let isThere = try cursor.advance()
    positions.begin(
      try segment.positions(of: entry, count: isThere ? Int(cursor.totalFrequency) : 0))
    postings = cursor
    if isThere { document = map.newNumber(of: cursor.document) } else { document = .max }
    if isThere && document == DocumentMap.none { try advanceDocument(skipping: true) }
  }

  /// Gives the term's occurrences in documents whose new numbers are below a bound.
  func encode(
    below bound: UInt32, with encoder: inout PostingsEncoder
  ) throws(StorageError) {
    while document < bound {
      for field in 0..<fieldCount {
        guard let frequency = postings?.frequency(field) else { return }
        for _ in 0..<frequency {
          encoder.occur(document: document, field: field, step: try positions.next())
        }
      }
      try advanceDocument(skipping: false)
    }
  }

  /// Goes to the next document that stays, over the positions of those that do not: that of the
  /// document at hand, too, where they were not read.
  private func advanceDocument(skipping: Bool) throws(StorageError) {
    var skipsPositions = skipping
    while true {
      if skipsPositions { try positions.skip(Int(postings?.totalFrequency ?? 0)) }
      guard try postings?.advance() == true, let old = postings?.document else {
        document = DocumentMap.none
        return
      }
      document = map.newNumber(of: old)
      if document != DocumentMap.none { return }
      skipsPositions = true
    }
  }
}
