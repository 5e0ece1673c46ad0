import IndexStorage

/// A document whose first field is a query's text.
struct SameText {
  let document: DocumentID
  /// Whether it has just as many words as the query.
  let isExact: Bool
}

extension QueryTerms {
  /// How many terms are looked for at the most: each takes memory. Of a longer text these and its
  /// length tell enough.
  private static let soughtLimit = 64

  /// The documents whose first field has all terms of the query and at most a fifth more words than
  /// it: its text, but for the order and the forms of words, and a word in five. None where the
  /// query has phrases or beginnings of words, which ask for something else.
  ///
  /// Cost: the postings of the rarest term, and a search in those of the others for each of its
  /// documents of such a length.
  func sameTexts(in list: SegmentList) throws(StorageError) -> [SameText] {
    guard hasAllTerms, !terms.isEmpty, phrases.isEmpty, prefixes.isEmpty else { return [] }
    let length = terms.reduce(0) { $0 + $1.term.frequency }
    var same: [SameText] = []
    for (place, segment) in list.segments.enumerated() {
      var entries: [TermEntry] = []
      for term in terms.indices {
        if let entry = entry(term, place) { entries.append(entry) }
      }
      guard entries.count == terms.count else { continue }
      entries.sort { ($0.documentFrequency, $0.ordinal) < ($1.documentFrequency, $1.ordinal) }
      let lengths = try segment.reader.fieldLengths()
      var found: [(document: UInt32, length: Int)] = []
      try segment.forEachPosting(of: entries[0]) { document, frequencies in
        let other = Int(lengths.length(field: 0, document: document))
        if frequencies[0] > 0, (length...length + length / 5).contains(other),
          segment.accepts(document)
        {
          found.append((UInt32(document), other))
        }
        return true
      }
      for entry in entries.dropFirst().prefix(Self.soughtLimit) where !found.isEmpty {
        let term = try ConjunctionTerms([entry], of: segment.reader)
        var kept: [(document: UInt32, length: Int)] = []
        for one in found where try term.base.pointee.isInFirstField(of: one.document) {
          kept.append(one)
        }
        found = kept
      }
      for one in found {
        let document = DocumentID(rawValue: UInt32(segment.base) + one.document)
        same.append(SameText(document: document, isExact: one.length == length))
      }
    }
    return same
  }
}

extension ConjunctionTerm {
  fileprivate mutating func isInFirstField(of document: UInt32) throws(StorageError) -> Bool {
    guard try seek(document) == document else { return false }
    try loadFrequencies()
    return frequency(0) > 0
  }
}

extension Snapshot {
  /// The documents whose first field is a query's text; see `QueryTerms.sameTexts(in:)`.
  func documents(ofText query: Query) throws(IndexError) -> [DocumentID] {
    try storage { () throws(StorageError) in
      try QueryTerms(query, in: list).sameTexts(in: list).map(\.document)
    }
  }
}
