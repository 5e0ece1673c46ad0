import IndexStorage

/// What a segment that is being made holds of its documents, beside their terms.
struct SegmentDocuments: ~Copyable {
  var lengths: LengthColumns
  var names = NameArena()
  var groups = GroupWriter()
  var attributes = AttributeLists()
  var stored = StoredSections()
  var forms: FormSections

  init(fieldCount: Int, keepsForms: Bool) {
    lengths = LengthColumns(fieldCount: fieldCount)
    forms = FormSections(areKept: keepsForms)
  }

  /// Appends others, which have no stored bytes and keep no forms.
  mutating func append(_ others: borrowing SegmentDocuments) throws(IndexError) {
    precondition(
      others.stored.isEmpty && !others.forms.areKept, "stored bytes are merged, not appended")
    guard names.count + others.names.count < Int(UInt32.max) else {
      throw .tooLarge(what: "an index holds at most 2^32 - 2 documents")
    }
    let base = UInt32(names.count)
    let lengths = others.lengths.fieldLengths
    for number in 0..<others.names.count {
      guard names.hasRoom(for: others.names[number]) else {
        throw .tooLarge(what: "names have more than 4 GiB")
      }
      names.append(others.names[number])
      stored.append(UnsafeRawBufferPointer(start: nil, count: 0))
      for field in 0..<self.lengths.fieldCount {
        self.lengths.append(lengths.length(field: field, document: number), field: field)
      }
    }
    groups.append(others.groups)
    attributes.append(others.attributes, from: base)
  }

  /// Bytes that are held in memory.
  var byteCount: Int {
    lengths.byteCount + names.byteCount + attributes.byteCount + stored.byteCount
      + forms.byteCount
  }
}
