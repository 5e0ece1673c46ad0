import IndexStorage

/// Finds the documents of a segment that have an attribute. Nothing is decoded before it is asked
/// for.
struct AttributeReader: Sendable {
  private let file: SectionedFile
  /// Nil where no document has attributes.
  private let section: SectionedFile.Section?
  private let documentCount: Int

  init(_ file: SectionedFile, documentCount: Int) {
    self.file = file
    self.documentCount = documentCount
    section = file.sectionIfPresent(SegmentSection.attributes)
  }

  /// Whether there is a list of attributes.
  var isPresent: Bool { section != nil }

  /// Calls `body` with each attribute's name and its documents, in ascending order of names, where
  /// `isWanted` says yes to the name.
  ///
  /// Cost: the number of attributes and the length of their names; the lists that are wanted.
  func forEach(
    where isWanted: (UnsafeRawBufferPointer) -> Bool,
    _ body: (UnsafeRawBufferPointer, [UInt32]) -> Void
  ) throws(StorageError) {
    guard let section else { return }
    var reader = try file.reader(of: section, in: 0..<section.length)
    var before: UnsafeRawBufferPointer?
    for _ in 0..<(try reader.count(ofAtLeast: 3)) {
      let name = try reader.counted()
      guard name.count <= SegmentLimit.nameLength, before.map({ compare($0, to: name) < 0 }) ?? true
      else { throw reader.damaged("an attribute is too long or not behind the one before it") }
      before = name
      if let list = try list(&reader, isWanted: isWanted(name)) { body(name, list) }
    }
    guard reader.remaining == 0 else { throw reader.damaged("bytes stand behind the attributes") }
  }

  /// The documents that have any of some attributes.
  func documents(withAnyOf names: [[UInt8]]) throws(StorageError) -> DocumentBitmap {
    var found = DocumentBitmap(documentCount: documentCount)
    try forEach(where: { name in names.contains { $0.elementsEqual(name) } }) { _, documents in
      for document in documents { found.insert(Int(document)..<Int(document) + 1) }
    }
    return found
  }

  /// Reads a list, or steps over it.
  private func list(
    _ reader: inout ByteReader, isWanted: Bool
  ) throws(StorageError) -> [UInt32]? {
    let more = try reader.varint()
    let first = try reader.varint()
    guard first < UInt64(documentCount), more < UInt64(documentCount) - first else {
      throw reader.damaged("an attribute has documents that the segment does not have")
    }
    let kind: UInt8 = more > 0 ? try reader.byte() : 1
    if kind == AttributeLists.isBitmap {
      return try bitmap(&reader, count: Int(more) + 1, first: Int(first), isWanted: isWanted)
    }
    guard kind >= 1, kind <= 32 else { throw reader.damaged("gaps of \(kind) bits cannot be") }
    guard isWanted else {
      try reader.skip(ByteSink.bitsLength(count: Int(more), width: kind))
      return nil
    }
    guard ByteSink.bitsLength(count: Int(more), width: kind) <= reader.remaining else {
      throw reader.damaged("the documents of an attribute are cut off")
    }
    var documents = [UInt32](repeating: UInt32(first), count: Int(more) + 1)
    try documents.withUnsafeMutableBufferPointer { documents throws(StorageError) in
      guard more > 0, let base = documents.baseAddress else { return }
      try reader.bits(count: Int(more), width: kind, into: base + 1)
    }
    // Gaps become documents.
    var document = first
    for index in documents.indices.dropFirst() {
      document += UInt64(documents[index]) + 1
      guard document < UInt64(documentCount) else {
        throw reader.damaged("an attribute has documents that the segment does not have")
      }
      documents[index] = UInt32(document)
    }
    return documents
  }

  private func bitmap(
    _ reader: inout ByteReader, count: Int, first: Int, isWanted: Bool
  ) throws(StorageError) -> [UInt32]? {
    let bytes = try reader.take((documentCount + 7) / 8)
    guard isWanted else { return nil }
    var documents: [UInt32] = []
    documents.reserveCapacity(count)
    for (index, byte) in bytes.enumerated() {
      var bits = byte
      while bits != 0 {
        documents.append(UInt32(8 * index + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
    guard documents.count == count, Int(documents[0]) == first,
      Int(documents[count - 1]) < documentCount
    else { throw reader.damaged("the bits of an attribute are not as many as it has documents") }
    return documents
  }
}
