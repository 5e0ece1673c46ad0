import IndexStorage
import TextAnalysis

/// Answers from one segment file. Immutable; safe to share between threads.
final class SegmentReader: Sendable {
  let file: SectionedFile
  let meta: SegmentMeta
  let analyzer: Analyzer
  let dictionary: TermDictionaryReader
  private let postings: SectionedFile.Section
  private let lengths: SectionedFile.Section
  private let norms: SectionedFile.Section
  private let names: SectionedFile.Section
  private let nameOffsets: SectionedFile.Section
  private let nameOrder: SectionedFile.Section
  private let stored: SectionedFile.Section
  private let storedOffsets: SectionedFile.Section

  var documentCount: Int { meta.statistics.documentCount }

  /// Opens a segment and checks that its sections fit each other.
  init(_ bytes: FileBytes) throws(IndexError) {
    do throws(StorageError) {
      file = try SectionedFile(bytes, expecting: .segment)
      meta = try SegmentMeta(file)
      let count = meta.statistics.documentCount
      postings = try file.section(SegmentSection.postings)
      let lengthBytes = meta.lengthWidths.reduce(0, +)
      lengths = try file.section(SegmentSection.lengths, items: count, ofLength: lengthBytes)
      norms = try file.section(SegmentSection.norms, items: count, ofLength: 8)
      names = try file.section(SegmentSection.names)
      nameOffsets = try file.section(SegmentSection.nameOffsets, items: count + 1, ofLength: 4)
      nameOrder = try file.section(SegmentSection.nameOrder, items: count, ofLength: 4)
      stored = try file.section(SegmentSection.stored)
      storedOffsets = try file.section(SegmentSection.storedOffsets, items: count + 1, ofLength: 8)
      dictionary = try TermDictionaryReader(
        file, termCount: meta.statistics.termCount, documentCount: count,
        postingsLength: postings.length)
    } catch {
      throw .storage(error)
    }
    let found = "\(meta.analyzerName) version \(meta.analyzerVersion)"
    guard let known = Analyzer.named(meta.analyzerName) else {
      let all = Analyzer.all.map(\.name).joined(separator: ", ")
      throw .analyzerChanged(path: file.path, found: found, supported: all)
    }
    guard known.version == Int(meta.analyzerVersion) else {
      throw .analyzerChanged(
        path: file.path, found: found, supported: "\(known.name) version \(known.version)")
    }
    analyzer = known
  }

  /// The entry of a term, or nil.
  func entry(of term: String) throws(StorageError) -> TermEntry? {
    try Array(term.utf8).withUnsafeBufferPointer { utf8 throws(StorageError) in
      try dictionary.entry(of: UnsafeRawBufferPointer(utf8))
    }
  }

  /// A cursor over a term's postings.
  func postings(of entry: TermEntry) throws(StorageError) -> PostingsCursor {
    PostingsCursor(
      try file.reader(of: postings, in: entry.postings), count: entry.documentFrequency,
      documentCount: UInt32(documentCount), fieldCount: meta.lengthWidths.count)
  }

  /// Exact lengths of all documents, by field. Valid while this object lives.
  func fieldLengths() throws(StorageError) -> FieldLengths {
    FieldLengths(
      try file.bytes(of: lengths), widths: meta.lengthWidths, documentCount: documentCount)
  }

  /// The lengths of the documents' `lnc` vectors. Valid while this object lives.
  func documentNorms() throws(StorageError) -> UnsafeRawBufferPointer {
    try file.bytes(of: norms)
  }

  /// A document's name.
  func name(of document: DocumentID) throws(StorageError) -> String {
    let bytes = try nameBytes(of: Int(document.rawValue))
    guard let name = String(validating: bytes, as: UTF8.self) else {
      throw .damaged(path: file.path, offset: names.offset, what: "a name is not UTF-8")
    }
    return name
  }

  /// The document of that name, or nil. Cost: the logarithm of the number of documents.
  func document(named name: String) throws(StorageError) -> DocumentID? {
    let wanted = Array(name.utf8)
    var lower = 0
    var upper = documentCount
    while lower < upper {
      let middle = (lower + upper) / 2
      let document = try integer(UInt32.self, of: nameOrder, at: middle)
      guard document < UInt32(documentCount) else {
        throw .damaged(path: file.path, offset: nameOrder.offset, what: "a document is not there")
      }
      let found = try nameBytes(of: Int(document))
      let order = wanted.withUnsafeBytes { compare($0, to: found) }
      if order == 0 { return DocumentID(rawValue: document) }
      if order < 0 { upper = middle } else { lower = middle + 1 }
    }
    return nil
  }

  /// The bytes that the caller stored with a document. Valid while this object lives.
  func storedBytes(
    of document: DocumentID
  ) throws(StorageError) -> (bytes: UnsafeRawBufferPointer, offset: Int) {
    let start = try integer(UInt64.self, of: storedOffsets, at: Int(document.rawValue))
    let end = try integer(UInt64.self, of: storedOffsets, at: Int(document.rawValue) + 1)
    guard start <= end, end <= UInt64(stored.length) else {
      throw .damaged(path: file.path, offset: storedOffsets.offset, what: "an offset is wrong")
    }
    return (try file.bytes(of: stored, in: Int(start)..<Int(end)), stored.offset + Int(start))
  }

  private func nameBytes(of document: Int) throws(StorageError) -> UnsafeRawBufferPointer {
    let start = try integer(UInt32.self, of: nameOffsets, at: document)
    let end = try integer(UInt32.self, of: nameOffsets, at: document + 1)
    guard start <= end, Int(end) <= names.length else {
      throw .damaged(path: file.path, offset: nameOffsets.offset, what: "an offset is wrong")
    }
    return try file.bytes(of: names, in: Int(start)..<Int(end))
  }

  private func integer<T: FixedWidthInteger & BitwiseCopyable>(
    _ type: T.Type, of section: SectionedFile.Section, at index: Int
  ) throws(StorageError) -> T {
    let width = MemoryLayout<T>.size
    let bytes = try file.bytes(of: section, in: index * width..<(index + 1) * width)
    return T(littleEndian: bytes.loadUnaligned(as: T.self))
  }
}

extension SectionedFile {
  /// A section that holds `items` values of `length` bytes each; another length is damage.
  fileprivate func section(
    _ name: SectionName, items: Int, ofLength length: Int
  ) throws(StorageError) -> Section {
    let section = try section(name)
    guard section.length == items * length else {
      throw .damaged(
        path: path, offset: section.offset,
        what: "section '\(name)' has \(section.length) bytes instead of \(items * length)")
    }
    return section
  }
}
