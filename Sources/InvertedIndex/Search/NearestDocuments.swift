import CKernels
import IndexStorage

/// The documents that join a ranking without a word of the query, because they lie near it in the
/// latent space: where words find too few to rank.
struct NearestDocuments {
  /// A document whose cosine is less says too little of the query. Of values from 0.5 to 0.8 it is
  /// the greatest that costs nothing, see `Eval/reports/ranking.md`.
  private static let leastCosine = 0.6
  /// So many join at the most.
  private static let limit = 50

  let list: SegmentList
  /// Documents that are not to be found, and those that were.
  var known: Set<UInt32>

  /// Nil where words find enough, the query asks for what a document has to have, or the index has
  /// so few documents that all lie near each other.
  init?(_ query: Query, in list: SegmentList, found: [SearchHit], excluding excluded: [DocumentID])
  {
    guard found.count < Ranking.candidates, query.match == .any, query.phrases.isEmpty,
      query.prefixes.isEmpty,
      LatentSpace.rank(documentCount: list.statistics.documentCount) == LatentSpace.dimensions
    else { return nil }
    self.list = list
    known = Set(excluded.map(\.rawValue))
    for hit in found { known.insert(hit.document.rawValue) }
  }

  /// The nearest documents, without a score, in no order. Cost: 48 products for each document.
  func hits(near place: LatentPlace, in space: LatentSpace) throws(StorageError) -> [SearchHit] {
    var best = TopHits(limit: Self.limit)
    for segment in list.segments {
      try space.forEach(
        of: UInt32(segment.base)..<UInt32(segment.end), near: place, from: Self.leastCosine
      ) { document, cosine in
        guard segment.accepts(Int(document) - segment.base), !known.contains(document) else {
          return
        }
        best.offer(SearchHit(document: DocumentID(rawValue: document), score: cosine))
      }
    }
    return best.kept.map { SearchHit(document: $0.document, score: 0) }
  }
}
