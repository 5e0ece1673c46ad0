import IndexStorage

/// How an index's files come and go.
extension IndexWriter {
  /// Puts a segment where the writer keeps its files.
  func store(_ segment: inout SegmentWriter) throws(IndexError) -> WorkingSegment {
    guard let folder else { return try inMemory(try segment.finish().bytes) }
    return try open(try segment.write(to: folder), in: folder)
  }

  private func inMemory(_ bytes: [UInt8]) throws(IndexError) -> WorkingSegment {
    try WorkingSegment(FileBytes(bytes, named: "index in memory"), isNew: true)
  }

  private func open(
    _ stamp: SectionedFileStamp, in folder: IndexFolder
  ) throws(IndexError) -> WorkingSegment {
    try WorkingSegment(
      try sound { () throws(StorageError) in try folder.map(stamp.name) }, isNew: true)
  }

  /// Puts a segment where the writer keeps its files.
  func store(_ bytes: [UInt8], named file: Manifest.File) throws(IndexError) -> WorkingSegment {
    guard let folder else { return try inMemory(bytes) }
    let name = Manifest.segmentName(hash: file.contentHash)
    let stored = try sound { () throws(StorageError) in
      try folder.write(bytes, to: name)
      return try folder.map(name)
    }
    return try WorkingSegment(stored, isNew: true)
  }

  /// Drops empty segments and merges others: those that the policy names, or all
  /// into one.
  func mergeSegments(isOptimizing: Bool) throws(IndexError) {
    segments.removeAll { $0.documentCount == 0 }
    let sets: [[Int]]
    // A new index is one segment, however many its documents took in memory.
    let isNew = segments.allSatisfy(\.isNew)
    if isOptimizing || isNew {
      let isOne = segments.count == 1 && segments[0].deleted.count == 0
      sets = segments.isEmpty || isOne ? [] : [Array(segments.indices)]
    } else {
      sets = MergePolicy.merges(
        of: segments.map { .init(documentCount: $0.documentCount, deletedCount: $0.deleted.count) })
    }
    var merged: [Int: WorkingSegment] = [:]
    for set in sets { merged[set[0]] = try merge(set.map { segments[$0] }) }
    let gone = Set(sets.flatMap { $0 })
    segments = segments.indices.compactMap {
      merged[$0] ?? (gone.contains($0) ? nil : segments[$0])
    }
  }

  private func merge(_ parts: [WorkingSegment]) throws(IndexError) -> WorkingSegment {
    let merger = SegmentMerger(
      parts.map { .init($0.reader, deleted: $0.deleted.count > 0 ? $0.deleted.words : nil) })
    guard let folder else { return try inMemory(try merger.merged().bytes) }
    return try open(try merger.write(to: folder), in: folder)
  }

  /// Writes the lists of deletions and the manifest, whose new name is the commit; then removes
  /// what no manifest names.
  func publish(to folder: IndexFolder) throws(IndexError) {
    let manifest = try sound { () throws(StorageError) in
      var parts: [Manifest.Part] = []
      for index in segments.indices {
        let deletions = try writeDeletions(of: index, to: folder)
        parts.append(Manifest.Part(segment: segments[index].file, deletions: deletions))
      }
      var manifest = Manifest(
        analyzerName: analyzer.name, analyzerVersion: UInt32(analyzer.version), fields: fields,
        parts: parts, attachment: attachment)
      let file = manifest.encoded()
      manifest.contentHash = file.contentHash
      try folder.write(file.bytes, to: Manifest.fileName)
      return manifest
    }
    committed = manifest
    segments = segments.map { $0.committed() }
    Self.removeLeftovers(in: folder, except: manifest.fileNames)
  }

  /// Writes the list of what is deleted in a segment, if that has changed.
  private func writeDeletions(
    of index: Int, to folder: IndexFolder
  ) throws(StorageError) -> Manifest.File? {
    let segment = segments[index]
    guard segment.hasNewDeletions else {
      return segment.deletions.map {
        Manifest.File(contentHash: $0.file.contentHash, length: UInt64($0.file.length))
      }
    }
    let file = try DeletionsWriter.file(of: segment.deleted, in: segment.reader)
    let name = Manifest.deletionsName(file.contentHash, of: segment.file.contentHash)
    try folder.write(file.bytes, to: name)
    segments[index].deletions = try DeletionsReader(try folder.map(name), of: segment.reader)
    return Manifest.File(contentHash: file.contentHash, length: UInt64(file.bytes.count))
  }

  /// Removes what no manifest names; what cannot be removed is tried again the next time.
  static func removeLeftovers(in folder: IndexFolder, except named: Set<String>) {
    for name in leftovers(in: folder, except: named) { try? folder.remove(name) }
  }

  /// Removes what dead writers left, under the lock: nobody else writes, and no reader needs what
  /// the manifest does not name. Where that cannot be read, only unfinished files go.
  static func tidy(_ folder: IndexFolder) {
    let manifest = try? ManifestFiles.manifest(in: folder)
    for name in leftovers(in: folder, except: manifest?.fileNames ?? [])
    where manifest != nil || !Manifest.isPartName(name) { try? folder.remove(name) }
  }

  /// Files that no manifest names and that a writer made.
  static func leftovers(in folder: IndexFolder, except named: Set<String>) -> [String] {
    folder.names().filter { !named.contains($0) && isLeftover($0) && !folder.isForeign($0) }
  }

  /// Whether a name is that of a file which only a manifest makes part of an index, or one that a
  /// dead writer left.
  private static func isLeftover(_ name: String) -> Bool {
    Manifest.isPartName(name)
      || IndexFolder.isTemporary(name) {
        Manifest.isPartName($0) || [Manifest.fileName, LatentFile.fileName].contains($0)
      }
  }

  /// Whether a file of that name in a folder belongs to an index: by its name and how it begins.
  package static func isOwnFile(_ name: String, in folder: IndexFolder) -> Bool {
    if name == WriterLock.fileName || LatentFile.isOwnFile(name, in: folder) { return true }
    return (isLeftover(name) || name == Manifest.fileName) && !folder.isForeign(name)
  }

  /// Whether a folder has a manifest, whole or not.
  package static func hasManifest(_ folder: IndexFolder) throws(IndexError) -> Bool {
    do throws(StorageError) {
      return try folder.has(Manifest.fileName)
    } catch {
      throw .storage(error)
    }
  }
}
