import IndexStorage

/// Tells how the words of documents are written, in the first field that has any.
struct FormReader: Sendable {
  private let file: SectionedFile
  private let forms: SectionedFile.Section
  private let ends: SectionedFile.Section
  private let documentCount: Int

  /// Nil where the segment has none.
  init?(_ file: SectionedFile, documentCount: Int) throws(StorageError) {
    let forms = file.sectionIfPresent(SegmentSection.forms)
    guard forms != nil || file.sectionIfPresent(SegmentSection.formEnds) != nil else { return nil }
    guard let forms else {
      throw .damaged(path: file.path, offset: 0, what: "there is no section 'forms'")
    }
    let ends = try file.section(SegmentSection.formEnds)
    (self.file, self.forms, self.ends, self.documentCount) = (file, forms, ends, documentCount)
    guard ends.length == 8 * documentCount, forms.length % 2 == 0 else {
      throw .damaged(
        path: file.path, offset: ends.offset, what: "lists of forms do not fit the documents")
    }
  }

  /// The forms of a document: little-endian 16-bit hashes, ascending, at any address. Valid while
  /// the file lives.
  func list(of document: Int) throws(StorageError) -> UnsafeRawBufferPointer {
    let first = 8 * max(document - 1, 0)
    let bytes = try file.bytes(of: ends, in: first..<8 * (document + 1))
    let lower = document == 0 ? 0 : Self.end(bytes, at: 0)
    let upper = Self.end(bytes, at: bytes.count - 8)
    guard lower <= upper, upper - lower <= FormSections.limit, upper <= UInt64(forms.length / 2)
    else { throw damaged(ends.offset + first, "a list of forms cannot end there") }
    return try file.bytes(of: forms, in: 2 * Int(lower)..<2 * Int(upper))
  }

  private static func end(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// A form of a list.
  @inline(__always)
  static func form(_ list: UnsafeRawBufferPointer, _ place: Int) -> UInt16 {
    UInt16(littleEndian: list.loadUnaligned(fromByteOffset: 2 * place, as: UInt16.self))
  }

  private func damaged(_ offset: Int, _ what: String) -> StorageError {
    .damaged(path: file.path, offset: offset, what: what)
  }

  /// That lists stand behind each other, ascend, and have all forms.
  func check() throws(StorageError) {
    var count = 0
    for document in 0..<documentCount {
      let list = try list(of: document)
      for place in 1..<max(list.count / 2, 1)
      where Self.form(list, place - 1) >= Self.form(list, place) {
        throw damaged(forms.offset + 2 * (count + place), "forms of a document do not ascend")
      }
      count += list.count / 2
    }
    guard count == forms.length / 2 else {
      throw damaged(ends.offset, "the lists of forms are not all forms")
    }
  }
}
