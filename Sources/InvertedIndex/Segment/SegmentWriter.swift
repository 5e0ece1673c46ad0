import IndexStorage
import TextAnalysis

/// Gathers documents in memory and writes them as one segment.
struct SegmentWriter: ~Copyable {
  private let session: AnalysisSession
  private let fieldNames: [String]
  private var chains: OccurrenceChains
  private var lengths: [[UInt32]]
  private var names: [[UInt8]] = []
  /// Bytes of names: strings that only look alike are different names.
  private var knownNames: Set<[UInt8]> = []
  private var groups = GroupWriter()
  private var stored = StoredSections()
  private var tokens: [Token] = []

  init(fieldNames: [String], analyzer: Analyzer) {
    precondition(
      !fieldNames.isEmpty && fieldNames.count <= SegmentLimit.fields,
      "an index has between 1 and \(SegmentLimit.fields) fields")
    self.fieldNames = fieldNames
    session = AnalysisSession(analyzer)
    chains = OccurrenceChains(fieldCount: fieldNames.count)
    lengths = Array(repeating: [], count: fieldNames.count)
  }

  var documentCount: Int { names.count }

  /// Analyzes and keeps a document. Linear in its text.
  ///
  /// - Parameter group: documents of a group are added one behind the other, groups in ascending
  ///   order of their names' bytes. All others are a mistake of the caller.
  mutating func add(_ document: Document, group: [UInt8] = []) throws(IndexError) {
    guard document.fields.count == fieldNames.count else {
      throw .fieldCount(
        name: document.name, expected: fieldNames.count, found: document.fields.count)
    }
    let name = Array(document.name.utf8)
    guard names.count < Int(UInt32.max) - 1 else {
      throw .tooLarge(what: "an index holds at most 2^32 - 2 documents")
    }
    guard name.count <= SegmentLimit.nameLength else {
      throw .tooLarge(what: "a document's name has more than \(SegmentLimit.nameLength) bytes")
    }
    guard group.count <= SegmentLimit.nameLength else {
      throw .tooLarge(what: "a group's name has more than \(SegmentLimit.nameLength) bytes")
    }
    guard knownNames.insert(name).inserted else { throw .duplicateName(document.name) }
    let isInOrder = groups.append(group)
    precondition(isInOrder, "a group's documents stand together, groups in the order of names")
    let number = UInt32(names.count)
    names.append(name)
    for (field, text) in document.fields.enumerated() {
      lengths[field].append(addField(text, field: field, document: number))
    }
    document.stored.withUnsafeBytes { stored.append($0) }
  }

  /// Notes a field's terms; gives its length: the number of different word positions.
  private mutating func addField(_ text: String, field: Int, document: UInt32) -> UInt32 {
    guard !text.isEmpty else { return 0 }
    session.analyze(text, into: &tokens)
    chains.reserve(termCount: session.termCount)
    tokens.withUnsafeBufferPointer { tokens in
      for token in tokens {
        chains.append(term: token.term, document: document, field: field, position: token.position)
      }
    }
    return tokens.last.map { $0.position + 1 } ?? 0
  }

  /// The segment's file. The order of terms, documents and sections is fixed by what was added.
  mutating func finish() throws(IndexError) -> (bytes: [UInt8], contentHash: UInt64) {
    var file = SectionedFileWriter(kind: .segment)
    let columns = UnsafeMutablePointer<UInt32>.allocate(
      capacity: max(names.count * fieldNames.count, 1))
    defer { columns.deallocate() }
    for (field, column) in lengths.enumerated() {
      for (document, length) in column.enumerated() {
        (columns + field * names.count + document).initialize(to: length)
      }
    }
    let inverted = InvertedSections(
      chains, session: session, lengths: columns, documentCount: names.count,
      fieldCount: fieldNames.count)
    let (lengthBytes, widths) = encodeLengths()
    file.append(SegmentSection.meta, encodeMeta(widths: widths, inverted))
    inverted.append(to: &file)
    file.append(SegmentSection.lengths, lengthBytes)
    let nameSections = NameSections(names)
    file.append(SegmentSection.names, nameSections.names.bytes)
    file.append(SegmentSection.nameOffsets, nameSections.offsets.bytes)
    file.append(SegmentSection.nameOrder, nameSections.order.bytes)
    file.append(SegmentSection.groups, groups.encoded())
    stored.finish()
    file.append(SegmentSection.storedOffsets, stored.offsets.bytes)
    file.append(SegmentSection.stored, stored.stored.bytes)
    return file.finish()
  }

  private func encodeMeta(widths: [UInt8], _ inverted: borrowing InvertedSections) -> [UInt8] {
    var meta = ByteWriter()
    meta.string(session.analyzer.name)
    meta.varint(UInt64(session.analyzer.version))
    meta.varint(UInt64(names.count))
    meta.varint(UInt64(inverted.termCount))
    meta.varint(UInt64(inverted.postingsCount))
    meta.varint(UInt64(fieldNames.count))
    for (field, name) in fieldNames.enumerated() {
      meta.string(name)
      meta.varint(UInt64(lengths[field].count { $0 > 0 }))
      meta.varint(lengths[field].reduce(0) { $0 + UInt64($1) })
      meta.byte(widths[field])
    }
    return meta.bytes
  }

  /// Each field's lengths in the fewest of 1, 2 or 4 bytes that hold its longest.
  private func encodeLengths() -> (bytes: [UInt8], widths: [UInt8]) {
    var output = ByteWriter()
    var widths: [UInt8] = []
    for column in lengths {
      let longest = column.max() ?? 0
      let width: UInt8 = longest <= 0xFF ? 1 : longest <= 0xFFFF ? 2 : 4
      widths.append(width)
      for length in column {
        switch width {
        case 1: output.byte(UInt8(truncatingIfNeeded: length))
        case 2: output.fixed(UInt16(truncatingIfNeeded: length))
        default: output.fixed(length)
        }
      }
    }
    return (output.bytes, widths)
  }
}
