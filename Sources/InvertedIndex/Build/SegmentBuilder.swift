import IndexStorage
import TextAnalysis

/// Makes one segment of documents that need not fit in memory: gathers as many as a budget allows,
/// moves them to a file without a name, and merges these at the end.
///
/// The segment's bytes depend neither on the budget nor on how documents in sequence were divided
/// among builders.
package struct SegmentBuilder: ~Copyable {
  private let fieldNames: [String]
  private let analyzer: Analyzer
  private let folder: IndexFolder
  private let budget: Int
  private var writer: SegmentWriter
  private var spilled: [SegmentReader] = []
  private var spilledCount = 0

  /// - Parameters:
  ///   - folder: where the segment is to be; it exists and may be written to.
  ///   - budget: bytes that gathered documents take before they are moved, by and large; encoding
  ///     them takes some megabytes more.
  package init(
    fields: [String], analyzer: Analyzer, folder: IndexFolder, budget: Int
  ) {
    fieldNames = fields
    self.analyzer = analyzer
    self.folder = folder
    self.budget = budget
    writer = SegmentWriter(fieldNames: fields, analyzer: analyzer, spillingTo: folder)
  }

  /// Documents so far.
  package var documentCount: Int { spilledCount + writer.documentCount }

  /// Adds a document of bytes: a name and one text a field, which are UTF-8 or what comes close to
  /// it. It allocates nothing for it. See `SegmentWriter.add`.
  package mutating func add(
    name: UnsafeBufferPointer<UInt8>, field: UnsafeBufferPointer<UInt8>
  ) throws(IndexError) {
    precondition(fieldNames.count == 1, "one text is for an index with one field")
    try writer.begin(name: UnsafeRawBufferPointer(name))
    writer.addField(field)
    try writer.end()
    try spillIfFull()
  }

  /// Adds a document to a group; see `SegmentWriter.add`.
  package mutating func add(_ document: Document, group: [UInt8] = []) throws(IndexError) {
    try writer.add(document, group: group)
    try spillIfFull()
  }

  private mutating func spillIfFull() throws(IndexError) {
    guard writer.byteCount >= budget else { return }
    try spill()
  }

  /// Moves what was gathered to a file.
  private mutating func spill() throws(IndexError) {
    guard writer.documentCount > 0 else { return }
    spilled.append(try writer.spilled(to: folder))
    spilledCount += writer.documentCount
    writer = SegmentWriter(fieldNames: fieldNames, analyzer: analyzer, spillingTo: folder)
  }

  /// Writes the segment, which is then on disk and whole.
  package mutating func finish() throws(IndexError) -> SectionedFileStamp {
    guard !spilled.isEmpty else { return try writer.write(to: folder) }
    try spill()
    return try Self.merge([SegmentPart(content: .spilled(spilled))], folder)
  }

  /// Ends a part of a larger segment.
  package consuming func finishPart() throws(IndexError) -> SegmentPart {
    if spilled.isEmpty, writer.storesNothing {
      return SegmentPart(content: .gathered(SegmentWriter.Box(writer)))
    }
    try spill()
    return SegmentPart(content: .spilled(spilled))
  }

  /// Writes the segment of all parts in their order.
  package static func merge(
    _ parts: [SegmentPart], _ folder: IndexFolder
  ) throws(IndexError) -> SectionedFileStamp {
    let boxes = parts.compactMap { part in
      if case .gathered(let box) = part.content { box } else { nil }
    }
    // In memory all together: the terms are walked side by side, and encoded once.
    if boxes.count == parts.count { return try SegmentWriter.write(boxes, to: folder) }
    var segments: [SegmentReader] = []
    for part in parts {
      switch part.content {
      case .spilled(let readers): segments += readers
      case .gathered(let box): segments.append(try box.spilled(to: folder))
      }
    }
    return try SegmentMerger(segments.map { SegmentMerger.Input($0) }).write(to: folder)
  }
}

/// Documents that were gathered by one builder.
package struct SegmentPart: Sendable {
  fileprivate let content: Content

  fileprivate enum Content: Sendable {
    /// In memory.
    case gathered(SegmentWriter.Box)
    /// On disk in files without names.
    case spilled([SegmentReader])
  }
}
