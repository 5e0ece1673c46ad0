/// BM25-adpt over all fields as one text: every term has its own k1, found from how often documents
/// repeat it.
///
/// `G¹ · (k1' + 1) · tf / (tf + k1' · (1 − b + b · dl / avgdl))`. Lv and Zhai 2011 ("Adaptive term
/// frequency normalization for BM25"), as Trotman, Puurula and Burgess 2014 and Kamphuis et al.
/// 2020 state it. With `c = tf / (1 − b + b · dl / avgdl)`, `df_0 = N`, `df_1 = df`, and for
/// `r ≥ 2` `df_r` = documents with `c ≥ r − 0.5`:
///
/// - `Gʳ = log2((df_{r+1} + 0.5) / (df_r + 1)) − log2((df + 0.5) / (N + 1))`;
/// - `k1'` minimizes `Σ_{r=0…T} (Gʳ / G¹ − (k1' + 1) · r / (k1' + r))²` from 0.001 to 10.
///
/// T is the last r with `df_r > 0`, at most 254, or the first r from 3 on behind which G falls, as
/// in ATIRE's implementation. Where G¹ is not positive or no document repeats the term, nothing
/// tells k1', and it is 0.001: repetition does not count (Trotman et al.). G¹ stands in place of
/// the idf; like Robertson's it is negative for frequent terms that are seldom repeated.
///
/// Both are worked out at search time, from the terms' postings: a search reads those twice.
public struct BM25Adaptive: Sendable, Hashable {
  /// How much a document's length counts, from 0 to 1.
  public var b: Double

  /// The default is BM25's.
  public init(b: Double = 0.75) {
    precondition((0...1).contains(b), "b is a number from 0 to 1")
    self.b = b
  }

  /// Scorers as BM25's, each with its own idf and k1; one gain a term.
  func scorers(_ context: ScoringContext, gains: [InformationGain]) -> [BM25.Scorer] {
    let lengths = LengthNormalization(context, b: b)
    return zip(context.terms, gains).map { term, gains in
      let (gain, k1) = gains.fitted()
      return BM25.Scorer(
        query: term.queryWeight, idf: gain, k1: k1, factor: k1 + 1, lengths: lengths)
    }
  }
}
