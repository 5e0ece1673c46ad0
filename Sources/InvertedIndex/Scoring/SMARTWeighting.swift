#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// TF-IDF by two triples of the SMART notation, `ddd.qqq`: the first weighs documents, the second
/// queries; a score is the inner product of the two vectors, over all fields as one text.
///
/// The triples' letters are explained at `SMARTTriple`. A query's vector has the terms that the
/// index has, each with the logarithm or share of its frequency there times its boost. The size in
/// bytes is that of terms as the index has them, since it keeps no text. Where all weights of a
/// vector are zero, as with idf in terms that every document has, its cosine is zero.
///
/// What weights need of whole documents (greatest and mean frequencies, numbers of terms, sizes,
/// lengths of vectors) is worked out from all postings when a snapshot is first asked for it, and
/// kept with the snapshot, so that it follows from the collection as it is.
public struct SMARTWeighting: Sendable, Hashable {
  /// How documents are weighed.
  public var document: SMARTTriple
  /// How queries are weighed.
  public var query: SMARTTriple
  /// How much the number of different terms counts in `u`, from 0 to 1. Singhal, Buckley and Mitra
  /// 1996 found 0.2 for all their collections.
  public var slope: Double
  /// The exponent of `b`, from 0 to 1. Singhal, Salton, Mitra and Buckley 1996 took 0.375.
  public var alpha: Double

  /// Two triples, with the parameters that the literature found.
  public init(document: SMARTTriple, query: SMARTTriple, slope: Double = 0.2, alpha: Double = 0.375)
  {
    precondition((0...1).contains(slope), "a slope is a number from 0 to 1")
    precondition((0...1).contains(alpha), "an exponent is a number from 0 to 1")
    self.document = document
    self.query = query
    self.slope = slope
    self.alpha = alpha
  }

  /// `lnc.ltc`: documents `1 + ln tf` and no idf, queries with idf, both cosines.
  public static let lncLtc = SMARTWeighting(
    document: SMARTTriple(.logarithm, .none, .cosine),
    query: SMARTTriple(.logarithm, .idf, .cosine))

  struct Scorer: TermScorer {
    let query: Double
    let idf: Double
    let weighting: SMARTWeighting
    let profiles: DocumentProfiles.Columns
    /// `1 / length` of each document's vector; not read unless a cosine is asked for.
    let norms: UnsafePointer<Double>?

    func parts(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> TermParts {
      let weight = weighting.document.termFrequency.weight(
        frequencies.total, maximum: profiles.maxima[document],
        average: profiles.averages[document])
      let factor: Double
      switch weighting.document.normalization {
      case .none: factor = 1
      case .cosine: factor = norms.map { $0[document] } ?? 0
      case .pivotedUnique:
        factor = weighting.pivoted(profiles.termCounts[document], pivot: profiles.pivot)
      case .byteSize: factor = weighting.sized(profiles.sizes[document])
      }
      return TermParts(query: query, idf: idf, document: weight * factor, length: factor)
    }
  }

  /// A scorer for each term; `norms` where the documents' triple has a cosine.
  func scorers(
    _ context: ScoringContext, profiles: DocumentProfiles.Columns, norms: UnsafePointer<Double>?
  ) -> [Scorer] {
    let count = context.statistics.documentCount
    return zip(context.terms, queryVector(context, pivot: profiles.pivot)).map { term, entry in
      let idf = document.documentFrequency.weight(term.documentFrequency, of: count)
      return Scorer(
        query: entry.weight, idf: entry.idf * idf, weighting: self, profiles: profiles,
        norms: norms)
    }
  }

  /// The query's normalized weights without idf, and its idfs, in the order of the terms.
  private func queryVector(
    _ context: ScoringContext, pivot: Double
  ) -> [(weight: Double, idf: Double)] {
    let count = context.statistics.documentCount
    let frequencies = context.terms.map { Double($0.term.frequency) }
    let total = frequencies.reduce(0, +)
    let maximum = frequencies.max() ?? 1
    let average = total / Double(max(frequencies.count, 1))
    var vector: [(weight: Double, idf: Double)] = []
    var square = 0.0
    var size = 0.0
    for (term, frequency) in zip(context.terms, frequencies) {
      let weight =
        query.termFrequency.weight(frequency, maximum: maximum, average: average)
        * term.term.boost
      let idf = query.documentFrequency.weight(term.documentFrequency, of: count)
      square += weight * weight * idf * idf
      size += frequency * Double(term.term.text.utf8.count)
      vector.append((weight, idf))
    }
    let factor: Double
    switch query.normalization {
    case .none: factor = 1
    // No term tells documents apart: every cosine is 0.
    case .cosine: factor = square > 0 ? 1 / square.squareRoot() : 0
    case .pivotedUnique: factor = pivoted(Double(vector.count), pivot: pivot)
    case .byteSize: factor = sized(size)
    }
    return vector.map { ($0.weight * factor, $0.idf) }
  }

  @inline(__always)
  private func pivoted(_ termCount: Double, pivot: Double) -> Double {
    1 / ((1 - slope) * pivot + slope * termCount)
  }

  @inline(__always)
  private func sized(_ bytes: Double) -> Double { pow(bytes, -alpha) }
}
