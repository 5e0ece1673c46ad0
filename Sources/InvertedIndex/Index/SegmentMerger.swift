import IndexStorage
import TextAnalysis

/// Makes one segment of several, without their deleted documents, in the order of groups' names.
struct SegmentMerger: ~Copyable {
  private let parts: [(reader: SegmentReader, deleted: DocumentBitmap)]
  private let fieldCount: Int
  /// The documents in their new order.
  private var order: [(part: Int, document: Int)] = []
  private var numbers: [[UInt32]]

  static func merge(
    _ parts: [(reader: SegmentReader, deleted: DocumentBitmap)], fields: [String],
    analyzer: Analyzer
  ) throws(IndexError) -> (bytes: [UInt8], contentHash: UInt64) {
    do throws(StorageError) {
      var merger = try SegmentMerger(parts, fieldCount: fields.count)
      return try merger.file(fields, analyzer)
    } catch {
      throw .storage(error)
    }
  }

  private var groups = GroupWriter()

  private init(
    _ parts: [(reader: SegmentReader, deleted: DocumentBitmap)], fieldCount: Int
  ) throws(StorageError) {
    self.parts = parts
    self.fieldCount = fieldCount
    numbers = parts.map { Array(repeating: UInt32.max, count: $0.reader.documentCount) }
    var groups: [(group: DocumentGroup, part: Int)] = []
    for (index, part) in parts.enumerated() {
      groups += try part.reader.groups().map { ($0, index) }
    }
    groups.sort {
      $0.group.name == $1.group.name
        ? $0.part < $1.part : $0.group.name.lexicographicallyPrecedes($1.group.name)
    }
    for (group, part) in groups {
      for document in group.documents where !parts[part].deleted.contains(document) {
        numbers[part][document] = UInt32(order.count)
        order.append((part, document))
        _ = self.groups.append(group.name)
      }
    }
  }

  private mutating func file(
    _ fields: [String], _ analyzer: Analyzer
  ) throws(StorageError) -> (bytes: [UInt8], contentHash: UInt64) {
    let columns = UnsafeMutablePointer<UInt32>.allocate(capacity: max(order.count * fieldCount, 1))
    defer { columns.deallocate() }
    for field in 0..<fieldCount {
      for (number, place) in order.enumerated() {
        columns[field * order.count + number] = try parts[place.part].reader.fieldLengths()
          .length(field: field, document: place.document)
      }
    }
    var dictionary = TermDictionaryWriter()
    var postings = ByteSink()
    var positions = ByteSink()
    var inlined = ByteSink()
    var postingsCount = 0
    var encoder = PostingsEncoder(
      lengths: columns, documentCount: order.count, fieldCount: fieldCount)
    var cursors: [TermCursor] = []
    for part in parts {
      var cursor = part.reader.dictionary.terms()
      _ = try cursor.advance()
      cursors.append(cursor)
    }
    while let term = cursors.filter({ $0.entry != nil }).map(\.term)
      .min(by: { $0.lexicographicallyPrecedes($1) })
    {
      var found: [(document: UInt32, field: Int, step: UInt32)] = []
      for index in cursors.indices where cursors[index].term == term {
        if let entry = cursors[index].entry { try collect(index, entry, into: &found) }
        _ = try cursors[index].advance()
      }
      guard !found.isEmpty else { continue }
      found.sort { $0.document < $1.document }
      for one in found { encoder.occur(document: one.document, field: one.field, step: one.step) }
      inlined.removeAll()
      let made = encoder.finish(postings: &postings, positions: &positions, inlined: &inlined)
      postingsCount += made.documentFrequency
      term.withUnsafeBytes { dictionary.append($0, made, inlined: inlined.bytes) }
    }
    return try finish(
      fields, analyzer, columns, dictionary, postings, positions, postingsCount)
  }

  private func collect(
    _ index: Int, _ entry: TermEntry,
    into found: inout [(document: UInt32, field: Int, step: UInt32)]
  ) throws(StorageError) {
    let reader = parts[index].reader
    var total = 0
    try reader.forEachPosting(of: entry) { _, frequencies in
      total += Int(frequencies.total)
      return true
    }
    var steps = PositionsCursor(try reader.positions(of: entry, count: total))
    var cursor = PostingsCursor(
      try reader.postings(of: entry), PostingsBuffer(fieldCount: fieldCount))
    while try cursor.advance() {
      let document = numbers[index][Int(cursor.document)]
      for field in 0..<fieldCount {
        for _ in 0..<cursor.frequency(field) {
          let step = try steps.next()
          if document != .max { found.append((document, field, step)) }
        }
      }
    }
  }

  private mutating func finish(
    _ fields: [String], _ analyzer: Analyzer, _ columns: UnsafeMutablePointer<UInt32>,
    _ dictionary: borrowing TermDictionaryWriter, _ postings: borrowing ByteSink,
    _ positions: borrowing ByteSink, _ postingsCount: Int
  ) throws(StorageError) -> (bytes: [UInt8], contentHash: UInt64) {
    var file = SectionedFileWriter(kind: .segment)
    var meta = ByteWriter()
    meta.string(analyzer.name)
    meta.varint(UInt64(analyzer.version))
    meta.varint(UInt64(order.count))
    meta.varint(UInt64(dictionary.count))
    meta.varint(UInt64(postingsCount))
    meta.varint(UInt64(fields.count))
    var lengths = ByteWriter()
    for (field, name) in fields.enumerated() {
      let column = UnsafeBufferPointer(start: columns + field * order.count, count: order.count)
      let longest = column.max() ?? 0
      let width: UInt8 = longest <= 0xFF ? 1 : longest <= 0xFFFF ? 2 : 4
      meta.string(name)
      meta.varint(UInt64(column.count { $0 > 0 }))
      meta.varint(column.reduce(0) { $0 + UInt64($1) })
      meta.byte(width)
      for length in column {
        switch width {
        case 1: lengths.byte(UInt8(truncatingIfNeeded: length))
        case 2: lengths.fixed(UInt16(truncatingIfNeeded: length))
        default: lengths.fixed(length)
        }
      }
    }
    file.append(SegmentSection.meta, meta.bytes)
    file.append(SegmentSection.terms, dictionary.blocks.bytes)
    file.append(SegmentSection.termKeys, dictionary.keys.bytes)
    file.append(SegmentSection.termIndex, dictionary.index.bytes)
    file.append(SegmentSection.postings, postings.bytes)
    file.append(SegmentSection.positions, positions.bytes)
    file.append(SegmentSection.lengths, lengths.bytes)
    var names: [[UInt8]] = []
    var stored = StoredSections()
    for place in order {
      let document = DocumentID(rawValue: UInt32(place.document))
      names.append(Array(try parts[place.part].reader.name(of: document).utf8))
      stored.append(try parts[place.part].reader.storedBytes(of: document).bytes)
    }
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
}

extension SegmentReader {
  fileprivate func positions(of entry: TermEntry, count: Int) throws(StorageError) -> PositionsList {
    if entry.isInlined {
      return PositionsList(
        inlined: try dictionary.inlined(entry.positions), count: count, path: file.path, base: 0)
    }
    return try PositionsList(
      try file.bytes(of: try file.section(SegmentSection.positions), in: entry.positions),
      documentFrequency: entry.documentFrequency, path: file.path, base: 0)
  }
}
