#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Cosine of TF-IDF vectors in the SMART notation `lnc.ltc`, over all fields as one text.
///
/// Documents: `1 + ln tf`, no idf, divided by the vector's length. Query: `(1 + ln qf) · ln(N /
/// df)`, divided by the vector's length over the terms that the index has. Logarithms are natural;
/// their base changes no cosine. Salton and Buckley 1988; Manning, Raghavan and Schütze 2008,
/// section 6.4. A term that every document has weighs nothing.
enum TFIDFCosine {
  struct Scorer: TermScorer {
    let query: Double
    let idf: Double
    let norms: UnsafeRawBufferPointer

    func parts(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> TermParts {
      let frequency = frequencies.total
      let bits = norms.loadUnaligned(fromByteOffset: 8 * document, as: UInt64.self)
      let norm = Double(bitPattern: UInt64(littleEndian: bits))
      // A document that has a term has a vector of length 1 at least; a file may say otherwise.
      let length = norm >= 1 && norm.isFinite ? 1 / norm : 0
      return TermParts(
        query: query, idf: idf, document: (1 + log(frequency)) * length, length: length)
    }
  }

  static func scorers(_ context: ScoringContext) -> [Scorer] {
    let count = Double(context.statistics.documentCount)
    let idfs = context.terms.map { log(count / Double($0.documentFrequency)) }
    let weights = context.terms.map { (1 + log(Double($0.term.frequency))) * $0.term.boost }
    var square = 0.0
    for (weight, idf) in zip(weights, idfs) { square += weight * weight * idf * idf }
    // No term tells documents apart: every cosine is 0.
    let norm = square > 0 ? 1 / square.squareRoot() : 0
    return zip(weights, idfs).map { weight, idf in
      Scorer(query: weight * norm, idf: idf, norms: context.norms)
    }
  }
}
