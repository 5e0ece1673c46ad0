import IndexStorage

/// Makes the file that says which documents of a segment are deleted and what that takes from its
/// statistics. Layout in `Index/FORMAT.md`, "deletions".
enum DeletionsWriter {
  /// Works the effect out by one walk over all postings of the segment: linear in them.
  static func file(
    of deleted: DocumentBitmap, in segment: SegmentReader
  ) throws(StorageError) -> (bytes: [UInt8], contentHash: UInt64) {
    var effect = DeletionsEffect()
    let lengths = try segment.fieldLengths()
    for field in segment.meta.lengthWidths.indices {
      var documents = 0
      var total = 0
      for document in 0..<segment.documentCount where deleted.contains(document) {
        let length = lengths.length(field: field, document: document)
        if length > 0 { documents += 1 }
        total += Int(length)
      }
      effect.fields.append((documents, total))
    }
    var terms = ByteWriter()
    var ordinal: UInt32 = 0
    try segment.forEachTerm { _, entry throws(StorageError) in
      let count = try segment.count(deleted, in: entry)
      if count > 0 {
        terms.fixed(ordinal)
        terms.fixed(UInt32(count))
        effect.postingsCount += count
        if count == entry.documentFrequency { effect.termCount += 1 }
      }
      ordinal += 1
    }
    return file(deleted, effect, terms: terms.bytes)
  }

  private static func file(
    _ deleted: DocumentBitmap, _ effect: DeletionsEffect, terms: [UInt8]
  ) -> (bytes: [UInt8], contentHash: UInt64) {
    var numbers = ByteWriter()
    numbers.varint(UInt64(deleted.documentCount))
    numbers.varint(UInt64(deleted.count))
    numbers.varint(UInt64(effect.postingsCount))
    numbers.varint(UInt64(effect.termCount))
    numbers.varint(UInt64(effect.fields.count))
    for field in effect.fields {
      numbers.varint(UInt64(field.documentCount))
      numbers.varint(UInt64(field.totalLength))
    }
    var bitmap = ByteWriter()
    for word in deleted.words { bitmap.fixed(word) }
    var file = SectionedFileWriter(kind: .deletions)
    file.append(DeletionsLayout.effect, numbers.bytes)
    file.append(DeletionsLayout.documents, bitmap.bytes)
    file.append(DeletionsLayout.terms, terms)
    return file.finish()
  }
}

extension SegmentReader {
  /// How many of a term's documents are in a set.
  func count(_ set: DocumentBitmap, in entry: TermEntry) throws(StorageError) -> Int {
    var count = 0
    try forEachPosting(of: entry) { document, _ in
      if set.contains(document) { count += 1 }
      return true
    }
    return count
  }
}
