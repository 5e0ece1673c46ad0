/// How documents are scored. Every model ranks from the same postings.
public enum ScoringModel: Sendable, Hashable {
  /// BM25 over all fields as one text.
  case bm25(BM25)
  /// BM25 over weighted fields.
  case bm25f(BM25F)
  /// TF-IDF cosine, SMART `lnc.ltc`.
  case tfidfCosine
  /// Lucene's classic TF-IDF.
  case tfidfLucene
}
