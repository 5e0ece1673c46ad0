import IndexStorage
import TextAnalysis

/// The documents that join a ranking without a word of the query, because they lie near it in the
/// latent space: where words find too few to rank.
struct NearestDocuments {
  /// A document whose cosine is less says too little of the query: below, what joins is seldom of
  /// use; from 0.7 on what is of use is lost, too (`Eval/reports/ranking.md`).
  private static let leastCosine = 0.6
  /// So many join at the most.
  private static let limit = 50

  private let list: SegmentList
  /// Documents that are not to be found, and those that were.
  private let known: [DocumentID]

  /// Nil where words find enough, the query asks for what a document has to have, or the index has
  /// so few documents that all lie near each other. Function words find nothing that is meant.
  ///
  /// - Parameters:
  ///   - terms: the query's words.
  ///   - found: the best documents by words; the first ones are ranked anew.
  init?(
    _ query: Query, _ terms: QueryTerms, _ found: [SearchHit],
    excluding excluded: [DocumentID], in list: SegmentList
  ) {
    var count = 0
    for word in terms.terms where !FunctionWords.contains(word.term.text) {
      count += word.documentFrequency
    }
    guard count > 0, min(count, found.count) < Ranking.candidates, query.match == .any,
      query.phrases.isEmpty, query.prefixes.isEmpty,
      LatentSpace.rank(documentCount: list.statistics.documentCount) == LatentSpace.dimensions
    else { return nil }
    self.list = list
    known = found.prefix(Ranking.candidates).map(\.document) + excluded
  }

  /// The nearest documents, without a score, in no order. Cost: 48 products for each document.
  func hits(near place: LatentPlace, in space: LatentSpace) throws(StorageError) -> [SearchHit] {
    var best = TopHits(limit: Self.limit)
    for segment in list.segments {
      try space.forEach(
        of: segment.base..<segment.end, near: place, from: Self.leastCosine
      ) { document, cosine in
        let number = DocumentID(rawValue: UInt32(document))
        // Few come so far.
        guard segment.accepts(document - segment.base), !known.contains(number) else { return }
        best.offer(SearchHit(document: number, score: cosine))
      }
    }
    return best.kept.map { SearchHit(near: $0.document) }
  }
}
