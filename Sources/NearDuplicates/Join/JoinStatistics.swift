/// How much work a join was.
public struct JoinStatistics: Sendable, Equatable {
  /// Texts given.
  public var texts = 0
  /// Texts without shingles; they are in no pair.
  public var emptyTexts = 0
  /// Different shingles of each text, added up.
  public var shingles = 0
  /// Different sets that share enough shingles with others to be compared at all.
  public var comparedSets = 0
  /// Entries of the prefix index.
  public var postings = 0
  /// Postings looked at.
  public var scanned = 0
  /// Pairs with a common shingle in their prefixes that passed the filters of size and position.
  public var candidates = 0
  /// Candidates that passed the bitmap filter and were compared in full.
  public var verified = 0

  /// All zero.
  public init() {}
}
