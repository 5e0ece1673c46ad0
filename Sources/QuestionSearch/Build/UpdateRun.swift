import IndexStorage
import InvertedIndex
import QuestionBanks

/// One pass over an index's files, in canonical order, that brings its entries to what the files
/// hold.
struct UpdateRun {
  /// The index as it was, or what is left of it.
  struct Before {
    let snapshot: Snapshot
    let sources: Set<IndexAttachment.Source>
    /// Groups that no file has.
    let texts: Set<EntryGroup>
    /// What the last update remembered; nil compares all files with the index.
    var state: SourceState?
    /// Whether the writer begins anew: then every group is written, and what cannot be read again
    /// is taken from the snapshot.
    var isRebuilt = false
    /// Whether the snapshot has all groups that the index had.
    var isComplete = true
  }

  /// What becomes of a group.
  private enum Plan {
    /// The caller gives its text.
    case text([UInt8])
    /// It has a file, which may have changed.
    case read(SourceWalk.File, BankFinder.Stamp?)
    /// It has a file, which has the stamp that it had.
    case unchanged(SourceState.File)
    /// Its file is gone.
    case remove
    /// It has no file, or none that can be looked at.
    case keep

    /// Whether nothing is to be done.
    var isNothing: Bool {
      switch self {
      case .unchanged, .keep: true
      case .text, .read, .remove: false
      }
    }
  }

  let writer: IndexWriter
  let before: Before
  private let groups: [EntryGroup: IndexGroup]
  private let walk: SourceWalk
  /// When the pass began, in seconds since 1970.
  private let now: Int
  private var numbering = EntryNumbering()
  private var count = UpdateCount()
  private var visitedCount = 0
  private(set) var newState = SourceState()
  /// Groups that no file has, of those that have entries now.
  private(set) var texts: Set<EntryGroup> = []
  /// What the index had and cannot be read any more, neither from a file nor from the index.
  private(set) var lost: [String] = []
  var report = IndexUpdate()

  init(
    _ writer: IndexWriter, before: Before, walk: SourceWalk, now: Int
  ) throws(IndexError) {
    self.writer = writer
    self.before = before
    self.walk = walk
    self.now = now
    var groups: [EntryGroup: IndexGroup] = [:]
    for group in try before.snapshot.groups() { groups[EntryGroup(named: group.name)] = group }
    self.groups = groups
    report.notes = walk.notes
    report.fileCount = walk.files.count
  }

  /// Visits all groups, bank by bank: a bank in which nothing can have changed is not looked at.
  ///
  /// - Parameters:
  ///   - given: banks whose bytes the caller gives.
  ///   - forgotten: groups without files that are to go.
  ///   - progress: called after each file with the number of files visited and of all.
  mutating func run(
    given: [EntryGroup: [UInt8]], forgotten: Set<EntryGroup>, progress: ((Int, Int) -> Void)?
  ) throws(QuestionSearchError) {
    let all = Set(groups.keys).union(walk.files.keys).union(given.keys).union(before.texts)
    var bank: [(group: EntryGroup, plan: Plan)] = []
    for group in all.sorted() {
      if let first = bank.first?.group, !first.hasBank(of: group) {
        try finish(bank, progress)
        bank.removeAll(keepingCapacity: true)
      }
      bank.append((group, given[group].map(Plan.text) ?? plan(of: group, forgotten)))
    }
    try finish(bank, progress)
    if !before.isComplete {
      // They may have had entries in the part that cannot be read.
      lost += walk.absent.filter { before.sources.contains($0.source) }.map(\.shownPath)
    }
    report.changedFileCount = count.changedFileCount
    report.addedCount = count.addedCount
    report.addedIDs = count.addedIDs
    report.replacedCount = count.replacedCount
    report.removedCount = count.removedCount
  }

  private func plan(of group: EntryGroup, _ forgotten: Set<EntryGroup>) -> Plan {
    if let file = walk.files[group] {
      let stamp = BankFinder.stamp(of: file.path)
      if let known = before.state?.files[group], let stamp, known.stamp == stamp {
        return .unchanged(known)
      }
      return .read(file, stamp)
    }
    if before.texts.contains(group) { return forgotten.contains(group) ? .remove : .keep }
    guard let file = group.file else { return .keep }
    // What the walk came to is in another bank now.
    return walk.has(file) || walk.isGone(file) ? .remove : .keep
  }

  /// Brings the groups of a bank up to date.
  private mutating func finish(
    _ bank: [(group: EntryGroup, plan: Plan)], _ progress: ((Int, Int) -> Void)?
  ) throws(QuestionSearchError) {
    guard let first = bank.first?.group else { return }
    numbering.begin(bank: first.bank ?? first.name)
    // Ids depend on all of a bank: they stay as long as all of it does.
    let isNothing = !before.isRebuilt && bank.allSatisfy(\.plan.isNothing)
    for (group, plan) in bank {
      switch plan {
      case .text(let bytes):
        let entries = try read(bytes, group, group.file ?? "-")
        if entries.isEmpty {
          report.notes.append(BankNote(file: group.file ?? "-", message: "no questions found"))
        }
        try put(entries, in: group)
        report.readFileCount += 1
        report.fileCount += 1
      case .read(let file, let stamp): try visit(file, stamp, group)
      case .unchanged(let known):
        newState.files[group] = known
        if !isNothing { try keep(group) }
      case .remove: try put([], in: group)
      case .keep: if !isNothing { try keep(group) }
      }
      if before.texts.contains(group), plan.isNothing, groups[group] != nil { texts.insert(group) }
      guard walk.files[group] != nil else { continue }
      visitedCount += 1
      progress?(visitedCount, walk.files.count)
    }
  }

  /// Reads a file that may have changed.
  private mutating func visit(
    _ file: SourceWalk.File, _ stamp: BankFinder.Stamp?, _ group: EntryGroup
  ) throws(QuestionSearchError) {
    let bytes: [UInt8]
    do throws(BankError) {
      bytes = try BankFinder.load(file.path)
    } catch {
      guard !file.isGiven else { throw .bank(error) }
      report.notes.append(BankNote(file: file.displayPath, message: error.reason))
      return try keep(group)
    }
    let hash = bytes.withUnsafeBytes { FNV1a.hash($0) }
    newState.files[group] = SourceState.File(stamp: stamp.flatMap(settled), hash: hash)
    if before.state?.files[group]?.hash == hash { return try keep(group) }
    report.readFileCount += 1
    do throws(QuestionSearchError) {
      try put(try read(bytes, group, file.displayPath), in: group)
    } catch .bank(let error) {
      // What is no text has no questions any more.
      guard !file.isGiven else { throw .bank(error) }
      report.notes.append(BankNote(file: file.displayPath, message: error.reason))
      try put([], in: group)
    }
  }

  /// Times that lie so far back that a change from now on shows in them: file systems count in
  /// steps of up to two seconds.
  private func settled(_ stamp: BankFinder.Stamp) -> BankFinder.Stamp? {
    max(stamp.contentChange.seconds, stamp.statusChange.seconds) < now - 2 ? stamp : nil
  }

  private mutating func read(
    _ bytes: [UInt8], _ group: EntryGroup, _ displayPath: String
  ) throws(QuestionSearchError) -> [Entry] {
    do throws(BankError) {
      let reading = try BankReader().read(
        bytes, file: displayPath, bank: group.bank ?? group.name)
      report.notes.append(contentsOf: reading.notes)
      return reading.entries
    } catch {
      throw .bank(error)
    }
  }

  /// Makes a group's entries those that are given, and writes what that changes.
  private mutating func put(
    _ entries: [Entry], in group: EntryGroup
  ) throws(QuestionSearchError) {
    var entries = entries.sorted { ($0.line, $0.byteStart) < ($1.line, $1.byteStart) }
    for index in entries.indices {
      entries[index].file = group.file ?? entries[index].file
      entries[index].id = numbering.id(of: entries[index])
    }
    if walk.files[group] == nil, !entries.isEmpty { texts.insert(group) }
    if !before.isRebuilt {
      guard try !isSame(entries, as: group) else { return }
      try count(group, entries)
    }
    try replace(group, by: entries)
  }

  /// Whether the index has exactly these entries in a group.
  private func isSame(
    _ entries: [Entry], as group: EntryGroup
  ) throws(QuestionSearchError) -> Bool {
    let documents = groups[group]?.documents ?? []
    guard documents.count == entries.count else { return false }
    var index = 0
    var isSame = true
    try Self.engine { () throws(IndexError) in
      try before.snapshot.forEachStored(of: documents) { id, stored throws(StorageError) in
        let bytes = try stored.take(stored.remaining)
        isSame =
          id.utf8.elementsEqual(entries[index].id.utf8)
          && StoredEntry.encode(entries[index]).elementsEqual(bytes)
        index += 1
        return isSame
      }
    }
    return isSame
  }

  private mutating func count(
    _ group: EntryGroup, _ entries: [Entry]
  ) throws(QuestionSearchError) {
    count.change(group.file ?? group.name)
    guard !groups.isEmpty else { return count.addFresh(entries.count) }
    try Self.engine { () throws(IndexError) in
      let documents = groups[group]?.documents ?? []
      try before.snapshot.forEachStored(of: documents) { id, stored throws(StorageError) in
        count.remove(id, content: try StoredEntry.contentHash(&stored))
        return true
      }
    }
    for entry in entries { count.add(entry.id, content: StoredEntry.contentHash(entry)) }
  }

  /// Leaves a group's entries as they are, unless those of other files gave them other ids.
  private mutating func keep(_ group: EntryGroup) throws(QuestionSearchError) {
    if before.isRebuilt { return try rescue(group) }
    guard let documents = groups[group]?.documents else { return }
    var ids: [String] = []
    var isSame = true
    try Self.engine { () throws(IndexError) in
      try before.snapshot.forEachStored(of: documents) { id, _ in
        ids.append(numbering.id(renewing: id))
        if ids.last != id { isSame = false }
        return true
      }
    }
    guard !isSame else { return }
    var entries = try Self.engine { () throws(IndexError) in try before.snapshot.entries(documents)
    }
    for index in entries.indices { entries[index].id = ids[index] }
    try count(group, entries)
    try replace(group, by: entries)
  }

  /// Takes a group that cannot be read again from what is left of the index.
  private mutating func rescue(_ group: EntryGroup) throws(QuestionSearchError) {
    guard let documents = groups[group]?.documents else {
      if !before.isComplete { lost.append(group.description) }
      return
    }
    guard var entries = try? before.snapshot.entries(documents) else {
      lost.append(group.description)
      return
    }
    for index in entries.indices { entries[index].id = numbering.id(renewing: entries[index].id) }
    try replace(group, by: entries)
  }

  private func replace(
    _ group: EntryGroup, by entries: [Entry]
  ) throws(QuestionSearchError) {
    try Self.engine { () throws(IndexError) in
      try writer.delete(group: group.name)
      for entry in entries { try writer.add(Document(entry), group: group.name) }
    }
  }

  private static func engine<R>(_ body: () throws(IndexError) -> R) throws(QuestionSearchError) -> R
  {
    do throws(IndexError) {
      return try body()
    } catch {
      throw .index(error)
    }
  }
}

extension Document {
  /// An entry as the index has it.
  init(_ entry: Entry) {
    self.init(
      name: entry.id, fields: EntryField.allCases.map { $0.text(of: entry) },
      attributes: SearchFilter.attributes(of: entry),
      stored: StoredEntry.encode(entry))
  }
}

extension Snapshot {
  /// The entry that a document is, with its file as it is kept.
  func entry(_ document: DocumentID) throws(IndexError) -> Entry {
    let id = try name(of: document)
    return try withStored(of: document) { reader throws(StorageError) in
      try StoredEntry.decode(id: id, &reader)
    }
  }

  /// The entries that documents are.
  func entries(_ documents: [DocumentID]) throws(IndexError) -> [Entry] {
    var entries: [Entry] = []
    try forEachStored(of: documents) { id, reader throws(StorageError) in
      entries.append(try StoredEntry.decode(id: id, &reader))
      return true
    }
    return entries
  }
}
