import NearDuplicates
import QuestionBanks

/// The entries of an index and the pairs of them that are compared, for those who measure.
package struct DuplicateCandidates: Sendable {
  /// The entries in canonical order.
  package let entries: [Entry]
  /// What of each is compared.
  package let texts: [DuplicateText]
  /// The pairs, in ascending order.
  package let pairs: [CandidatePair]

  /// Looks for the pairs.
  package init(
    _ index: QuestionIndex, options: DuplicateOptions = DuplicateOptions()
  ) throws(QuestionSearchError) {
    var entries: [Entry] = []
    try index.forEachEntry { entries.append($0) }
    var statistics = DuplicateStatistics()
    pairs = try DuplicateSearch(options: options).candidates(entries, &statistics)
    texts = entries.map { DuplicateText($0) }
    self.entries = entries
  }
}
