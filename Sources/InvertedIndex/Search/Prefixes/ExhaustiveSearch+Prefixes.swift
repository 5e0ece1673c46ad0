import IndexStorage

extension ExhaustiveSearch {
  /// Adds what beginnings of words give to documents that have such a word.
  ///
  /// - Parameter start: the score of a document that had none of the terms before.
  /// - Returns: the documents, for each beginning.
  func addPrefixes(
    _ part: Part, otherwise start: Double, to scores: inout [Double]
  ) throws(StorageError) -> [DocumentBitmap] {
    var sets: [DocumentBitmap] = []
    for prefix in prefixes {
      let set = try part.segment.reader.documents(withPrefix: Array(prefix.text.utf8))
      for document in scores.indices where set.contains(document) && part.segment.isLive(document) {
        let score = scores[document]
        scores[document] = (score == -.infinity ? start : score) + prefix.boost
      }
      sets.append(set)
    }
    return sets
  }

  /// The parts of a document's score that beginnings of words give.
  func prefixParts(_ document: Int, _ part: Part) throws(StorageError) -> [Explanation.Part] {
    var found: [Explanation.Part] = []
    for prefix in prefixes {
      let bytes = Array(prefix.text.utf8)
      var frequencies = [Int](repeating: 0, count: part.segment.reader.meta.lengthWidths.count)
      try part.segment.reader.forEachTerm(withPrefix: bytes) {
        _, entry throws(StorageError) in
        try part.segment.forEachPosting(of: entry) { number, counts in
          guard number == document else { return number < document }
          for field in frequencies.indices { frequencies[field] += Int(counts[field]) }
          return false
        }
      }
      guard frequencies.contains(where: { $0 > 0 }) else { continue }
      var documentFrequency = 0
      for part in parts {
        let set = try part.segment.reader.documents(withPrefix: bytes)
        for document in 0..<part.segment.documentLimit
        where set.contains(document) && part.segment.isLive(document) { documentFrequency += 1 }
      }
      found.append(
        Explanation.Part(
          term: prefix.text + "*", frequencies: frequencies, documentFrequency: documentFrequency,
          idf: 1, queryPart: prefix.boost, documentPart: 1, lengthPart: 1,
          contribution: prefix.boost))
    }
    return found
  }
}

extension Query {
  /// The beginning of a word that is all there is.
  var onlyPrefix: Prefix? {
    terms.isEmpty && phrases.isEmpty && prefixes.count == 1 ? prefixes[0] : nil
  }
}
