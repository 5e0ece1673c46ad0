#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// BM25+ over all fields as one text: a term's part has a lower bound.
///
/// `ln((N + 1) / df) · ((k1 + 1) · tf / (tf + k1 · (1 − b + b · dl / avgdl)) + δ)`. Lv and Zhai
/// 2011 ("Lower-bounding term frequency normalization"), δ = 1 as they recommend; Kamphuis et al.
/// 2020, table 1.
///
/// Summed over all terms of the query, as in that table, a document that lacks a term has
/// `idf · δ` from it: the same for every document, so that δ then moves no ranking. That constant
/// is part of scores and explanations here, unless `BM25Delta.countsAbsentTerms` is false: Lv and
/// Zhai sum over the terms that the document has, each of which is then worth `idf · δ` more than
/// its absence, and δ does rank.
public enum BM25Plus {
  /// The parameters that Lv and Zhai recommend.
  public static let parameters = BM25Delta(delta: 1)

  struct Scorer: TermScorer {
    let query: Double
    let idf: Double
    let parameters: BM25Delta
    let lengths: LengthNormalization

    func parts(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> TermParts {
      let frequency = frequencies.total
      let k1 = parameters.k1
      let length = lengths.part(of: document)
      return TermParts(
        query: query, idf: idf,
        document: (k1 + 1) * frequency / (frequency + k1 * length) + parameters.delta,
        length: length)
    }

    var absentParts: TermParts? {
      parameters.countsAbsentTerms
        ? TermParts(query: query, idf: idf, document: parameters.delta, length: 1) : nil
    }
  }

  static func scorers(_ context: ScoringContext, _ parameters: BM25Delta) -> [Scorer] {
    let count = Double(context.statistics.documentCount)
    let lengths = LengthNormalization(context, b: parameters.b)
    return context.terms.map { term in
      Scorer(
        query: term.queryWeight, idf: log((count + 1) / Double(term.documentFrequency)),
        parameters: parameters, lengths: lengths)
    }
  }
}
