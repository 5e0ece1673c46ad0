/// What parts of a search take, in nanoseconds of one thread, as measured by `qsearch-bench dedup`
/// and `minhash` on one machine. Plans need only their ratios.
enum JoinCost {
  /// Reading a posting and comparing its sketch.
  static let perPosting = 6.0
  /// Finding the postings of one shingle.
  static let perLookup = 90.0
  /// Verifying a candidate.
  static let perCandidate = 60.0
  /// A value of a signature, for one shingle.
  static let perValue = 0.03
  /// Sorting one text into a band.
  static let perBand = 280.0

  /// The exact join, after texts have become sets.
  static func join(lookups: Double, postings: Double, candidates: Double) -> Double {
    lookups * perLookup + postings * perPosting + candidates * perCandidate
  }

  /// Signatures and bands, without candidates.
  static func lsh(texts: Double, shingles: Double, banding: LSHBanding) -> Double {
    texts
      * (shingles * Double(roundedUp(banding.values)) * perValue
        + Double(banding.bands) * perBand)
  }

  /// A number of values that signatures may have.
  static func roundedUp(_ values: Int) -> Int { (values + 15) / 16 * 16 }
}
