import IndexStorage
import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Gathers documents in memory and writes them as one segment.
struct SegmentWriter {
  private let session: AnalysisSession
  private let fieldNames: [String]
  private var occurrences = Occurrences()
  private var lengths: [[UInt32]]
  private var names: [String] = []
  /// Bytes of names: strings that only look alike are different names.
  private var knownNames: Set<[UInt8]> = []
  private var stored = ByteWriter()
  private var storedOffsets = ByteWriter()
  // Reused from field to field.
  private var tokens: [Token] = []
  private var frequencies: [UInt32] = []

  init(fieldNames: [String], analyzer: Analyzer) {
    precondition(
      !fieldNames.isEmpty && fieldNames.count <= SegmentLimit.fields,
      "an index has between 1 and \(SegmentLimit.fields) fields")
    self.fieldNames = fieldNames
    session = AnalysisSession(analyzer)
    lengths = Array(repeating: [], count: fieldNames.count)
    storedOffsets.fixed(UInt64(0))
  }

  var documentCount: Int { names.count }

  /// Analyzes and keeps a document. Linear in its text.
  mutating func add(_ document: Document) throws(IndexError) {
    guard document.fields.count == fieldNames.count else {
      throw .fieldCount(
        name: document.name, expected: fieldNames.count, found: document.fields.count)
    }
    guard names.count < Int(UInt32.max) - 1, occurrences.count < Int(UInt32.max) / 2 else {
      throw .tooLarge(what: "a segment holds at most 2^31 postings")
    }
    guard knownNames.insert(Array(document.name.utf8)).inserted else {
      throw .duplicateName(document.name)
    }
    let number = UInt32(names.count)
    names.append(document.name)
    for (field, text) in document.fields.enumerated() {
      lengths[field].append(addField(text, field: field, document: number))
    }
    stored.raw(document.stored)
    storedOffsets.fixed(UInt64(stored.count))
  }

  /// Notes a field's terms; gives its length: the number of different word positions.
  private mutating func addField(_ text: String, field: Int, document: UInt32) -> UInt32 {
    guard !text.isEmpty else { return 0 }
    session.analyze(text, into: &tokens)
    if frequencies.count < session.termCount {
      frequencies.append(
        contentsOf: repeatElement(0, count: session.termCount * 2 - frequencies.count))
    }
    for token in tokens { frequencies[Int(token.term)] += 1 }
    for token in tokens {
      let frequency = frequencies[Int(token.term)]
      guard frequency > 0 else { continue }
      frequencies[Int(token.term)] = 0
      occurrences.append(term: token.term, document: document, field: field, frequency: frequency)
    }
    return tokens.last.map { $0.position + 1 } ?? 0
  }

  /// The segment's file. The order of terms, documents and sections is fixed by what was added.
  func finish() throws(IndexError) -> (bytes: [UInt8], contentHash: UInt64) {
    var file = SectionedFileWriter(kind: .segment)
    var postings = PostingsSections(
      fieldCount: fieldNames.count, documentCount: names.count)
    postings.write(occurrences, session: session)
    let (lengthBytes, widths) = encodeLengths()
    file.append(
      SegmentSection.meta,
      encodeMeta(widths: widths, postings: postings))
    postings.append(to: &file)
    file.append(SegmentSection.lengths, lengthBytes)
    try appendNames(to: &file)
    file.append(SegmentSection.storedOffsets, storedOffsets.bytes)
    file.append(SegmentSection.stored, stored.bytes)
    return file.finish()
  }

  private func encodeMeta(widths: [UInt8], postings: PostingsSections) -> [UInt8] {
    var meta = ByteWriter()
    meta.string(session.analyzer.name)
    meta.varint(UInt64(session.analyzer.version))
    meta.varint(UInt64(names.count))
    meta.varint(UInt64(postings.termCount))
    meta.varint(UInt64(postings.count))
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

  private func appendNames(to file: inout SectionedFileWriter) throws(IndexError) {
    var bytes = ByteWriter()
    var offsets = ByteWriter()
    offsets.fixed(UInt32(0))
    for name in names {
      bytes.raw(name.utf8)
      guard let end = UInt32(exactly: bytes.count) else {
        throw .tooLarge(what: "names of documents take more than 4 GiB")
      }
      offsets.fixed(end)
    }
    let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var sorted = ByteWriter()
    for document in order { sorted.fixed(UInt32(document)) }
    file.append(SegmentSection.names, bytes.bytes)
    file.append(SegmentSection.nameOffsets, offsets.bytes)
    file.append(SegmentSection.nameOrder, sorted.bytes)
  }
}
