import QuestionBanks

/// What an update of an index did.
public struct IndexUpdate: Sendable {
  /// Whether there was no index before, or one that was forgotten.
  public internal(set) var isNew = false
  /// Whether all sources were read again and the index was built anew of them.
  public internal(set) var isRebuilt = false
  /// Why the index that was there could not be used, where that is why it was built anew.
  public internal(set) var reason: String?
  /// Files of the sources.
  public internal(set) var fileCount = 0
  /// Files that were read, because they are new or their size, time or content changed.
  public internal(set) var readFileCount = 0
  /// Files whose entries changed: new files and files that are gone among them. Of what was built
  /// anew, files and entries that changed are not counted.
  public internal(set) var changedFileCount = 0
  /// Entries whose ids the index did not have.
  public internal(set) var addedCount = 0
  /// The ids of those entries; none where the index had no entries before.
  public internal(set) var addedIDs: Set<String> = []
  /// Entries that kept their ids and changed in other parts than their place.
  public internal(set) var replacedCount = 0
  /// Entries whose ids the index has no more.
  public internal(set) var removedCount = 0
  /// Entries of the index now.
  public internal(set) var entryCount = 0
  /// Segments that the index had before and that a commit without `optimizes` would have left.
  public internal(set) var mergedSegmentCount = 0
  /// Whether anything was written to the index.
  public internal(set) var hasChanged = false
  /// What was passed over or repaired, by file and line.
  public internal(set) var notes: [BankNote] = []
}
