import IndexStorage
import TextAnalysis

/// Gathers documents in memory and writes them as one segment.
///
/// A document comes as a whole, or by `begin`, `addField` for each field, and `end`, which allocate
/// nothing for it.
struct SegmentWriter: ~Copyable {
  let session: AnalysisSession
  let fieldNames: [String]
  private let folder: IndexFolder?
  private var chains: OccurrenceChains
  var documents: SegmentDocuments
  private var tokens: [Token] = []
  /// The field that comes next; none between documents.
  private var field = 0

  /// - Parameters:
  ///   - keepsForms: whether it is kept how the words of the first field are written.
  ///   - folder: takes stored bytes that grow large; nil: all is held in memory.
  init(
    fieldNames: [String], analyzer: Analyzer, keepsForms: Bool = false,
    spillingTo folder: IndexFolder? = nil
  ) {
    precondition(
      !fieldNames.isEmpty && fieldNames.count <= SegmentLimit.fields,
      "an index has between 1 and \(SegmentLimit.fields) fields")
    self.fieldNames = fieldNames
    self.folder = folder
    session = AnalysisSession(analyzer)
    chains = OccurrenceChains(fieldCount: fieldNames.count)
    documents = SegmentDocuments(fieldCount: fieldNames.count, keepsForms: keepsForms)
  }

  var documentCount: Int { documents.names.count }

  /// Bytes that the documents take in memory, by and large.
  var byteCount: Int {
    chains.byteCount + documents.byteCount + session.termCount * Self.bytesOfTerm
  }

  /// What the session holds of a term: its bytes, end, hash and slots, and as much again while
  /// these grow; and its place in the order of terms.
  private static let bytesOfTerm = 80

  /// Analyzes and keeps a document. Linear in its text.
  ///
  /// - Parameter group: documents of a group are added one behind the other, groups in ascending
  ///   order of their names' bytes. All others are a mistake of the caller.
  mutating func add(_ document: Document, group: [UInt8] = []) throws(IndexError) {
    guard document.fields.count == fieldNames.count else {
      throw .fieldCount(
        name: document.name, expected: fieldNames.count, found: document.fields.count)
    }
    let attributes = document.attributes.map { Array($0.utf8) }
    guard attributes.allSatisfy({ $0.count <= SegmentLimit.nameLength }) else {
      throw .tooLarge(what: "an attribute has more than \(SegmentLimit.nameLength) bytes")
    }
    try Array(document.name.utf8).withUnsafeBufferPointer { name throws(IndexError) in
      try begin(name: UnsafeRawBufferPointer(name), group: group)
    }
    for var text in document.fields { text.withUTF8 { addField($0) } }
    for attribute in attributes {
      documents.attributes.insert(attribute, document: UInt32(documentCount - 1))
    }
    try document.stored.withUnsafeBufferPointer { stored throws(IndexError) in
      try end(stored: UnsafeRawBufferPointer(stored))
    }
  }

  /// Begins a document. After an error the segment is as it was.
  ///
  /// - Parameters:
  ///   - name: UTF-8.
  ///   - group: as `add` has it.
  mutating func begin(
    name: UnsafeRawBufferPointer, group: [UInt8] = []
  ) throws(IndexError) {
    precondition(field == 0, "a document has not ended")
    guard documentCount < Int(UInt32.max) - 1 else {
      throw .tooLarge(what: "an index holds at most 2^32 - 2 documents")
    }
    guard name.count <= SegmentLimit.nameLength else {
      throw .tooLarge(what: "a document's name has more than \(SegmentLimit.nameLength) bytes")
    }
    guard group.count <= SegmentLimit.nameLength else {
      throw .tooLarge(what: "a group's name has more than \(SegmentLimit.nameLength) bytes")
    }
    guard documents.names.hasRoom(for: name) else {
      throw .tooLarge(what: "names have more than 4 GiB")
    }
    guard documents.names.mayAppend(name) else {
      throw .duplicateName(String(decoding: name, as: UTF8.self))
    }
    let isInOrder = documents.groups.append(group)
    precondition(isInOrder, "a group's documents stand together, groups in the order of names")
    documents.names.append(name)
  }

  /// Analyzes the next field of the document that was begun. Its length is the number of different
  /// word positions. Any bytes will do; what is not UTF-8 separates words.
  mutating func addField(_ text: UnsafeBufferPointer<UInt8>) {
    precondition(field < fieldNames.count, "a document has too many fields")
    defer { field += 1 }
    guard !text.isEmpty else {
      documents.lengths.append(0, field: field)
      return
    }
    session.analyze(text, into: &tokens)
    documents.forms.note(tokens, of: text)
    chains.reserve(termCount: session.termCount)
    let document = UInt32(documentCount - 1)
    tokens.withUnsafeBufferPointer { tokens in
      for token in tokens {
        chains.append(term: token.term, document: document, field: field, position: token.position)
      }
    }
    documents.lengths.append(tokens.last.map { $0.position + 1 } ?? 0, field: field)
  }

  /// Ends the document that was begun.
  mutating func end(
    stored: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0)
  ) throws(IndexError) {
    precondition(field == fieldNames.count, "a document has too few fields")
    field = 0
    documents.stored.append(stored)
    documents.forms.endDocument()
    guard let folder else { return }
    do throws(StorageError) {
      try documents.stored.spill(to: folder)
      try documents.forms.spill(to: folder)
    } catch {
      throw .storage(error)
    }
  }

  /// The segment's file. The order of terms, documents and sections is fixed by what was added.
  mutating func finish() throws(IndexError) -> (bytes: [UInt8], contentHash: UInt64) {
    var file = SectionedFileWriter(kind: .segment)
    try write(to: &file, spillingTo: nil)
    return file.finish()
  }

  /// Writes the segment to a folder, as a file that is named by its content.
  mutating func write(to folder: IndexFolder) throws(IndexError) -> SectionedFileStamp {
    try SegmentFile.write(to: folder) { output throws(IndexError) in
      try write(to: &output, spillingTo: folder)
    }
  }

  /// Writes the segment to a file without a name in a folder, and opens it.
  mutating func spilled(to folder: IndexFolder) throws(IndexError) -> SegmentReader {
    try SegmentFile.spilled(to: folder) { output throws(IndexError) in
      try write(to: &output, spillingTo: folder)
    }
  }

  private mutating func write<Output: SectionOutput & ~Copyable>(
    to output: inout Output, spillingTo folder: IndexFolder?
  ) throws(IndexError) {
    var encoder = SegmentEncoder(
      lengths: documents.lengths.fieldLengths, fieldCount: fieldNames.count, spillingTo: folder)
    var walk = TermWalk(TermOrder.ascending(session))
    while let key = walk.key {
      encode(key.number, from: 0, with: &encoder.postings)
      try finishTerm(key.number, &encoder)
      walk.advance()
    }
    try encoder.write(
      &documents, analyzer: session.analyzer, fieldNames: fieldNames, to: &output)
  }

  /// Ends a term that this writer has.
  func finishTerm(
    _ number: UInt32, _ encoder: inout SegmentEncoder
  ) throws(IndexError) {
    var failure: IndexError?
    session.withTermBytes(number) { bytes in
      do throws(IndexError) {
        try encoder.finishTerm(UnsafeRawBufferPointer(bytes))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  /// Gives a term's occurrences; the first document's number is `base`. The analyzer may have
  /// numbered a term that no token came to.
  func encode(
    _ term: UInt32, from base: UInt32, with encoder: inout PostingsEncoder
  ) {
    guard chains.documentFrequency(of: term) > 0 else { return }
    var reader = chains.reader(of: term)
    var document: UInt32 = 0
    var field = 0
    var previous: UInt32 = 0
    while true {
      switch reader.advance() {
      case .end: return
      case .otherField:
        document = base + reader.document
        field = reader.field
        previous = 0
      case .sameField: break
      }
      encoder.occur(document: document, field: field, step: reader.position - previous)
      previous = reader.position
    }
  }
}
