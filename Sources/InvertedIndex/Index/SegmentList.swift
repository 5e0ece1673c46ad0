import IndexStorage
import TextAnalysis

/// The segments of an index at one moment, one behind the other. Immutable; safe to share between
/// threads.
struct SegmentList: Sendable {
  var segments: [LiveSegment]
  let analyzer: Analyzer
  /// Numbers of all documents that are not deleted.
  let statistics: CollectionStatistics
  /// Above all numbers of documents.
  let documentLimit: Int

  /// - Parameter fields: the index's fields; each segment has the same.
  init(
    _ parts: [(reader: SegmentReader, deletions: DeletionsReader?)], analyzer: Analyzer,
    fields: [String]
  ) throws(IndexError) {
    var segments: [LiveSegment] = []
    for part in parts {
      segments.append(LiveSegment(part.reader, part.deletions, behind: segments.last))
    }
    try self.init(segments, analyzer: analyzer, fields: fields)
  }

  /// - Parameters:
  ///   - segments: each behind the one before it.
  ///   - fields: the index's fields; each segment has the same.
  init(_ segments: [LiveSegment], analyzer: Analyzer, fields: [String]) throws(IndexError) {
    self.segments = segments
    self.analyzer = analyzer
    documentLimit = segments.last?.end ?? 0
    // All numbers fit 32 bits, and so do sums over segments.
    guard documentLimit < Int(UInt32.max) else {
      throw .tooLarge(what: "an index holds at most 2^32 - 2 documents")
    }
    statistics = try Self.statistics(of: segments, fields)
  }

  private static func statistics(
    of segments: [LiveSegment], _ names: [String]
  ) throws(IndexError) -> CollectionStatistics {
    // A segment's numbers may be a lie; sums of them must not trap.
    var postingsCount = 0
    for segment in segments { postingsCount &+= segment.postingsCount }
    var fields: [CollectionStatistics.Field] = []
    for (index, name) in names.enumerated() {
      var documentCount = 0
      var totalLength = 0
      for segment in segments {
        let field = segment.field(index)
        documentCount += field.documentCount
        totalLength &+= field.totalLength
      }
      fields.append(.init(name: name, documentCount: documentCount, totalLength: totalLength))
    }
    guard postingsCount >= 0,
      fields.allSatisfy({ (0...Int.max / SegmentLimit.fields).contains($0.totalLength) })
    else { throw .tooLarge(what: "the segments of the index have more words than can be counted") }
    return CollectionStatistics(
      documentCount: segments.reduce(0) { $0 + $1.documentCount }, postingsCount: postingsCount,
      fields: fields)
  }

  /// The segment that has a document, and the document's number there.
  func place(of document: DocumentID) -> (segment: LiveSegment, document: Int) {
    let segment = segments[index(of: document)]
    return (segment, Int(document.rawValue) - segment.base)
  }

  /// The place among the segments of the one that has a document.
  private func index(of document: DocumentID) -> Int {
    let number = Int(document.rawValue)
    var lower = 0
    var upper = segments.count
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if segments[middle].base <= number { lower = middle } else { upper = middle }
    }
    return lower
  }

  /// How a document's words are written; see `SegmentReader.forms(of:)`.
  func forms(of document: DocumentID) throws(StorageError) -> UnsafeRawBufferPointer {
    let index = index(of: document)
    return try segments[index].reader.forms(of: Int(document.rawValue) - segments[index].base)
  }

  /// The document of that name, or nil. Cost: a logarithm of the documents for each segment.
  func document(named name: String) throws(StorageError) -> DocumentID? {
    for segment in segments {
      guard let found = try segment.reader.document(named: name) else { continue }
      let number = Int(found.rawValue)
      if segment.isLive(number) { return DocumentID(rawValue: UInt32(segment.base + number)) }
    }
    return nil
  }

  /// A term's entry in each segment, nil where it has none, and how many documents have it.
  func look(
    up term: String
  ) throws(StorageError) -> (entries: [TermEntry?], documentFrequency: Int) {
    var entries: [TermEntry?] = []
    var documentFrequency = 0
    for segment in segments {
      let entry = try segment.reader.entry(of: term)
      entries.append(entry)
      if let entry { documentFrequency += try segment.documentFrequency(of: entry) }
    }
    return (entries, documentFrequency)
  }

  /// Calls `body` with the bytes of every term that a document has, in ascending order, its entries
  /// in the segments that have it, and how many documents have it in all.
  func forEachTerm(
    _ body: ([UInt8], [(segment: LiveSegment, entry: TermEntry)], Int) throws(StorageError) -> Void
  ) throws(StorageError) {
    var cursors: [(segment: LiveSegment, cursor: TermCursor)] = []
    for segment in segments {
      var cursor = segment.reader.dictionary.terms()
      if try cursor.advance() { cursors.append((segment, cursor)) }
    }
    var entries: [(segment: LiveSegment, entry: TermEntry)] = []
    while !cursors.isEmpty {
      var least = cursors[0].cursor.term
      for other in cursors.dropFirst() where other.cursor.term.lexicographicallyPrecedes(least) {
        least = other.cursor.term
      }
      entries.removeAll(keepingCapacity: true)
      var documentFrequency = 0
      var index = 0
      while index < cursors.count {
        guard let entry = cursors[index].cursor.entry, cursors[index].cursor.term == least else {
          index += 1
          continue
        }
        entries.append((cursors[index].segment, entry))
        documentFrequency += try cursors[index].segment.documentFrequency(of: entry)
        if try cursors[index].cursor.advance() {
          index += 1
        } else {
          cursors.remove(at: index)
        }
      }
      if documentFrequency > 0 { try body(least, entries, documentFrequency) }
    }
  }

  /// How many different terms documents have. Cost: one segment, none; several, all dictionaries.
  func termCount() throws(StorageError) -> Int {
    if let only = segments.first, segments.count == 1 {
      return only.reader.meta.termCount - (only.deletions?.effect.termCount ?? 0)
    }
    var count = 0
    try forEachTerm { _, _, _ in count += 1 }
    return count
  }
}
