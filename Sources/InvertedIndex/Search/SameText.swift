import IndexStorage

/// A document whose first field is a query's text.
struct SameText {
  let document: DocumentID
  /// How much it is the query's text, the least first.
  enum Likeness: Int {
    /// It has the query's words, and a few more.
    case moreWords = 1
    /// It has the query's words and no more.
    case sameWords
    /// It has them in the very forms.
    case sameForms
  }

  var likeness: Likeness
  /// What it gains by how the query's words are written in it, if that was not counted yet.
  var wording = 0.0
}

extension QueryTerms {
  /// How many terms are looked for at the most: each takes memory. Of a longer text these and its
  /// length tell enough.
  private static let soughtLimit = 64
  /// Of more documents with the same text the first ones are taken: enough for any list, and they
  /// differ in nothing but their place.
  private static let mostSame = 100

  /// The documents whose first field has all terms of the query, as often, and at most a fifth more
  /// words than it: its text, but for the order and the forms of words, and a word in five. None
  /// where the query has phrases or beginnings of words, which ask for something else.
  ///
  /// Cost: the postings of the rarest term, and a search in those of the others for each of its
  /// documents of such a length.
  func sameTexts(in list: SegmentList) throws(StorageError) -> [SameText] {
    guard hasAllTerms, !terms.isEmpty, phrases.isEmpty, prefixes.isEmpty else { return [] }
    let length = terms.reduce(0) { $0 + $1.term.frequency }
    var same: [SameText] = []
    for (place, segment) in list.segments.enumerated() {
      var entries: [(entry: TermEntry, frequency: Int)] = []
      for (number, term) in terms.enumerated() {
        if let entry = entry(number, place) { entries.append((entry, term.term.frequency)) }
      }
      guard entries.count == terms.count else { continue }
      entries.sort {
        ($0.entry.documentFrequency, $0.entry.ordinal)
          < ($1.entry.documentFrequency, $1.entry.ordinal)
      }
      let lengths = try segment.reader.fieldLengths()
      var found: [(document: UInt32, length: Int)] = []
      try segment.forEachPosting(of: entries[0].entry) { document, frequencies in
        let other = Int(lengths.length(field: 0, document: document))
        if Int(frequencies[0]) >= entries[0].frequency,
          (length...length + length / 5).contains(other),
          segment.accepts(document)
        {
          found.append((UInt32(document), other))
        }
        return true
      }
      for (entry, frequency) in entries.dropFirst().prefix(Self.soughtLimit)
      where !found.isEmpty {
        let term = try ConjunctionTerms([entry], of: segment.reader)
        var kept: [(document: UInt32, length: Int)] = []
        for one in found where try term.base.pointee.frequency(in: one.document) >= frequency {
          kept.append(one)
        }
        found = kept
      }
      for one in found {
        let document = DocumentID(rawValue: UInt32(segment.base) + one.document)
        same.append(
          SameText(
            document: document, likeness: one.length == length ? .sameWords : .moreWords))
      }
    }
    let exact = Array(same.filter { $0.likeness == .sameWords }.prefix(Self.mostSame))
    return exact
      + same.filter { $0.likeness == .moreWords }.prefix(Self.mostSame - exact.count)
  }
}

extension ConjunctionTerm {
  /// How often a document has the term in its first field.
  fileprivate mutating func frequency(in document: UInt32) throws(StorageError) -> Int {
    guard try seek(document) == document else { return 0 }
    try loadFrequencies()
    return Int(frequency(0))
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
