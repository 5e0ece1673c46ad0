import IndexStorage
import TextAnalysis

/// Builds and updates an index: documents are added, groups of them deleted, and a commit makes all
/// of it visible at once.
///
/// ```swift
/// let writer = try IndexWriter(IndexFolder(path: "index"), fields: ["text"])
/// try writer.delete(group: "birds.md")
/// try writer.add(Document(name: "owl", fields: ["Which owl …"]), group: "birds.md")
/// try writer.commit()
/// ```
///
/// A writer of a folder has its lock from the beginning to its end: there is one at a time, and any
/// number of snapshots, which keep what they opened. A writer without a folder builds in memory.
/// After an error that the folder gave, the index is as the last commit left it (or, if it came
/// after the manifest was put in place, as the new one did), and the writer is of no more use.
public final class IndexWriter {
  /// What analyzes the documents.
  public let analyzer: Analyzer
  /// The names of the index's fields.
  public let fields: [String]
  /// Whether new documents keep how their words are written, the first 64 different ones of the
  /// first field that has any, for rankings that prefer the very form; see ``Ranking/exactForms``.
  public let keepsForms: Bool
  /// The bytes that the last commit attached.
  public private(set) var attachment: [UInt8] = []

  /// The hash of the manifest that the folder has by this writer or had when it was opened; nil
  /// where there is none or it is to be replaced.
  package var manifestHash: UInt64? { committed?.contentHash }

  let folder: IndexFolder?
  var segments: [WorkingSegment] = []
  /// What the manifest in the folder names; nil where there is none that counts.
  var committed: Manifest?
  private let lock: HeldLock?
  private var pending: SegmentWriter
  /// The groups of `pending`, ascending.
  private var pendingGroups: [[UInt8]] = []
  /// Documents of groups that came behind a greater one.
  private var waiting: [[UInt8]: [Document]] = [:]
  private var waitingBytes = 0
  private var failure: IndexError?

  /// Bytes of memory that documents may take before they become a segment. Segments of one commit
  /// are merged at its end by the same policy as others.
  public var memoryBudget = 256 << 20

  /// A writer that builds in memory. Between 1 and 16 fields.
  public init(fields: [String], analyzer: Analyzer = .english, keepsForms: Bool = false) {
    self.fields = fields
    self.analyzer = analyzer
    self.keepsForms = keepsForms
    pending = SegmentWriter(fieldNames: fields, analyzer: analyzer, keepsForms: keepsForms)
    folder = nil
    lock = nil
  }

  /// Opens the index in a folder to update it, or begins one there.
  ///
  /// - Parameters:
  ///   - folder: made if it does not exist.
  ///   - fields: between 1 and 16; those of the index that is there.
  ///   - analyzer: that of the index that is there; nil takes what it has, `english` for a new one.
  ///   - keepsForms: see ``keepsForms``; what documents have that are there stays.
  ///   - replacing: true leaves the index that is there as it is until the first commit, which puts
  ///     the new one in its place; it need not be whole.
  /// - Throws: `StorageError.locked` in `IndexError.storage` while another process writes there;
  ///   `IndexError.analyzerDiffers` where the index has another analyzer or other fields; what
  ///   `Snapshot` throws where the index cannot be opened.
  public init(
    _ folder: IndexFolder, fields: [String], analyzer: Analyzer? = nil, keepsForms: Bool = false,
    replacing: Bool = false
  ) throws(IndexError) {
    let folder = folder.keepingMode(of: Manifest.fileName)
    self.folder = folder
    self.fields = fields
    self.keepsForms = keepsForms
    let hasManifest: Bool
    do throws(StorageError) {
      try folder.create()
      lock = try HeldLock(folder)
      hasManifest = try folder.has(Manifest.fileName)
      try folder.requireNothingForeign(Manifest.fileName)
    } catch {
      throw .storage(error)
    }
    Self.tidy(folder)
    var files: ManifestFiles?
    if !replacing, hasManifest { files = try ManifestFiles(folder) }
    let found = files?.analyzer ?? analyzer ?? .english
    self.analyzer = found
    pending = SegmentWriter(
      fieldNames: fields, analyzer: found, keepsForms: keepsForms, spillingTo: folder)
    guard let files else { return }
    if let analyzer, analyzer != files.analyzer {
      throw .analyzerDiffers(
        path: folder.path, found: "analyzer \(files.analyzer.name)",
        asked: "analyzer \(analyzer.name)")
    }
    guard files.manifest.fields == fields else {
      throw .analyzerDiffers(
        path: folder.path, found: "fields \(files.manifest.fields.joined(separator: ", "))",
        asked: fields.joined(separator: ", "))
    }
    committed = files.manifest
    attachment = files.manifest.attachment
    segments = files.parts.map { WorkingSegment($0) }
  }

  /// Documents that are not deleted, those that wait for a commit included.
  public var documentCount: Int {
    segments.reduce(pending.documentCount) { $0 + $1.documentCount }
      + waiting.values.reduce(0) { $0 + $1.count }
  }

  /// Compares every byte of the segments and lists of deletions that the writer was opened with to
  /// its checksum. Linear in the index.
  package func verify() throws(IndexError) {
    try sound { () throws(StorageError) in
      for segment in segments {
        try segment.reader.file.verifyAll()
        try segment.deletions?.file.verifyAll()
      }
    }
  }

  /// Segments that were opened, or made since, for the next commit.
  package var segmentCount: Int { segments.count + (pending.documentCount > 0 ? 1 : 0) }

  /// Adds a document to a group, behind the documents that the group has.
  ///
  /// Documents are numbered by the bytes of their groups' names and then in the order of adding,
  /// once the index is optimized; so groups are best added in that order.
  ///
  /// - Throws: `IndexError.fieldCount` where it has another number of fields than the index;
  ///   `IndexError.duplicateName` here or at the next commit where a document has its name.
  public func add(_ document: Document, group: String = "") throws(IndexError) {
    try requireSound()
    guard document.fields.count == fields.count else {
      throw .fieldCount(
        name: document.name, expected: fields.count, found: document.fields.count)
    }
    let name = Array(group.utf8)
    if let last = pendingGroups.last, last != name {
      guard last.lexicographicallyPrecedes(name) else {
        waiting[name, default: []].append(document)
        waitingBytes += document.fields.reduce(document.stored.count) { $0 + $1.utf8.count }
        if waitingBytes > memoryBudget / 2 { try flushSoundly() }
        return
      }
    }
    try pending.add(document, group: name)
    if pendingGroups.last != name { pendingGroups.append(name) }
    if pending.documentCount % 16 == 0, pending.byteCount > memoryBudget { try flushSoundly() }
  }

  /// Deletes all documents of a group; gives how many there were. They are found until the commit.
  @discardableResult
  public func delete(group: String) throws(IndexError) -> Int {
    try requireSound()
    let name = Array(group.utf8)
    if isPending(name) { try flushSoundly() }
    var count = waiting.removeValue(forKey: name)?.count ?? 0
    for index in segments.indices {
      count += try sound { () throws(StorageError) in try segments[index].delete(group: name) }
    }
    return count
  }

  /// Makes what was added and deleted visible to snapshots that are opened from now on.
  ///
  /// Merges segments by the policy that `MergePolicy` states. Files that no manifest names any more
  /// are removed; snapshots that have them open keep them.
  ///
  /// - Parameter attachment: bytes of the caller, given back by `Snapshot.attachment`; nil keeps
  ///   those of the last commit.
  /// - Returns: false where there was nothing to do, and nothing was written.
  @discardableResult
  public func commit(attachment: [UInt8]? = nil) throws(IndexError) -> Bool {
    try commit(attachment, isOptimizing: false)
  }

  /// Commits, and makes one segment of the index: its documents are then in the order of their
  /// groups' names, and the same documents in the same groups give the same bytes, whatever came
  /// before. Cost: the whole index is written again, unless it is one segment without deletions.
  @discardableResult
  public func optimize(attachment: [UInt8]? = nil) throws(IndexError) -> Bool {
    try commit(attachment, isOptimizing: true)
  }

  private func commit(
    _ newAttachment: [UInt8]?, isOptimizing: Bool
  ) throws(IndexError) -> Bool {
    try requireSound()
    do throws(IndexError) {
      try flush()
      try requireDifferentNames()
      let before = segments.map(\.file)
      try mergeSegments(isOptimizing: isOptimizing)
      let attachment = newAttachment ?? self.attachment
      let hasChanged =
        committed == nil || attachment != self.attachment || segments.contains { $0.isNew }
        || segments.contains { $0.hasNewDeletions } || segments.map(\.file) != before
        || segments.count != committed?.parts.count
      guard hasChanged else { return false }
      self.attachment = attachment
      guard let folder else { return true }
      try publish(to: folder)
      return true
    } catch {
      failure = error
      throw error
    }
  }

  /// Writes what the writer holds to a folder, in place of the index that is there.
  ///
  /// - Parameters:
  ///   - folder: made if it does not exist; not the writer's own.
  ///   - attachment: bytes of the caller, given back by `Snapshot.attachment`.
  /// - Throws: `StorageError.locked` in `IndexError.storage` while another process writes there.
  public func commit(to folder: IndexFolder, attachment: [UInt8] = []) throws(IndexError) {
    try flush()
    let writer = try IndexWriter(
      folder, fields: fields, analyzer: analyzer, keepsForms: keepsForms, replacing: true)
    for segment in segments where segment.documentCount > 0 {
      var copy = try writer.store(segment.bytes.array, named: segment.file)
      copy.copyDeletions(of: segment)
      writer.segments.append(copy)
    }
    try writer.commit(attachment: attachment)
  }

  /// A view of all that was added and deleted so far, committed or not.
  ///
  /// - Parameter attachment: the view's own; nil takes that of the last commit.
  public func snapshot(attachment: [UInt8]? = nil) throws(IndexError) -> Snapshot {
    try flush()
    try requireDifferentNames()
    var live: [LiveSegment] = []
    for segment in segments where segment.documentCount > 0 {
      let deletions = try sound { () throws(StorageError) in try segment.currentDeletions() }
      live.append(LiveSegment(segment.reader, deletions, behind: live.last))
    }
    return Snapshot(
      try SegmentList(live, analyzer: analyzer, fields: fields),
      attachment: attachment ?? self.attachment)
  }

  /// The bytes of the one segment that all documents make.
  package func encodedSegment() throws(IndexError) -> [UInt8] {
    try flush()
    try mergeSegments(isOptimizing: true)
    guard let only = segments.first else { return try pending.finish().bytes }
    return only.bytes.array
  }

  /// Turns documents that wait into segments.
  private func flush() throws(IndexError) {
    if pending.documentCount > 0 {
      segments.append(try store(&pending))
      pending = newSegment()
      pendingGroups = []
    }
    guard !waiting.isEmpty else { return }
    var sorted = newSegment()
    for (group, documents) in waiting.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      for document in documents { try sorted.add(document, group: group) }
    }
    waiting = [:]
    waitingBytes = 0
    segments.append(try store(&sorted))
  }

  private func isPending(_ group: [UInt8]) -> Bool {
    var lower = 0
    var upper = pendingGroups.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if pendingGroups[middle].lexicographicallyPrecedes(group) {
        lower = middle + 1
      } else {
        upper = middle
      }
    }
    return lower < pendingGroups.count && pendingGroups[lower] == group
  }

  private func newSegment() -> SegmentWriter {
    SegmentWriter(
      fieldNames: fields, analyzer: analyzer, keepsForms: keepsForms, spillingTo: folder)
  }

  private func flushSoundly() throws(IndexError) {
    do throws(IndexError) {
      try flush()
    } catch {
      failure = error
      throw error
    }
  }

  private func requireSound() throws(IndexError) {
    if let failure { throw failure }
  }

  func sound<R>(_ body: () throws(StorageError) -> R) throws(IndexError) -> R {
    do throws(StorageError) {
      return try body()
    } catch {
      throw .storage(error)
    }
  }
}
