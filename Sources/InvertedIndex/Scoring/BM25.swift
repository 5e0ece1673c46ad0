#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// BM25 over all fields as one text: the variants whose term part is `tf / (tf + K)` with
/// `K = k1 · (1 − b + b · dl / avgdl)`.
///
/// Robertson et al. 1994; the names are those of Kamphuis, de Vries, Boytsov and Lin 2020 ("Which
/// BM25 do you mean?", table 1). Lengths are exact, logarithms natural. A term that stands twice in
/// the query counts twice. The other variants of that table are `BM25L`, `BM25Plus` and
/// `BM25Adaptive`.
public struct BM25: Sendable, Hashable {
  /// Which idf and which factor.
  public enum Variant: String, Sendable, Hashable, CaseIterable {
    /// `ln(1 + (N − df + 0.5) / (df + 0.5)) · tf / (tf + K)`: never negative, and without the
    /// factor `k1 + 1`, which changes no ranking. Lucene's, with exact lengths ("accurate").
    case lucene
    /// `ln((N − df + 0.5) / (df + 0.5)) · tf / (tf + K)`, the original. A term that more than half
    /// of the documents have counts against those that have it. Documents that have no term of the
    /// query are not found, even where the formula places them above negative scores.
    case robertson
    /// `ln(N / df) · (k1 + 1) · tf / (tf + K)`: Trotman, Jia and Crane 2012. A term that every
    /// document has weighs nothing.
    case atire
  }

  /// Which idf and which factor.
  public var variant: Variant
  /// How slowly further occurrences of a term stop counting; zero or more.
  public var k1: Double
  /// How much a document's length counts, from 0 to 1.
  public var b: Double

  /// Lucene's variant and defaults, which are 1.2 and 0.75.
  public init(_ variant: Variant = .lucene, k1: Double = 1.2, b: Double = 0.75) {
    precondition(k1.isFinite && k1 >= 0, "k1 is a finite number, zero or more")
    precondition((0...1).contains(b), "b is a number from 0 to 1")
    self.variant = variant
    self.k1 = k1
    self.b = b
  }

  /// Lucene's inverse document frequency: `ln(1 + (N − df + 0.5) / (df + 0.5))`.
  static func idf(documentFrequency: Int, documentCount: Int) -> Double {
    let frequency = Double(documentFrequency)
    return log(1 + (Double(documentCount) - frequency + 0.5) / (frequency + 0.5))
  }

  struct Scorer: TermScorer {
    let query: Double
    let idf: Double
    let k1: Double
    let factor: Double
    let lengths: LengthNormalization

    func parts(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> TermParts {
      let frequency = frequencies.total
      let length = lengths.part(of: document)
      return TermParts(
        query: query, idf: idf, document: factor * frequency / (frequency + k1 * length),
        length: length)
    }
  }

  func scorers(_ context: ScoringContext) -> [Scorer] {
    let count = context.statistics.documentCount
    let lengths = LengthNormalization(context, b: b)
    return context.terms.map { term in
      let idf: Double
      switch variant {
      case .lucene: idf = Self.idf(documentFrequency: term.documentFrequency, documentCount: count)
      case .robertson:
        let frequency = Double(term.documentFrequency)
        idf = log((Double(count) - frequency + 0.5) / (frequency + 0.5))
      case .atire: idf = log(Double(count) / Double(term.documentFrequency))
      }
      return Scorer(
        query: term.queryWeight, idf: idf, k1: k1, factor: variant == .atire ? k1 + 1 : 1,
        lengths: lengths)
    }
  }
}
