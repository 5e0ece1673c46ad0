import IndexStorage

extension Snapshot {
  /// Documents that are deleted and still stand in segments; merges drop them.
  public var deletedCount: Int {
    list.segments.reduce(0) { $0 + $1.documentLimit - $1.documentCount }
  }

  /// Calls `body` with the name and the stored bytes of documents, in their order, until it says
  /// that it has enough. Cost: names that follow each other are decoded once.
  package func forEachStored(
    of documents: [DocumentID],
    _ body: (String, inout ByteReader) throws(StorageError) -> Bool
  ) throws(IndexError) {
    defer { withExtendedLifetime(self) {} }
    do throws(StorageError) {
      var start = 0
      while start < documents.count {
        let place = list.place(of: documents[start])
        let limit = place.segment.base + place.segment.documentLimit
        var end = start + 1
        while end < documents.count, documents[end].rawValue == documents[end - 1].rawValue + 1,
          Int(documents[end].rawValue) < limit
        { end += 1 }
        let range = place.document..<place.document + (end - start)
        guard try place.segment.reader.forEachStored(in: range, body) else { return }
        start = end
      }
    } catch {
      throw .storage(error)
    }
  }
}

extension SegmentReader {
  /// As `Snapshot.forEachStored`, of documents in a row; whether all were visited.
  fileprivate func forEachStored(
    in range: Range<Int>, _ body: (String, inout ByteReader) throws(StorageError) -> Bool
  ) throws(StorageError) -> Bool {
    var isEnough = false
    try forEachName(in: range) { document, name throws(StorageError) in
      guard !isEnough else { return }
      guard let name = String(validating: name, as: UTF8.self) else {
        throw .damaged(path: file.path, offset: 0, what: "a name is not UTF-8")
      }
      let stored = try storedBytes(of: DocumentID(rawValue: UInt32(document)))
      var reader = ByteReader(stored.bytes, path: file.path, base: stored.offset)
      isEnough = !(try body(name, &reader))
    }
    return !isEnough
  }
}
