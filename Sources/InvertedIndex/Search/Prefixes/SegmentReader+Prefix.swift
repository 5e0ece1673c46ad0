import IndexStorage

/// Terms by their beginning.
extension SegmentReader {
  /// Calls `body` with the bytes of every term that begins with `prefix`, in ascending order, and
  /// its entry; they are valid during the call.
  func forEachTerm(
    withPrefix prefix: [UInt8],
    _ body: (UnsafeRawBufferPointer, TermEntry) throws(StorageError) -> Void
  ) throws(StorageError) {
    try prefix.withUnsafeBufferPointer { prefix throws(StorageError) in
      try dictionary.forEachTerm(withPrefix: UnsafeRawBufferPointer(prefix), body)
    }
  }

  /// The documents that have a term which begins with `prefix`, the deleted ones too. Linear in the
  /// postings of those terms.
  func documents(withPrefix prefix: [UInt8]) throws(StorageError) -> DocumentBitmap {
    var documents = DocumentBitmap(documentCount: documentCount)
    try forEachTerm(withPrefix: prefix) { _, entry throws(StorageError) in
      try forEachPosting(of: entry) { document, _ in
        documents.insert(document..<document + 1)
        return true
      }
    }
    return documents
  }

  /// The first document of a term with less than a block of postings; nothing but its first bytes
  /// is decoded. For a term with more, a number that is not above it.
  func leastDocument(of entry: TermEntry) throws(StorageError) -> UInt32 {
    guard entry.documentFrequency < BitPacking.blockLength else { return 0 }
    let isSingle = meta.lengthWidths.count == 1
    var reader = try reader(ofPostings: entry)
    if isSingle, entry.documentFrequency > 1 {
      let head = try reader.byte()
      if head != 0xFF {
        var gap: UInt32 = 0
        try reader.bits(count: 1, width: head & 0x3F, into: &gap)
        return gap
      }
    }
    let gap = try reader.varint()
    return UInt32(truncatingIfNeeded: isSingle ? gap >> 1 : gap)
  }
}

extension Snapshot {
  /// Calls `body` with terms that begin with some bytes, and how many documents of a segment have
  /// each: of each segment in ascending order, one that several have as often. Those of deleted
  /// documents alone may come with 0.
  ///
  /// - Parameter isWanted: whether a term is to be counted, which takes time where documents were
  ///   deleted; its bytes are valid during the call.
  package func forEachTerm(
    beginningWith prefix: [UInt8], where isWanted: (UnsafeRawBufferPointer) -> Bool,
    _ body: ([UInt8], _ documentFrequency: Int) -> Void
  ) throws(IndexError) {
    try storage { () throws(StorageError) in
      for segment in list.segments {
        try segment.reader.forEachTerm(withPrefix: prefix) { term, entry throws(StorageError) in
          if isWanted(term) {
            body(Array(term), try segment.documentFrequency(of: entry))
          }
        }
      }
    }
  }

  /// The first documents that have a term, as the analyzer makes it; those of deleted ones are left
  /// out. Cost: that of the postings up to there.
  package func documents(having term: String, limit: Int) throws(IndexError) -> [DocumentID] {
    try storage { () throws(StorageError) in
      var documents: [DocumentID] = []
      for segment in list.segments where documents.count < limit {
        guard let entry = try segment.reader.entry(of: term) else { continue }
        try segment.forEachPosting(of: entry) { document, _ in
          documents.append(DocumentID(rawValue: UInt32(segment.base + document)))
          return documents.count < limit
        }
      }
      return documents
    }
  }
}
