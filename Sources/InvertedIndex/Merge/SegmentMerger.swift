import IndexStorage
import TextAnalysis

/// Makes one segment of several: term by term, so that the memory does not grow with the postings.
///
/// Documents stand in the order of their groups' names, those of one group in the order of the
/// segments; deleted ones are left out. The result is byte for byte the segment that a writer makes
/// of the same documents in that order.
///
/// Memory: for each document its name, a place for it and its lengths (of names that do not ascend
/// 16 bytes more, for a moment); the largest term; two megabytes a section.
struct SegmentMerger: ~Copyable {
  /// A segment and what of it is left out.
  struct Input {
    let segment: SegmentReader
    /// A bit for each document, the lowest of the first word for the first, set where it is
    /// deleted; nil: all stay. Words that are missing have no bits.
    let deleted: [UInt64]?

    init(_ segment: SegmentReader, deleted: [UInt64]? = nil) {
      self.segment = segment
      self.deleted = deleted
    }

    fileprivate func isDeleted(_ document: Int) -> Bool {
      guard let deleted, document / 64 < deleted.count else { return false }
      return deleted[document / 64] >> UInt64(document % 64) & 1 == 1
    }
  }

  /// Documents of a segment that stay together.
  private struct Part {
    let name: [UInt8]
    let input: Int
    let documents: Range<Int>
  }

  private let inputs: [Input]
  private let analyzer: Analyzer
  private let fieldNames: [String]

  /// Segments with the same analyzer and fields, at least one.
  init(_ inputs: [Input]) {
    precondition(!inputs.isEmpty, "nothing to merge")
    self.inputs = inputs
    analyzer = inputs[0].segment.analyzer
    fieldNames = inputs[0].segment.meta.statistics.fields.map(\.name)
    for input in inputs {
      precondition(
        input.segment.analyzer == analyzer
          && input.segment.meta.statistics.fields.map(\.name) == fieldNames,
        "segments of different analyzers or fields are not merged")
    }
  }

  /// The merged segment's file in memory.
  func merged() throws(IndexError) -> (bytes: [UInt8], contentHash: UInt64) {
    var file = SectionedFileWriter(kind: .segment)
    try write(to: &file, spillingTo: nil)
    return file.finish()
  }

  /// Writes the merged segment to a folder, as a file that is named by its content: on disk and
  /// whole when this returns.
  func write(to folder: IndexFolder) throws(IndexError) -> SectionedFileStamp {
    try SegmentFile.write(to: folder) { output throws(IndexError) in
      try write(to: &output, spillingTo: folder)
    }
  }

  private func write<Output: SectionOutput & ~Copyable>(
    to output: inout Output, spillingTo folder: IndexFolder?
  ) throws(IndexError) {
    var documents = SegmentDocuments(
      fieldCount: fieldNames.count,
      keepsForms: inputs.contains { $0.segment.forms != nil })
    var maps = [DocumentMap](repeating: DocumentMap(), count: inputs.count)
    for part in try parts() { try copy(part, to: &documents, &maps[part.input], folder) }
    try copyAttributes(to: &documents, &maps)
    var encoder = SegmentEncoder(
      lengths: documents.lengths.fieldLengths, fieldCount: fieldNames.count, spillingTo: folder)
    let sources = zip(inputs, maps).map { MergeSource($0.segment, $1) }
    try Self.encodeTerms(of: sources, with: &encoder)
    try encoder.write(&documents, analyzer: analyzer, fieldNames: fieldNames, to: &output)
  }

  /// The groups of all segments in the order of the merged one.
  private func parts() throws(IndexError) -> [Part] {
    var parts: [Part] = []
    do throws(StorageError) {
      for (number, input) in inputs.enumerated() {
        for group in try input.segment.groups() {
          parts.append(Part(name: group.name, input: number, documents: group.documents))
        }
      }
    } catch {
      throw .storage(error)
    }
    return parts.sorted { left, right in
      if left.name == right.name { return left.input < right.input }
      return left.name.lexicographicallyPrecedes(right.name)
    }
  }

  /// Copies what is kept of documents beside their terms, and notes their new numbers.
  private func copy(
    _ part: Part, to documents: inout SegmentDocuments, _ map: inout DocumentMap,
    _ folder: IndexFolder?
  ) throws(IndexError) {
    let input = inputs[part.input]
    let start = documents.names.count
    guard start + part.documents.count < Int(UInt32.max) else {
      throw .tooLarge(what: "an index holds at most 2^32 - 2 documents")
    }
    var hasRoom = true
    do throws(StorageError) {
      let lengths = try input.segment.fieldLengths()
      try input.segment.forEachName(in: part.documents) { document, name throws(StorageError) in
        guard !input.isDeleted(document) else {
          map.append(from: document, new: DocumentMap.none)
          return
        }
        map.append(from: document, new: UInt32(documents.names.count))
        guard documents.names.hasRoom(for: name) else {
          hasRoom = false
          return
        }
        documents.names.append(name)
        _ = documents.groups.append(part.name)
        for field in fieldNames.indices {
          documents.lengths.append(lengths.length(field: field, document: document), field: field)
        }
        let stored = try input.segment.storedBytes(of: DocumentID(rawValue: UInt32(document)))
        documents.stored.append(stored.bytes)
        documents.forms.append(try input.segment.forms(of: document))
        if let folder {
          try documents.stored.spill(to: folder)
          try documents.forms.spill(to: folder)
        }
      }
    } catch {
      throw .storage(error)
    }
    guard hasRoom else { throw .tooLarge(what: "names have more than 4 GiB") }
  }

  /// Copies the attributes of documents that stay.
  private func copyAttributes(
    to documents: inout SegmentDocuments, _ maps: inout [DocumentMap]
  ) throws(IndexError) {
    do throws(StorageError) {
      for (number, input) in inputs.enumerated() {
        try input.segment.attributes.forEach(where: { _ in true }) { name, list in
          maps[number].rewind()
          let new = list.map { maps[number].newNumber(of: $0) }.filter { $0 != DocumentMap.none }
          if !new.isEmpty { documents.attributes.append(Array(name), new) }
        }
        maps[number].rewind()
      }
    } catch {
      throw .storage(error)
    }
  }

  /// Walks the dictionaries side by side.
  private static func encodeTerms(
    of sources: [MergeSource], with encoder: inout SegmentEncoder
  ) throws(IndexError) {
    var sources = sources
    do throws(StorageError) {
      for source in sources { try source.advanceTerm() }
    } catch {
      throw .storage(error)
    }
    while true {
      let term: [UInt8]?
      do throws(StorageError) {
        term = try encodeNextTerm(of: &sources, with: &encoder.postings)
      } catch {
        throw .storage(error)
      }
      guard let term else { return }
      try term.withUnsafeBufferPointer { bytes throws(IndexError) in
        try encoder.finishTerm(UnsafeRawBufferPointer(bytes))
      }
    }
  }

  /// Gives the occurrences of the least term that is left; nil where none is.
  private static func encodeNextTerm(
    of sources: inout [MergeSource], with encoder: inout PostingsEncoder
  ) throws(StorageError) -> [UInt8]? {
    sources.removeAll { $0.isAtEnd }
    guard var first = sources.first else { return nil }
    for source in sources.dropFirst() where source.precedes(first) { first = source }
    // In the order of segments, which is that of documents where no groups are mixed.
    let active = sources.filter { $0 === first || $0.hasTerm(of: first) }
    let term = first.term
    for source in active { try source.beginTerm() }
    try encode(active, with: &encoder)
    for source in active { try source.advanceTerm() }
    return term
  }

  /// Gives the occurrences of a term in ascending order of the new numbers: as many of one segment
  /// at a time as stand before the next document of another.
  private static func encode(
    _ sources: [MergeSource], with encoder: inout PostingsEncoder
  ) throws(StorageError) {
    guard sources.count > 1 else {
      try sources.first?.encode(below: DocumentMap.none, with: &encoder)
      return
    }
    while true {
      var first: MergeSource?
      var bound = DocumentMap.none
      for source in sources where source.document != DocumentMap.none {
        guard let best = first else {
          first = source
          continue
        }
        bound = min(bound, max(best.document, source.document))
        if source.document < best.document { first = source }
      }
      guard let first else { return }
      try first.encode(below: bound, with: &encoder)
    }
  }
}
