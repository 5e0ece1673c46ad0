#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// BM25L over all fields as one text: frequencies are raised by δ so that long documents are not
/// passed over.
///
/// `ln((N + 1) / (df + 0.5)) · (k1 + 1) · (c + δ) / (k1 + c + δ)` with
/// `c = tf / (1 − b + b · dl / avgdl)`. Lv and Zhai 2011 ("When documents are very long, BM25
/// fails!"), δ = 0.5 as they recommend; the idf is that of Kamphuis et al. 2020, table 1.
///
/// A document that lacks a term of the query has `c = 0` whatever its length, so that the formula,
/// summed over all terms of the query as in that table, gives every such document the same
/// `idf · (k1 + 1) · δ / (k1 + δ)`. It is part of scores and explanations here, unless
/// `BM25Delta.countsAbsentTerms` is false: Lv and Zhai themselves leave a term out where the
/// document lacks it, so that each term which it has is worth that much more; this ranks otherwise.
public enum BM25L {
  /// The parameters that Lv and Zhai recommend.
  public static let parameters = BM25Delta(delta: 0.5)

  struct Scorer: TermScorer {
    let query: Double
    let idf: Double
    let parameters: BM25Delta
    let lengths: LengthNormalization

    func parts(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> TermParts {
      let length = lengths.part(of: document)
      return parts(normalized: frequencies.total / length, length: length)
    }

    var absentParts: TermParts? {
      parameters.countsAbsentTerms ? parts(normalized: 0, length: 1) : nil
    }

    @inline(__always)
    private func parts(normalized: Double, length: Double) -> TermParts {
      let k1 = parameters.k1
      let raised = normalized + parameters.delta
      // With k1 and δ both zero a term that is absent would be 0 / 0; a length of zero, which only
      // b = 1 and a damaged file give, would be ∞ / ∞.
      let saturated = raised > 0 ? (raised.isFinite ? raised / (k1 + raised) : 1) : 0
      return TermParts(query: query, idf: idf, document: (k1 + 1) * saturated, length: length)
    }
  }

  static func scorers(_ context: ScoringContext, _ parameters: BM25Delta) -> [Scorer] {
    let count = Double(context.statistics.documentCount)
    let lengths = LengthNormalization(context, b: parameters.b)
    return context.terms.map { term in
      Scorer(
        query: term.queryWeight, idf: log((count + 1) / (Double(term.documentFrequency) + 0.5)),
        parameters: parameters, lengths: lengths)
    }
  }
}
