#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// BM25+ over all fields as one text: a term's part has a lower bound.
///
/// `ln((N + 1) / df) · ((k1 + 1) · tf / (tf + k1 · (1 − b + b · dl / avgdl)) + δ)`. Lv and Zhai 2011
/// ("Lower-bounding term frequency normalization"), δ = 1 as they recommend; Kamphuis et al. 2020,
/// table 1.
///
/// Summed over all terms of the query, as in that table, a document that lacks a term has
/// `idf · δ` from it: the same for every document, so that δ then moves no ranking. That constant is
/// part of scores and explanations here (`countsAbsentTerms`). Lv and Zhai sum over the terms that
/// the document has; then each of them is worth `idf · δ` more than its absence, and δ does rank.
public struct BM25Plus: Sendable, Hashable {
  /// How slowly further occurrences of a term stop counting; zero or more.
  public var k1: Double
  /// How much a document's length counts, from 0 to 1.
  public var b: Double
  /// The least that a term's frequency part is worth; zero or more.
  public var delta: Double
  /// Whether a document has a term's constant part where it lacks the term.
  public var countsAbsentTerms: Bool

  /// The defaults are BM25's and δ = 1.
  public init(
    k1: Double = 1.2, b: Double = 0.75, delta: Double = 1, countsAbsentTerms: Bool = true
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
      let frequency = frequencies.total
      let length = lengths.part(of: document)
      return TermParts(
        query: query, idf: idf,
        document: (k1 + 1) * frequency / (frequency + k1 * length) + delta, length: length)
    }

    var absentParts: TermParts? {
      countsAbsent ? TermParts(query: query, idf: idf, document: delta, length: 1) : nil
    }
  }

  func scorers(_ context: ScoringContext) -> [Scorer] {
    let count = Double(context.statistics.documentCount)
    let lengths = LengthNormalization(context, b: b)
    return context.terms.map { term in
      Scorer(
        query: term.queryWeight, idf: log((count + 1) / Double(term.documentFrequency)), k1: k1,
        delta: delta, countsAbsent: countsAbsentTerms, lengths: lengths)
    }
  }
}
