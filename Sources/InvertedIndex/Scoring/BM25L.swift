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
/// `idf · (k1 + 1) · δ / (k1 + δ)`. It is part of scores and explanations here (`countsAbsentTerms`).
/// Lv and Zhai themselves leave the term out where the document lacks it; without the constant
/// every term that a document has gains by it, which ranks otherwise.
public struct BM25L: Sendable, Hashable {
  /// How slowly further occurrences of a term stop counting; zero or more.
  public var k1: Double
  /// How much a document's length counts, from 0 to 1.
  public var b: Double
  /// What is added to normalized frequencies; zero or more.
  public var delta: Double
  /// Whether a document has a term's constant part where it lacks the term.
  public var countsAbsentTerms: Bool

  /// The defaults are BM25's and δ = 0.5.
  public init(
    k1: Double = 1.2, b: Double = 0.75, delta: Double = 0.5, countsAbsentTerms: Bool = true
  ) {
    precondition(k1.isFinite && k1 >= 0, "k1 is a finite number, zero or more")
    precondition((0...1).contains(b), "b is a number from 0 to 1")
    precondition(delta.isFinite && delta >= 0, "delta is a finite number, zero or more")
    self.k1 = k1
    self.b = b
    self.delta = delta
    self.countsAbsentTerms = countsAbsentTerms
  }

  struct Scorer: TermScorer {
    let query: Double
    let idf: Double
    let k1: Double
    let delta: Double
    let countsAbsent: Bool
    let lengths: LengthNormalization

    func parts(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> TermParts {
      let length = lengths.part(of: document)
      return parts(normalized: frequencies.total / length, length: length)
    }

    var absentParts: TermParts? { countsAbsent ? parts(normalized: 0, length: 1) : nil }

    @inline(__always)
    private func parts(normalized: Double, length: Double) -> TermParts {
      let raised = normalized + delta
      // With k1 and δ both zero a term that is absent would be 0 / 0; a length of zero, which only
      // b = 1 and a damaged file give, would be ∞ / ∞.
      let saturated = raised > 0 ? (raised.isFinite ? raised / (k1 + raised) : 1) : 0
      return TermParts(query: query, idf: idf, document: (k1 + 1) * saturated, length: length)
    }
  }

  func scorers(_ context: ScoringContext) -> [Scorer] {
    let count = Double(context.statistics.documentCount)
    let lengths = LengthNormalization(context, b: b)
    return context.terms.map { term in
      Scorer(
        query: term.queryWeight, idf: log((count + 1) / (Double(term.documentFrequency) + 0.5)),
        k1: k1, delta: delta, countsAbsent: countsAbsentTerms, lengths: lengths)
    }
  }
}
