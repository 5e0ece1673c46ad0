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
    document = DocumentMap.none
    guard try cursor.advance() else { return }
    positions.begin(try segment.positions(of: entry, count: Int(cursor.totalFrequency)))
    document = map.newNumber(of: cursor.document)
    if document == DocumentMap.none {
      try positions.skip(Int(cursor.totalFrequency))
      document = try Self.nextDocument(&cursor, &positions, &map)
    }
    postings = cursor
  }

  /// Gives the term's occurrences in documents whose new numbers are below a bound.
  func encode(
    below bound: UInt32, with encoder: inout PostingsEncoder
  ) throws(StorageError) {
    // Each access to a class's property is checked; here the parts are taken once for many steps.
    guard document < bound, var cursor = postings else { return }
    try Self.encode(
      below: bound, with: &encoder, from: &cursor, &positions, &map, &document, fieldCount)
    postings = cursor
  }

  private static func encode(
    below bound: UInt32, with encoder: inout PostingsEncoder, from cursor: inout PostingsCursor,
    _ positions: inout PositionsCursor, _ map: inout DocumentMap, _ document: inout UInt32,
    _ fieldCount: Int
  ) throws(StorageError) {
    while document < bound {
      for field in 0..<fieldCount {
        for _ in 0..<cursor.frequency(field) {
          encoder.occur(document: document, field: field, step: try positions.next())
        }
      }
      document = try nextDocument(&cursor, &positions, &map)
    }
  }

  /// The new number of the next document that stays, behind the positions of those that do not;
  /// `DocumentMap.none` behind the last.
  private static func nextDocument(
    _ cursor: inout PostingsCursor, _ positions: inout PositionsCursor, _ map: inout DocumentMap
  ) throws(StorageError) -> UInt32 {
    while try cursor.advance() {
      let document = map.newNumber(of: cursor.document)
      if document != DocumentMap.none { return document }
      try positions.skip(Int(cursor.totalFrequency))
    }
    return DocumentMap.none
  }
}
