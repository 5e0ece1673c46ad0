import IndexStorage

/// The section `meta` of a segment: analyzer, counts, fields.
struct SegmentMeta: Sendable {
  let analyzerName: String
  let analyzerVersion: UInt32
  let statistics: CollectionStatistics
  /// Different terms.
  let termCount: Int
  /// Bytes of one length, for each field: 1, 2 or 4.
  let lengthWidths: [Int]

  /// So many of the first fields have words in some document.
  var filledFieldCount: Int {
    (statistics.fields.lastIndex { $0.totalLength > 0 } ?? -1) + 1
  }

  /// Decodes the section; values that no writer makes are damage.
  init(_ file: SectionedFile) throws(StorageError) {
    let section = try file.section(SegmentSection.meta)
    var reader = try file.reader(of: section, in: 0..<section.length)
    analyzerName = try reader.string()
    analyzerVersion = try reader.varint32()
    let documentCount = try reader.varint32()
    let termCount = try reader.varint32()
    let postingsCount = try reader.varint()
    let fieldCount = try reader.count(ofAtLeast: 4)
    guard fieldCount >= 1, fieldCount <= SegmentLimit.fields, documentCount < UInt32.max,
      let postings = Int(exactly: postingsCount)
    else { throw reader.damaged("the counts of a segment cannot be") }
    var fields: [CollectionStatistics.Field] = []
    var widths: [Int] = []
    for _ in 0..<fieldCount {
      let name = try reader.string()
      let count = try reader.varint32()
      let total = try reader.varint()
      let width = try reader.byte()
      guard count <= documentCount, let total = Int(exactly: total),
        total.multipliedReportingOverflow(by: SegmentLimit.fields).overflow == false,
        width == 1 || width == 2 || width == 4
      else { throw reader.damaged("the numbers of field '\(name)' cannot be") }
      fields.append(.init(name: name, documentCount: Int(count), totalLength: total))
      widths.append(Int(width))
    }
    statistics = CollectionStatistics(
      documentCount: Int(documentCount), postingsCount: postings, fields: fields)
    self.termCount = Int(termCount)
    lengthWidths = widths
  }
}
