/// How documents are scored. Every model ranks from the same postings.
public enum ScoringModel: Sendable, Hashable {
  /// BM25 over all fields as one text: Lucene's, Robertson's, ATIRE's.
  case bm25(BM25)
  /// BM25 over weighted fields.
  case bm25f(BM25F)
  /// BM25L over all fields as one text; see `BM25L`.
  case bm25l(BM25Delta)
  /// BM25+ over all fields as one text; see `BM25Plus`.
  case bm25Plus(BM25Delta)
  /// BM25-adpt over all fields as one text.
  case bm25Adaptive(BM25Adaptive)
  /// TF-IDF by two SMART triples.
  case tfidf(SMARTWeighting)
  /// Lucene's classic TF-IDF.
  case tfidfLucene

  /// TF-IDF cosine, SMART `lnc.ltc`.
  public static let tfidfCosine = ScoringModel.tfidf(.lncLtc)
}
