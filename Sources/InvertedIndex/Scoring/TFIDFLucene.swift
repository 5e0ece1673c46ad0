#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lucene's classic TF-IDF over all fields as one text: `Σ √tf · idf² / √dl` with
/// `idf = 1 + ln((N + 1) / (df + 1))`.
///
/// The formula that `TFIDFSimilarity` documents, with exact lengths instead of its one-byte ones.
/// (Lucene's code has applied idf once, not twice, since its query norm was removed in 7.0; the
/// documented square is kept here.) A term that stands twice in the query counts twice.
enum TFIDFLucene {
  struct Scorer: TermScorer {
    let query: Double
    let idf: Double
    let lengths: FieldLengths

    func parts(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> TermParts {
      let frequency = frequencies.total
      let length = 1 / Double(max(lengths.total(document: document), 1)).squareRoot()
      return TermParts(
        query: query, idf: idf, document: frequency.squareRoot() * length, length: length)
    }
  }

  static func scorers(_ context: ScoringContext) -> [Scorer] {
    let count = Double(context.statistics.documentCount)
    return context.terms.map { term in
      let idf = 1 + log((count + 1) / (Double(term.documentFrequency) + 1))
      return Scorer(
        query: Double(term.term.frequency) * term.term.boost * idf, idf: idf,
        lengths: context.lengths)
    }
  }
}
