import IndexStorage
import InvertedIndex
import QuestionBanks

/// One pass over an index's files, in canonical order, that brings its entries to what the files
/// hold.
struct UpdateRun {
  private let writer: IndexWriter
  /// The index as it was.
  private let snapshot: Snapshot
  private let groups: [EntryGroup: IndexGroup]
  private let sources: [IndexAttachment.Source]
  private let walk: SourceWalk
  private let state: SourceState?
  /// When the pass began, in seconds since 1970.
  private let now: Int
  private var numbering = EntryNumbering()
  private(set) var newState = SourceState()
  private(set) var report = IndexUpdate()

  /// - Parameters:
  ///   - sources: those that the index had.
  ///   - state: what the last update remembered; nil compares all files with the index.
  init(
    _ writer: IndexWriter, sources: [IndexAttachment.Source], walk: SourceWalk,
    state: SourceState?, now: Int
  ) throws(IndexError) {
    self.writer = writer
    self.sources = sources
    self.walk = walk
    self.state = state
    self.now = now
    snapshot = try writer.snapshot()
    var groups: [EntryGroup: IndexGroup] = [:]
    for group in try snapshot.groups() { groups[EntryGroup(named: group.name)] = group }
    self.groups = groups
    report.notes = walk.notes
    report.fileCount = walk.files.count
  }

  /// Visits all groups.
  ///
  /// - Parameters:
  ///   - texts: banks whose bytes the caller gives.
  ///   - progress: called after each file with the number of files visited and of all.
  mutating func run(
    texts: [EntryGroup: [UInt8]], progress: ((Int, Int) -> Void)?
  ) throws(QuestionSearchError) {
    var visited = 0
    let all = Set(groups.keys).union(walk.files.keys).union(texts.keys)
    for group in all.sorted() {
      numbering.begin(bank: group.bank ?? group.name)
      if let bytes = texts[group] {
        try put(try read(bytes, group, group.file ?? "-"), in: group)
        report.readFileCount += 1
        report.fileCount += 1
      } else if let file = walk.files[group] {
        try visit(file, group)
        visited += 1
        progress?(visited, walk.files.count)
      } else if isGone(group) {
        try put([], in: group)
      } else {
        try keep(group)
      }
    }
  }

  /// Entries of the caller's own and of standard input are of no source: they stay.
  private func isGone(_ group: EntryGroup) -> Bool {
    guard let file = group.file, file != "-" else { return false }
    let isOfSource =
      state?.files[group] != nil || sources.contains { SourceWalk.holds($0.path, file) }
    // What the walk came to is in another bank now.
    return isOfSource && (walk.has(file) || walk.isGone(file))
  }

  /// Reads a file if it may have changed.
  private mutating func visit(
    _ file: SourceWalk.File, _ group: EntryGroup
  ) throws(QuestionSearchError) {
    let known = state?.files[group]
    let stamp = BankFinder.stamp(of: file.path)
    if let known, let stamp, known.stamp == stamp {
      newState.files[group] = known
      return try keep(group)
    }
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
    if known?.hash == hash { return try keep(group) }
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

  /// A time that lies so far back that a change from now on shows in it: file systems count in
  /// steps of up to two seconds.
  private func settled(_ stamp: BankFinder.Stamp) -> BankFinder.Stamp? {
    stamp.seconds < now - 2 ? stamp : nil
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
    let old = try self.entries(of: group)
    let isSame =
      old.count == entries.count
      && zip(old, entries).allSatisfy {
        $0.id == $1.id && StoredEntry.encode($0) == StoredEntry.encode($1)
      }
    guard !isSame else { return }
    count(from: old, to: entries)
    try replace(group, by: entries)
  }

  private mutating func count(from old: [Entry], to new: [Entry]) {
    report.changedFileCount += 1
    var before: [String: [UInt8]] = [:]
    for entry in old { before[entry.id] = Self.content(of: entry) }
    for entry in new {
      guard let content = before.removeValue(forKey: entry.id) else {
        report.addedCount += 1
        continue
      }
      if content != Self.content(of: entry) { report.replacedCount += 1 }
    }
    report.removedCount += before.count
  }

  /// All of an entry but its place.
  private static func content(of entry: Entry) -> [UInt8] {
    var entry = entry
    entry.line = 0
    entry.lineEnd = 0
    entry.byteStart = 0
    entry.byteEnd = 0
    entry.answerLine = nil
    entry.answerLineEnd = nil
    return StoredEntry.encode(entry)
  }

  /// Leaves a group's entries as they are, unless those of other files gave them other ids.
  private mutating func keep(_ group: EntryGroup) throws(QuestionSearchError) {
    guard let documents = groups[group]?.documents else { return }
    var ids: [String] = []
    var isSame = true
    for document in documents {
      let id = try engine { () throws(IndexError) in try snapshot.name(of: document) }
      ids.append(numbering.id(renewing: id))
      if ids.last != id { isSame = false }
    }
    guard !isSame else { return }
    var entries = try self.entries(of: group)
    for index in entries.indices { entries[index].id = ids[index] }
    try replace(group, by: entries)
  }

  private func entries(of group: EntryGroup) throws(QuestionSearchError) -> [Entry] {
    var entries: [Entry] = []
    for document in groups[group]?.documents ?? [] {
      entries.append(try engine { () throws(IndexError) in try snapshot.entry(document) })
    }
    return entries
  }

  private func replace(
    _ group: EntryGroup, by entries: [Entry]
  ) throws(QuestionSearchError) {
    try engine { () throws(IndexError) in
      try writer.delete(group: group.name)
      for entry in entries { try writer.add(Document(entry), group: group.name) }
    }
  }

  private func engine<R>(_ body: () throws(IndexError) -> R) throws(QuestionSearchError) -> R {
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
}
