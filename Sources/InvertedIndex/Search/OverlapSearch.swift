import IndexStorage

/// What documents have to share with a text to be found by its words alone, without scores.
package struct TermOverlap: Sendable {
  /// The text's different terms.
  package let terms: [String]
  /// How many terms stand at the front of which a document has to have one.
  package let leadingCount: Int
  /// How many of all terms it has to have.
  package let least: Int
  /// The field in which it has to have them.
  package let field: Int

  /// - Parameters:
  ///   - leading: terms of which a document has to have one.
  ///   - others: the other terms; none stands in both.
  ///   - least: how many of both a document has to have, at least 1.
  package init(leading: [String], others: [String], least: Int, field: Int) {
    terms = leading + others
    leadingCount = leading.count
    self.least = max(least, 1)
    self.field = field
  }
}

extension Snapshot {
  /// The documents that share enough terms with a text, ascending, and where the text has very many
  /// terms perhaps some that share fewer.
  ///
  /// Among the rarest leading terms, all but as many as a document may lack, each such document has
  /// one: those postings are read, the others only looked into (the division of lists of Li, Lu and
  /// Lu, "Efficient merging and filtering algorithms for approximate string searches", ICDE 2008).
  ///
  /// Cost: the postings of the rarest leading terms, and a search in the others for each of their
  /// documents.
  package func documents(
    _ overlap: TermOverlap, matching filter: DocumentFilter? = nil
  ) throws(IndexError) -> [DocumentID] {
    try storage { () throws(StorageError) in
      var found: [DocumentID] = []
      for segment in try list.filtered(by: filter).segments {
        try OverlapSearch(overlap, in: segment)?.run { document in
          found.append(DocumentID(rawValue: UInt32(segment.base) + document))
        }
      }
      return found
    }
  }
}

/// Finds the documents of one segment that share enough terms with a text.
private struct OverlapSearch {
  private let segment: LiveSegment
  private let least: Int
  private let field: Int
  /// The terms whose postings are read.
  private let read: [TermEntry]
  /// The terms that are looked for in what was read, the rarest first.
  private let sought: [TermEntry]
  /// How many terms more there are, which a document is taken to have.
  private let unseen: Int

  /// How many terms are looked for at the most: each takes memory.
  private static let soughtLimit = 256

  /// Nil where no document can have enough terms.
  init?(_ overlap: TermOverlap, in segment: LiveSegment) throws(StorageError) {
    self.segment = segment
    least = overlap.least
    field = overlap.field
    var leading: [TermEntry] = []
    var others: [TermEntry] = []
    for (number, term) in overlap.terms.enumerated() {
      guard let entry = try segment.reader.entry(of: term) else { continue }
      if number < overlap.leadingCount { leading.append(entry) } else { others.append(entry) }
    }
    guard !leading.isEmpty, leading.count + others.count >= least else { return nil }
    leading.sort { ($0.documentFrequency, $0.ordinal) < ($1.documentFrequency, $1.ordinal) }
    // A document with all the others still needs so many leading ones.
    let needed = max(least - others.count, 1)
    let readCount = leading.count - needed + 1
    read = Array(leading[..<readCount])
    let rest = (leading[readCount...] + others).sorted {
      ($0.documentFrequency, $0.ordinal) < ($1.documentFrequency, $1.ordinal)
    }
    sought = Array(rest.prefix(Self.soughtLimit))
    unseen = rest.count - sought.count
  }

  /// Calls `body` with the number of each document, ascending.
  func run(_ body: (UInt32) -> Void) throws(StorageError) {
    let candidates = try candidates()
    // Opened when first needed: the rarest rule most documents out.
    var others: [ConjunctionTerms] = []
    var index = 0
    while index < candidates.count {
      let document = candidates[index]
      var count = unseen
      while index < candidates.count, candidates[index] == document {
        count += 1
        index += 1
      }
      guard segment.accepts(Int(document)) else { continue }
      var left = sought.count
      for number in sought.indices where count < least && count + left >= least {
        left -= 1
        if number == others.count {
          others.append(try ConjunctionTerms([sought[number]], of: segment.reader))
        }
        if try has(document, others[number].base) { count += 1 }
      }
      if count >= least { body(document) }
    }
  }

  /// The documents of each term that is read, ascending, as often as they have such terms.
  private func candidates() throws(StorageError) -> [UInt32] {
    var documents: [UInt32] = []
    for entry in read {
      try segment.reader.forEachPosting(of: entry) { document, frequencies in
        if frequencies[field] > 0 { documents.append(UInt32(document)) }
        return true
      }
    }
    if read.count > 1 { documents.sort() }
    return documents
  }

  private func has(
    _ document: UInt32, _ term: UnsafeMutablePointer<ConjunctionTerm>
  ) throws(StorageError) -> Bool {
    guard try term.pointee.seek(document) == document else { return false }
    try term.pointee.loadFrequencies()
    return term.pointee.frequency(field) > 0
  }
}
