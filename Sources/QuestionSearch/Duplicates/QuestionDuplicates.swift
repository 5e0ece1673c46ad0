import NearDuplicates
import QuestionBanks

/// Questions that are the same, and those that only look alike, with the evidence.
public struct QuestionDuplicates: Sendable {
  /// The entries that were compared; pairs and clusters name them by their places here.
  public let entries: [Entry]
  /// How many of the entries, the first ones, are new: where new entries are compared with an
  /// index, those that follow are the index's. All, where entries are compared with each other.
  public let newCount: Int
  /// The pairs and clusters.
  public let result: DuplicateResult
  /// How they were looked for.
  public let statistics: DuplicateStatistics

  /// The same without the pairs on which people decided, by the ids of entries or of what they were
  /// merged of.
  public func leavingOut(_ decisions: Decisions) -> QuestionDuplicates {
    guard decisions.count > 0 else { return self }
    let left = result.having {
      decisions.verdict(entries[$0.first].ids, entries[$0.second].ids) == nil
    }
    return QuestionDuplicates(
      entries: entries, newCount: newCount, result: left, statistics: statistics)
  }

  /// The pairs that count as the same question, in ascending order.
  public var duplicates: [DuplicatePair] { result.pairs.filter(\.isDuplicate) }
}

/// What a search for duplicates was.
public struct DuplicateStatistics: Sendable {
  /// Entries compared.
  public var entries = 0
  /// Entries that are the first of their text.
  public var distinct = 0
  /// Pairs that were measured.
  public var candidates = 0
  /// Pairs that the join found, by similarity of characters.
  public var similarPairs = 0
  /// Pairs of neighbors.
  public var neighborPairs = 0
  /// How similar pairs were looked for, and why.
  public var plan = ""
}
