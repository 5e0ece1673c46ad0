import IndexStorage

/// The documents that join a ranking because they lie near the query in the latent space, wherever
/// they stand by words: embeddings find what has no word of a query, and words alone do not.
struct NearestDocuments {
  /// A document whose cosine is less says too little of the query (`Eval/reports/ranking.md`).
  private static let leastCosine = 0.6
  /// So many join at the most.
  private static let limit = 20

  private let list: SegmentList
  /// Whether documents that join may have words of the query: those that words found are not all.
  let mayHaveWords: Bool
  /// A bit for each document that is ranked already or not to be found.
  private var known: [UInt64]

  /// Nil where the query has function words alone, asks for what a document has to have, or
  /// finds enough by words among many documents; and where the index has so few that all lie near
  /// each other.
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
    let documentCount = list.statistics.documentCount
    var postings = 0
    for word in terms.terms where !word.term.isFunctionWord { postings += word.documentFrequency }
    guard postings > 0, query.match == .any, query.phrases.isEmpty, query.prefixes.isEmpty,
      LatentSpace.rank(documentCount: documentCount) == LatentSpace.dimensions,
      documentCount <= Ranking.smallCollection
        || min(postings, found.count) < Ranking.candidates
    else { return nil }
    self.list = list
    mayHaveWords = found.count >= Ranking.candidates
    known = [UInt64](repeating: 0, count: list.documentLimit / 64 + 1)
    for hit in found.prefix(Ranking.candidates) { note(hit.document) }
    for one in same { note(one.document) }
    for one in excluded { note(one) }
  }

  private mutating func note(_ document: DocumentID) {
    // Who asks may exclude what is not there.
    guard Int(document.rawValue) < list.documentLimit else { return }
    known[Int(document.rawValue) / 64] |= 1 << UInt64(document.rawValue % 64)
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
        // Documents ascend: a later one of the same cosine is not kept.
        guard cosine > best.floor, known[document / 64] >> UInt64(document % 64) & 1 == 0,
          segment.accepts(document - segment.base)
        else { return }
        best.offer(
          SearchHit(document: DocumentID(rawValue: UInt32(document)), score: cosine))
      }
    }
    return best.kept().map(\.document).sorted()
  }
}
