import IndexStorage

/// The documents that join a ranking because they lie near the query in the latent space, wherever
/// they stand by words: embeddings find what has no word of a query, and words alone do not.
struct NearestDocuments {
  /// A document whose cosine is less says too little of the query (`Eval/reports/ranking.md`).
  private static let leastCosine = 0.5
  /// So many join at the most.
  private static let limit = 50

  private let list: SegmentList
  /// Documents that are ranked already, and those that are not to be found.
  private var known: [DocumentID]

  /// Nil where no word that says something is known, the query asks for what a document has to
  /// have, or the index has so few documents that all lie near each other.
  ///
  /// - Parameters:
  ///   - terms: the query's words.
  ///   - found: the best documents by words; the first ones are ranked anew.
  ///   - same: those with the query's text, which are ranked anew wherever they stand.
  ///   - excluded: those that are not to be found.
  init?(
    _ query: Query, _ terms: QueryTerms, _ found: [SearchHit], _ same: [SameText],
    _ excluded: [DocumentID], in list: SegmentList
  ) {
    guard terms.terms.contains(where: { !$0.term.isFunctionWord }), query.match == .any,
      query.phrases.isEmpty, query.prefixes.isEmpty,
      LatentSpace.rank(documentCount: list.statistics.documentCount) == LatentSpace.dimensions
    else { return nil }
    self.list = list
    known = found.prefix(Ranking.candidates).map(\.document) + same.map(\.document) + excluded
  }

  /// The nearest documents, in ascending order. Cost: 48 products for each document.
  func documents(
    near place: LatentPlace, in space: LatentSpace
  ) throws(StorageError) -> [DocumentID] {
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
    return best.kept().map(\.document).sorted()
  }
}
