#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// BM25 over all fields as one text, as Lucene computes it.
///
/// `idf · tf / (tf + k1 · (1 − b + b · dl / avgdl))` with
/// `idf = ln(1 + (N − df + 0.5) / (df + 0.5))`, which is never negative, and without the factor
/// `k1 + 1`, which changes no ranking. Lengths are exact. Robertson et al. 1994; the variant's name
/// is `lucene` in Kamphuis, de Vries, Boytsov and Lin 2020.
public struct BM25: Sendable, Hashable {
  /// How slowly further occurrences of a term stop counting; zero or more.
  public var k1: Double
  /// How much a document's length counts, from 0 to 1.
  public var b: Double

  /// Lucene's defaults are 1.2 and 0.75.
  public init(k1: Double = 1.2, b: Double = 0.75) {
    precondition(k1.isFinite && k1 >= 0, "k1 is a finite number, zero or more")
    precondition((0...1).contains(b), "b is a number from 0 to 1")
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
    let b: Double
    let averageLength: Double
    let lengths: FieldLengths

    private func lengthPart(_ document: Int) -> Double {
      1 - b + b * Double(lengths.total(document: document)) / averageLength
    }

    func parts(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> TermParts {
      let frequency = frequencies.total
      let length = lengthPart(document)
      return TermParts(
        query: query, idf: idf, document: frequency / (frequency + k1 * length), length: length)
    }
  }

  func scorers(_ context: ScoringContext) -> [Scorer] {
    context.terms.map { term in
      Scorer(
        query: Double(term.term.frequency) * term.term.boost,
        idf: Self.idf(
          documentFrequency: term.documentFrequency,
          documentCount: context.statistics.documentCount),
        k1: k1, b: b, averageLength: context.statistics.averageLength, lengths: context.lengths)
    }
  }
}
