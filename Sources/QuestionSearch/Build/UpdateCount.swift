import IndexStorage
import QuestionBanks

/// Counts what an update changes: ids over the whole run, so that a file that got another name adds
/// and removes nothing; files file by file, whatever their banks are called.
struct UpdateCount {
  /// Contents of entries that went and did not come again so far, by their ids.
  private var gone: [String: UInt64] = [:]
  /// Contents of entries that came and were not there so far.
  private var new: [String: UInt64] = [:]
  private var files: Set<[UInt8]> = []
  private(set) var replacedCount = 0
  /// Entries of an index that had none.
  private var freshCount = 0

  /// Files whose entries changed.
  var changedFileCount: Int { files.count }
  var addedCount: Int { new.count + freshCount }
  var removedCount: Int { gone.count }
  /// The ids of entries that came; none where the index had none.
  var addedIDs: Set<String> { Set(new.keys) }

  /// Notes that a file's entries change.
  mutating func change(_ file: String) { files.insert(Array(file.utf8)) }

  /// Takes entries of an index that had none: nothing is compared with them.
  mutating func addFresh(_ count: Int) { freshCount += count }

  /// Takes an entry that the index had.
  mutating func remove(_ id: String, content: UInt64) {
    if let other = new.removeValue(forKey: id) {
      if other != content { replacedCount += 1 }
    } else {
      gone[id] = content
    }
  }

  /// Takes an entry that the index will have.
  mutating func add(_ id: String, content: UInt64) {
    if let other = gone.removeValue(forKey: id) {
      if other != content { replacedCount += 1 }
    } else {
      new[id] = content
    }
  }
}
