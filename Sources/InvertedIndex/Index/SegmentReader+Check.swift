import IndexStorage

extension SegmentReader {
  /// Compares every byte with its checksum, and what the sections say with each other.
  func check() throws(StorageError) {
    try file.verifyAll()
    try checkTerms()
    try checkLengths()
    try attributes.forEach(where: { _ in true }) { _, _ in }
    try forms?.check()
    var known = 0
    for group in try groups() { known += group.documents.count }
    guard known == documentCount else { throw inconsistent("groups do not have all documents") }
    try checkNameOrder()
    try forEachName(in: 0..<documentCount) { document, name throws(StorageError) in
      guard String(validating: name, as: UTF8.self) != nil else {
        throw inconsistent("a name is not UTF-8")
      }
      _ = try storedBytes(of: DocumentID(rawValue: UInt32(document)))
    }
  }

  private func inconsistent(_ what: String) -> StorageError {
    .damaged(path: file.path, offset: 0, what: what)
  }

  private func checkTerms() throws(StorageError) {
    var count = 0
    var postings = 0
    var before: [UInt8]?
    try forEachTerm { term, entry throws(StorageError) in
      if let before, !before.lexicographicallyPrecedes(term) {
        throw inconsistent("terms do not ascend")
      }
      before = term
      count += 1
      postings += entry.documentFrequency
      var last = -1
      var found = 0
      var isSound = true
      try forEachPosting(of: entry) { document, frequencies in
        isSound = document > last && frequencies.contains { $0 > 0 }
        last = document
        found += 1
        return isSound
      }
      guard isSound, found == entry.documentFrequency else {
        throw inconsistent("the postings of a term are not as many as its dictionary says")
      }
    }
    guard count == meta.termCount, postings == meta.statistics.postingsCount else {
      throw inconsistent("terms or postings are not as many as the counts say")
    }
  }

  private func checkLengths() throws(StorageError) {
    let lengths = try fieldLengths()
    for (index, field) in meta.statistics.fields.enumerated() {
      var documents = 0
      var total = 0
      for document in 0..<documentCount {
        let length = lengths.length(field: index, document: document)
        if length > 0 { documents += 1 }
        total += Int(length)
      }
      guard documents == field.documentCount, total == field.totalLength else {
        throw inconsistent("lengths of field '\(field.name)' are not those of the counts")
      }
    }
  }
}
