import IndexStorage

/// The documents that join a ranking without a word of the query, because they lie near it in the
/// latent space: where words find too few to rank.
struct NearestDocuments {
  /// A document whose cosine is less says too little of the query: below, what joins is seldom of
  /// use; from 0.7 on what is of use is lost, too (`Eval/reports/ranking.md`).
  private static let leastCosine = 0.6
  /// So many join at the most.
  private static let limit = 50

  private let list: SegmentList
  /// Documents that are not to be found, and those that were or have a word that says something.
  private var known: [DocumentID]

  /// Nil where words find enough, the query asks for what a document has to have, or the index has
  /// so few documents that all lie near each other. Function words find nothing that is meant.
  ///
  /// - Parameters:
  ///   - terms: the query's words.
  ///   - found: the best documents by words; the first ones are ranked anew.
  ///   - same: those with the query's text, which are ranked anew wherever they stand.
  ///   - excluded: those that are not to be found.
  init?(
    _ query: Query, _ terms: QueryTerms, _ found: [SearchHit], _ same: [SameText],
    _ excluded: [DocumentID], in list: SegmentList
  ) throws(StorageError) {
    var count = 0
    let words = terms.terms.indices.filter { !terms.terms[$0].term.isFunctionWord }
    for word in words { count += terms.terms[word].documentFrequency }
    guard count > 0, min(count, found.count) < Ranking.candidates, query.match == .any,
      query.phrases.isEmpty, query.prefixes.isEmpty,
      LatentSpace.rank(documentCount: list.statistics.documentCount) == LatentSpace.dimensions
    else { return nil }
    self.list = list
    known =
      found.prefix(Ranking.candidates).map(\.document) + same.map(\.document) + excluded
    // Function words may have put some others before those with the words.
    guard found.count >= Ranking.candidates else { return }
    for (place, segment) in list.segments.enumerated() {
      for word in words {
        guard let entry = terms.entry(word, place) else { continue }
        try segment.forEachPosting(of: entry) { document, _ in
          known.append(DocumentID(rawValue: UInt32(segment.base + document)))
          return true
        }
      }
    }
  }

  /// The nearest documents, without a score, in no order. Cost: 48 products for each document.
  func hits(near place: LatentPlace, in space: LatentSpace) throws(StorageError) -> [SearchHit] {
    var best = TopHits(limit: Self.limit)
    for segment in list.segments {
      try space.forEach(
        of: segment.base..<segment.end, near: place, from: Self.leastCosine
      ) { document, cosine in
        let number = DocumentID(rawValue: UInt32(document))
        // Few come so far. Documents ascend: a later one of the same cosine is not kept.
        guard cosine > best.floor, segment.accepts(document - segment.base),
          !known.contains(number)
        else { return }
        best.offer(SearchHit(document: number, score: cosine))
      }
    }
    return best.kept().map { SearchHit(near: $0.document) }
  }
}
