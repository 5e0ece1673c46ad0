#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Documents weighed by the SMART triple `lnc`, over all fields as one text: `1 + ln tf`, no idf,
/// divided by the vector's length, which the index has.
///
/// Salton and Buckley 1988; Manning, Raghavan and Schütze 2008, section 6.4. Logarithms are
/// natural; their base changes no cosine. With a query weighed by `ltc` a term that every document
/// has weighs nothing.
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
}
