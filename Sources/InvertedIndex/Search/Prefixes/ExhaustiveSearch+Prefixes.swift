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
}

extension Query {
  /// The beginning of a word that is all there is.
  var onlyPrefix: Prefix? {
    terms.isEmpty && phrases.isEmpty && prefixes.count == 1 ? prefixes[0] : nil
  }
}
