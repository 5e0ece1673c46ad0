import IndexStorage

/// A segment as an index shows it: without its deleted documents, at its place in the numbering.
struct LiveSegment: Sendable {
  let reader: SegmentReader
  let deletions: DeletionsReader?
  /// The number of its first document within the index.
  let base: Int
  /// The documents that a search may find.
  var accepted: AcceptedDocuments

  init(_ reader: SegmentReader, _ deletions: DeletionsReader?, behind previous: LiveSegment?) {
    self.reader = reader
    self.deletions = deletions
    base = previous?.end ?? 0
    accepted = AcceptedDocuments(allBut: deletions?.documents)
  }

  /// The number of the document behind its last one. At most a sum of as many 32-bit numbers as
  /// there are segments.
  var end: Int { base + documentLimit }

  /// Documents with the deleted ones: numbers that are taken.
  var documentLimit: Int { reader.documentCount }
  /// Documents without the deleted ones.
  var documentCount: Int { reader.documentCount - (deletions?.documents.count ?? 0) }
  /// Pairs of a term and a document that has it.
  var postingsCount: Int {
    reader.meta.statistics.postingsCount - (deletions?.effect.postingsCount ?? 0)
  }

  /// A field's numbers.
  func field(_ index: Int) -> CollectionStatistics.Field {
    let field = reader.meta.statistics.fields[index]
    guard let effect = deletions?.effect.fields[index] else { return field }
    return CollectionStatistics.Field(
      name: field.name, documentCount: field.documentCount - effect.documentCount,
      totalLength: field.totalLength - effect.totalLength)
  }

  /// Whether a document, by its number within the segment, is not deleted.
  @inline(__always)
  func isLive(_ document: Int) -> Bool {
    guard let deletions else { return true }
    return !deletions.documents.contains(document)
  }

  /// Whether a search may find a document, by its number within the segment.
  @inline(__always)
  func accepts(_ document: Int) -> Bool { accepted.contains(document) }

  /// How many documents have a term.
  func documentFrequency(of entry: TermEntry) throws(StorageError) -> Int {
    try deletions?.documentFrequency(of: entry) ?? entry.documentFrequency
  }

  /// Calls `body` with each posting's document (by its number within the segment) and frequencies,
  /// one a field, until it says that it has enough. Deleted documents are passed over.
  @inline(__always)
  func forEachPosting(
    of entry: TermEntry, _ body: (Int, UnsafeMutableBufferPointer<UInt32>) -> Bool
  ) throws(StorageError) {
    guard let deleted = deletions?.documents else {
      return try reader.forEachPosting(of: entry, body)
    }
    try reader.forEachPosting(of: entry) { document, frequencies in
      deleted.contains(document) || body(document, frequencies)
    }
  }
}
