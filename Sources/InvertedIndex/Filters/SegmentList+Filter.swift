import IndexStorage

extension SegmentList {
  /// The same documents, of which searches find those alone that pass a filter. Statistics stay.
  ///
  /// Cost: the names of the attributes, and a bit for each document.
  func filtered(by filter: DocumentFilter?) throws(StorageError) -> SegmentList {
    guard let filter, !filter.clauses.isEmpty else { return self }
    let clauses = filter.clauses.map { $0.map { Array($0.utf8) } }
    var list = self
    for index in list.segments.indices { try list.segments[index].accept(clauses) }
    return list
  }
}

extension LiveSegment {
  /// Leaves documents out that lack all attributes of a clause.
  fileprivate mutating func accept(_ clauses: [[[UInt8]]]) throws(StorageError) {
    var found: DocumentBitmap?
    for clause in clauses {
      let documents = try reader.attributes.documents(withAnyOf: clause)
      if found?.formIntersection(documents) == nil { found = documents }
    }
    guard let found else { return }
    accepted = AcceptedDocuments(found, but: deletions?.documents)
  }
}

extension Snapshot {
  /// Whether documents have attributes in every part of the index: where some have none, filters
  /// find nothing there.
  public var hasAttributes: Bool {
    list.segments.allSatisfy { $0.reader.attributes.isPresent }
  }

  /// The first documents that pass a filter, and how many do in all.
  ///
  /// - Parameter limit: how many at the most.
  public func documents(
    matching filter: DocumentFilter, limit: Int
  ) throws(IndexError) -> (documents: [DocumentID], count: Int) {
    let list = try storage { () throws(StorageError) -> SegmentList in
      try self.list.filtered(by: filter)
    }
    var documents: [DocumentID] = []
    var count = 0
    for segment in list.segments {
      for document in 0..<segment.documentLimit where segment.accepts(document) {
        count += 1
        if documents.count < limit {
          documents.append(DocumentID(rawValue: UInt32(segment.base + document)))
        }
      }
    }
    return (documents, count)
  }
}
