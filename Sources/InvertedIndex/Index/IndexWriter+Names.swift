import IndexStorage

extension IndexWriter {
  /// That no two documents have one name. Those of one segment differ already.
  ///
  /// Cost: for each new document a look-up in every other segment that has documents, or a walk
  /// over the names of that segment, whichever is less.
  func requireDifferentNames() throws(IndexError) {
    for (index, segment) in segments.enumerated() where segment.isNew {
      // Each pair once: new segments stand behind those that were there.
      for other in segments[..<index] where other.documentCount > 0 {
        let lookUps = segment.documentCount * Self.costOfLookUp
        let shared = try sound { () throws(StorageError) in
          lookUps < other.documentCount
            ? try Self.name(of: segment, foundIn: other) : try Self.name(of: segment, in: other)
        }
        if let shared { throw .duplicateName(shared) }
      }
    }
  }

  /// Names that are decoded for a look-up: half a block for each of some twenty halvings.
  private static let costOfLookUp = 160

  /// A name of a new segment's that is found in another one.
  private static func name(
    of segment: WorkingSegment, foundIn other: WorkingSegment
  ) throws(StorageError) -> String? {
    for document in 0..<segment.reader.documentCount where !segment.deleted.contains(document) {
      let name = try segment.reader.name(of: DocumentID(rawValue: UInt32(document)))
      guard let found = try other.reader.document(named: name) else { continue }
      if !other.deleted.contains(Int(found.rawValue)) { return name }
    }
    return nil
  }

  /// A name of a new segment's that stands in another one, by a walk over both.
  private static func name(
    of segment: WorkingSegment, in other: WorkingSegment
  ) throws(StorageError) -> String? {
    // Eight bytes a name instead of the name; hits are looked at again. The hash is seeded at
    // random, so that no names can be made to collide.
    var hashes = Set<Int>(minimumCapacity: segment.documentCount)
    try segment.forEachName { _, name in hashes.insert(hash(name)) }
    var shared: String?
    try other.forEachName { document, name throws(StorageError) in
      guard shared == nil, hashes.contains(hash(name)) else { return }
      let name = try other.reader.name(of: DocumentID(rawValue: UInt32(document)))
      guard let found = try segment.reader.document(named: name),
        !segment.deleted.contains(Int(found.rawValue))
      else { return }
      shared = name
    }
    return shared
  }

  private static func hash(_ name: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: name)
    return hasher.finalize()
  }
}

extension WorkingSegment {
  /// Calls `body` with the documents that are not deleted and their names.
  fileprivate func forEachName(
    _ body: (Int, UnsafeRawBufferPointer) throws(StorageError) -> Void
  ) throws(StorageError) {
    try reader.forEachName(in: 0..<reader.documentCount) { document, name throws(StorageError) in
      if !deleted.contains(document) { try body(document, name) }
    }
  }
}
