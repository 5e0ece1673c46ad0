import IndexStorage
import TextAnalysis

/// Answers from one segment file. Immutable; safe to share between threads.
final class SegmentReader: Sendable {
  let file: SectionedFile
  let meta: SegmentMeta
  let analyzer: Analyzer
  let dictionary: TermDictionaryReader
  private let postings: SectionedFile.Section
  private let positions: SectionedFile.Section
  private let lengths: SectionedFile.Section
  private let names: NameReader
  private let groupReader: GroupReader
  private let stored: StoredReader
  /// How words are written; nil where that is not kept.
  let forms: FormReader?
  /// Which documents have which attributes.
  let attributes: AttributeReader

  var documentCount: Int { meta.statistics.documentCount }

  /// Opens a segment and checks that its sections fit each other.
  ///
  /// - Parameter analyzer: stands for the segment's own, where no terms are looked up.
  init(_ bytes: FileBytes, analyzer: Analyzer? = nil) throws(IndexError) {
    do throws(StorageError) {
      file = try SectionedFile(bytes, expecting: .segment)
      meta = try SegmentMeta(file)
      let count = meta.statistics.documentCount
      postings = try file.section(SegmentSection.postings)
      positions = try file.section(SegmentSection.positions)
      let lengthBytes = meta.lengthWidths.reduce(0, +)
      lengths = try file.section(SegmentSection.lengths, items: count, ofLength: lengthBytes)
      names = try NameReader(file, documentCount: count)
      groupReader = try GroupReader(file, documentCount: count)
      stored = try StoredReader(file, documentCount: count)
      forms = try FormReader(file, documentCount: count)
      attributes = AttributeReader(file, documentCount: count)
      dictionary = try TermDictionaryReader(
        file, termCount: meta.termCount,
        limits: TermDictionaryLimits(
          documentCount: count, fieldCount: meta.lengthWidths.count,
          postingsLength: postings.length, positionsLength: positions.length))
    } catch {
      throw .storage(error)
    }
    if let analyzer {
      self.analyzer = analyzer
    } else {
      self.analyzer = try Analyzer.supported(
        name: meta.analyzerName, version: meta.analyzerVersion, path: file.path)
    }
  }

  /// The entry of a term, or nil.
  func entry(of term: String) throws(StorageError) -> TermEntry? {
    var term = term
    // `withUTF8` cannot say which error it passes on.
    let found = term.withUTF8 { utf8 in
      Result { () throws(StorageError) in
        try dictionary.entry(of: UnsafeRawBufferPointer(utf8))
      }
    }
    return try found.get()
  }

  /// Where a term stands. The memory is valid while this object lives.
  func postings(of entry: TermEntry) throws(StorageError) -> PostingsList {
    let bytes =
      entry.isInlined
      ? try dictionary.inlined(entry.postings) : try file.bytes(of: postings, in: entry.postings)
    let base = entry.isInlined ? dictionary.inlinedBase : postings.offset
    return try PostingsList(
      bytes, documentFrequency: entry.documentFrequency, fieldCount: meta.lengthWidths.count,
      documentCount: UInt32(documentCount), path: file.path,
      base: base + entry.postings.lowerBound)
  }

  /// A reader over a term's postings. The memory is valid while this object lives.
  func reader(ofPostings entry: TermEntry) throws(StorageError) -> ByteReader {
    guard !entry.isInlined else {
      return ByteReader(
        try dictionary.inlined(entry.postings), path: file.path,
        base: dictionary.inlinedBase + entry.postings.lowerBound)
    }
    return try file.reader(of: postings, in: entry.postings)
  }

  /// The steps of a term's positions. The memory is valid while this object lives.
  ///
  /// - Parameter count: how many a term with one document has: the sum of its frequencies. The
  ///   others know.
  func positions(of entry: TermEntry, count: @autoclosure () -> Int) throws(StorageError)
    -> PositionsList
  {
    guard entry.isInlined else {
      return try PositionsList(
        try file.bytes(of: positions, in: entry.positions),
        documentFrequency: entry.documentFrequency, path: file.path,
        base: positions.offset + entry.positions.lowerBound)
    }
    return PositionsList(
      inlined: try dictionary.inlined(entry.positions), count: count(), path: file.path,
      base: dictionary.inlinedBase + entry.positions.lowerBound)
  }

  /// Exact lengths of all documents, by field. Valid while this object lives.
  func fieldLengths() throws(StorageError) -> FieldLengths {
    FieldLengths(
      try file.bytes(of: lengths), widths: meta.lengthWidths, filledCount: meta.filledFieldCount,
      documentCount: documentCount)
  }

  /// A document's name.
  func name(of document: DocumentID) throws(StorageError) -> String {
    let bytes = try names.name(of: Int(document.rawValue))
    guard let name = bytes.withUnsafeBytes({ String(validUTF8: $0) }) else {
      throw .damaged(path: file.path, offset: 0, what: "a name is not UTF-8")
    }
    return name
  }

  /// Calls `body` with the names of documents in their order.
  func forEachName(
    in range: Range<Int>, _ body: (Int, UnsafeRawBufferPointer) throws(StorageError) -> Void
  ) throws(StorageError) { try names.forEach(in: range, body) }

  /// That a look-up finds every document by its name. Cost: the names once, or half a
  /// block for each.
  func checkNameOrder() throws(StorageError) { try names.checkOrder() }

  /// The document of that name, or nil. Cost: the logarithm of the number of documents.
  func document(named name: String) throws(StorageError) -> DocumentID? {
    try names.document(named: Array(name.utf8)).map { DocumentID(rawValue: UInt32($0)) }
  }

  /// The groups of documents, ascending by name; together they have all documents. Decoded with
  /// each call: the cost is the groups' number and the length of their names.
  func groups() throws(StorageError) -> [DocumentGroup] { try groupReader.groups() }

  /// The forms of a document's words (see `FormReader`); none where they are not kept.
  func forms(of document: Int) throws(StorageError) -> UnsafeRawBufferPointer {
    guard let forms else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return try forms.list(of: document)
  }

  /// The bytes that the caller stored with a document. Valid while this object lives.
  func storedBytes(
    of document: DocumentID
  ) throws(StorageError) -> (bytes: UnsafeRawBufferPointer, offset: Int) {
    try stored.bytes(of: Int(document.rawValue))
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
