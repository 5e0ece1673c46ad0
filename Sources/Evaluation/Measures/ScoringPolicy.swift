/// What is done where a run or judgments leave a choice. The default is what
/// `trec_eval -c` does, so that figures can be compared.
public struct ScoringPolicy: Sendable, Hashable {
  /// The order of results that have the same score, compared as 32-bit floats.
  public enum Ties: String, Sendable, CaseIterable {
    /// By document name, descending by bytes, as `trec_eval`; the rank column does not count.
    case trec
    /// The higher grade first: the most that any order of the ties gives.
    case best
    /// The lower grade first: the least that any order of the ties gives.
    case worst
  }

  /// Judged queries for which the run has no results.
  public enum MissingQueries: String, Sendable, CaseIterable {
    /// They count 0 in the mean.
    case zero
    /// They are left out: the mean is over the queries that were answered.
    case skip
  }

  /// Judged queries that have no relevant document: none with a grade of 1 or more.
  public enum NoRelevant: String, Sendable, CaseIterable {
    /// They count, with 0 for nearly every measure. This is the default, as it is what
    /// `trec_eval` does; the score table lists them.
    case count
    /// They are left out.
    case skip
  }

  /// Results that nobody judged, of which negative grades are some.
  public enum Unjudged: String, Sendable, CaseIterable {
    /// They are not relevant.
    case nonrelevant
    /// They are removed, and later results move up: the condensed list, `trec_eval -J`.
    case removed
  }

  /// The order of results of the same score.
  public var ties: Ties
  /// Judged queries that the run does not answer.
  public var missing: MissingQueries
  /// Judged queries without relevant documents.
  public var noRelevant: NoRelevant
  /// Results that nobody judged.
  public var unjudged: Unjudged

  /// The policy of `trec_eval -c`, or another.
  public init(
    ties: Ties = .trec, missing: MissingQueries = .zero, noRelevant: NoRelevant = .count,
    unjudged: Unjudged = .nonrelevant
  ) {
    self.ties = ties
    self.missing = missing
    self.noRelevant = noRelevant
    self.unjudged = unjudged
  }
}
