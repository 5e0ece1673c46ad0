/// Which documents of a segment a search may find: those that are not deleted and, where there is a
/// filter, pass it.
struct AcceptedDocuments: Sendable {
  /// A bit for each document; nil: all are accepted.
  private let words: [UInt64]?
  /// What bits are compared with: all set where they stand for documents that are not accepted.
  private let flip: UInt64

  /// Those that are not deleted.
  init(allBut deleted: DocumentBitmap?) {
    words = deleted?.words
    flip = .max
  }

  /// Those that pass a filter and are not deleted.
  init(_ documents: DocumentBitmap, but deleted: DocumentBitmap?) {
    var words = documents.words
    if let deleted { for index in words.indices { words[index] &= ~deleted.words[index] } }
    self.words = words
    flip = 0
  }

  /// Whether nothing is left out.
  var isAll: Bool { words == nil }

  /// Whether a document, by its number within the segment, is accepted.
  @inline(__always)
  func contains(_ document: Int) -> Bool {
    guard let words else { return true }
    return (words[document >> 6] ^ flip) >> UInt64(document & 63) & 1 == 1
  }
}
