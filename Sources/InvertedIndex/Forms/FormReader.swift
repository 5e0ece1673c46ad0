import IndexStorage

/// Tells how the words of documents' first fields are written.
struct FormReader: Sendable {
  private let file: SectionedFile
  private let forms: SectionedFile.Section
  private let ends: SectionedFile.Section
  private let documentCount: Int

  /// Nil where the segment has none.
  init?(_ file: SectionedFile, documentCount: Int) throws(StorageError) {
    guard let forms = file.sectionIfPresent(SegmentSection.forms),
      let ends = file.sectionIfPresent(SegmentSection.formEnds)
    else { return nil }
    (self.file, self.forms, self.ends, self.documentCount) = (file, forms, ends, documentCount)
    guard ends.length == 8 * documentCount, forms.length % 2 == 0 else {
      throw .damaged(
        path: file.path, offset: ends.offset, what: "lists of forms do not fit the documents")
    }
  }

  /// The forms of a document: little-endian 16-bit hashes, ascending, at any address. Valid while
  /// the file lives.
  func list(of document: Int) throws(StorageError) -> UnsafeRawBufferPointer {
    let first = document == 0 ? 8 * document : 8 * (document - 1)
    let bytes = try file.bytes(of: ends, in: first..<8 * (document + 1))
    let upper = UInt64(
      littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
    let lower = document == 0 ? 0 : UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard lower <= upper, upper <= UInt64(forms.length / 2) else {
      throw .damaged(
        path: file.path, offset: ends.offset + first,
        what: "a list of forms ends before it begins, or past the last one")
    }
    return try file.bytes(of: forms, in: 2 * Int(lower)..<2 * Int(upper))
  }

  /// That lists stand behind each other, ascend, and have all forms.
  func check() throws(StorageError) {
    var count = 0
    for document in 0..<documentCount {
      let list = try list(of: document)
      var before = -1
      for place in 0..<list.count / 2 {
        let form = Int(
          UInt16(littleEndian: list.loadUnaligned(fromByteOffset: 2 * place, as: UInt16.self)))
        guard form > before else {
          throw .damaged(
            path: file.path, offset: forms.offset + 2 * (count + place),
            what: "forms of a document do not ascend")
        }
        before = form
      }
      count += list.count / 2
    }
    guard count == forms.length / 2 else {
      throw .damaged(path: file.path, offset: ends.offset, what: "lists of forms are not all forms")
    }
  }
}
