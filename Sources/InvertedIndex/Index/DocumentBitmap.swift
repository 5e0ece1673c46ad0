/// A set of a segment's documents, one bit each.
struct DocumentBitmap: Sendable, Hashable {
  /// How many documents the segment has.
  let documentCount: Int
  /// How many of them are in the set.
  private(set) var count = 0
  private(set) var words: [UInt64]

  /// The empty set of documents of a segment.
  init(documentCount: Int) {
    self.documentCount = documentCount
    words = Array(repeating: 0, count: documentCount.dividedRoundingUp(by: 64))
  }

  /// Whether a document of the segment is in the set.
  @inline(__always)
  func contains(_ document: Int) -> Bool {
    words[document >> 6] >> UInt64(document & 63) & 1 == 1
  }

  /// Takes documents in. Linear in their number.
  mutating func insert(_ documents: Range<Int>) {
    for document in documents where !contains(document) {
      words[document >> 6] |= 1 << UInt64(document & 63)
      count += 1
    }
  }

  /// Leaves out what another set of the same segment lacks.
  mutating func formIntersection(_ other: DocumentBitmap) {
    for index in words.indices { words[index] &= other.words[index] }
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// The set that `words` says; nil where they name documents that the segment does not have.
  init?(documentCount: Int, words: [UInt64]) {
    guard words.count == documentCount.dividedRoundingUp(by: 64) else { return nil }
    if let last = words.last, documentCount % 64 != 0, last >> UInt64(documentCount % 64) != 0 {
      return nil
    }
    self.documentCount = documentCount
    self.words = words
    count = words.reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
