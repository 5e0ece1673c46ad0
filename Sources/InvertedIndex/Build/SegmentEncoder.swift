import IndexStorage
import TextAnalysis

/// Encodes a segment: terms in ascending order of their bytes, then everything into a file.
///
/// For each term its occurrences go to `postings`, in ascending order of document, field and
/// position, then `finishTerm`. It holds no more than one term and two megabytes a section where it
/// has a folder to move the rest to.
struct SegmentEncoder: ~Copyable {
  /// Takes the occurrences of the term at hand.
  var postings: PostingsEncoder
  private let folder: IndexFolder?
  private var dictionary = TermDictionaryWriter()
  private var postingsStream = SectionStream()
  private var positionsStream = SectionStream()
  private var inlined = ByteSink()
  private var postingsCount = 0

  /// - Parameters:
  ///   - lengths: the documents' lengths; their memory outlives this value.
  ///   - folder: takes what grows large; nil: all is held in memory.
  init(lengths: FieldLengths, fieldCount: Int, spillingTo folder: IndexFolder?) {
    postings = PostingsEncoder(lengths: lengths, fieldCount: fieldCount)
    self.folder = folder
  }

  /// Ends the term at hand. One to which no occurrence came is left out.
  mutating func finishTerm(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    guard !postings.isEmpty else { return }
    inlined.removeAll()
    guard
      let term = postings.finish(
        postings: &postingsStream.sink, positions: &positionsStream.sink, inlined: &inlined)
    else { throw .tooLarge(what: "the positions of a term have more than 4 GiB") }
    postingsCount += term.documentFrequency
    dictionary.append(bytes, term, inlined: inlined.bytes)
    guard let folder else { return }
    do throws(StorageError) {
      try postingsStream.spillIfLarge(to: folder)
      try positionsStream.spillIfLarge(to: folder)
      try dictionary.spill(to: folder)
    } catch {
      throw .storage(error)
    }
  }

  /// Writes all sections.
  mutating func write<Output: SectionOutput & ~Copyable>(
    _ documents: inout SegmentDocuments, analyzer: Analyzer, fieldNames: [String],
    to output: inout Output
  ) throws(IndexError) {
    guard dictionary.blocks.count <= Int(UInt32.max), dictionary.keys.count <= Int(UInt32.max)
    else { throw .tooLarge(what: "the terms have more than 4 GiB") }
    let meta = encodeMeta(documents, analyzer, fieldNames)
    do throws(StorageError) {
      try output.append(SegmentSection.meta, bytes: meta)
      try dictionary.blocks.write(SegmentSection.terms, to: &output)
      try dictionary.keys.write(SegmentSection.termKeys, to: &output)
      try dictionary.index.write(SegmentSection.termIndex, to: &output)
      try postingsStream.write(SegmentSection.postings, to: &output)
      try positionsStream.write(SegmentSection.positions, to: &output)
      output.begin(SegmentSection.lengths)
      for field in fieldNames.indices { try output.write(documents.lengths.bytes(field)) }
    } catch {
      throw .storage(error)
    }
    let names = try NameSections(documents.names, spillingTo: folder)
    do throws(StorageError) {
      try names.names.write(SegmentSection.names, to: &output)
      try names.offsets.write(SegmentSection.nameOffsets, to: &output)
      try names.order.write(SegmentSection.nameOrder, to: &output)
      try output.append(SegmentSection.groups, bytes: documents.groups.encoded())
      if !documents.attributes.isEmpty {
        let bytes = documents.attributes.encoded(documentCount: documents.names.count)
        try output.append(SegmentSection.attributes, bytes: bytes)
      }
      try documents.forms.write(to: &output)
      documents.stored.finish()
      try documents.stored.offsets.write(SegmentSection.storedOffsets, to: &output)
      try documents.stored.stored.write(SegmentSection.stored, to: &output)
    } catch {
      throw .storage(error)
    }
  }

  private func encodeMeta(
    _ documents: borrowing SegmentDocuments, _ analyzer: Analyzer, _ fieldNames: [String]
  ) -> [UInt8] {
    var meta = ByteWriter()
    meta.string(analyzer.name)
    meta.varint(UInt64(analyzer.version))
    meta.varint(UInt64(documents.names.count))
    meta.varint(UInt64(dictionary.count))
    meta.varint(UInt64(postingsCount))
    meta.varint(UInt64(fieldNames.count))
    for (field, name) in fieldNames.enumerated() {
      meta.string(name)
      meta.varint(UInt64(documents.lengths.documentCount(field)))
      meta.varint(documents.lengths.total(field))
      meta.byte(UInt8(documents.lengths.width(field)))
    }
    return meta.bytes
  }
}

extension SectionOutput where Self: ~Copyable {
  /// A section that is at hand as a whole.
  fileprivate mutating func append(
    _ name: SectionName, bytes: [UInt8]
  ) throws(StorageError) {
    begin(name)
    try bytes.withUnsafeBufferPointer { bytes throws(StorageError) in
      try write(UnsafeRawBufferPointer(bytes))
    }
  }
}
