import IndexStorage
import TextAnalysis

/// Several writers with the same fields and analyzer, whose documents follow each other.
extension SegmentWriter {
  /// A writer that can stand in an array.
  final class Box: @unchecked Sendable {
    fileprivate var writer: SegmentWriter

    init(_ writer: consuming SegmentWriter) { self.writer = writer }

    /// As `SegmentWriter.spilled(to:)`.
    func spilled(to folder: IndexFolder) throws(IndexError) -> SegmentReader {
      try writer.spilled(to: folder)
    }
  }

  /// No document has stored bytes or forms.
  var storesNothing: Bool { documents.stored.isEmpty && !documents.forms.areKept }

  /// Writes the segment of all writers' documents, which have no stored bytes, to a folder, without
  /// encoding them twice. Afterwards nothing can be added to the first.
  static func write(
    _ boxes: [Box], to folder: IndexFolder
  ) throws(IndexError) -> SectionedFileStamp {
    guard let first = boxes.first else { preconditionFailure("nothing to write") }
    var bases: [UInt32] = [0]
    for box in boxes.dropFirst() {
      bases.append(UInt32(first.writer.documentCount))
      try first.writer.documents.append(box.writer.documents)
    }
    return try SegmentFile.write(to: folder) { output throws(IndexError) in
      var encoder = SegmentEncoder(
        lengths: first.writer.documents.lengths.fieldLengths,
        fieldCount: first.writer.fieldNames.count, spillingTo: folder)
      try encodeTerms(of: boxes, bases, with: &encoder)
      let fieldNames = first.writer.fieldNames
      let analyzer = first.writer.session.analyzer
      try encoder.write(
        &first.writer.documents, analyzer: analyzer, fieldNames: fieldNames, to: &output)
    }
  }

  private static func encodeTerms(
    of boxes: [Box], _ bases: [UInt32], with encoder: inout SegmentEncoder
  ) throws(IndexError) {
    var walks = boxes.map { TermWalk(TermOrder.ascending($0.writer.session)) }
    while true {
      var least: Int?
      for index in boxes.indices {
        guard let key = walks[index].key else { continue }
        guard let best = least, let bestKey = walks[best].key else {
          least = index
          continue
        }
        if order(key, boxes[index], bestKey, boxes[best]) < 0 { least = index }
      }
      guard let least, let leastKey = walks[least].key else { return }
      for index in least..<boxes.count {
        guard let key = walks[index].key,
          index == least || order(key, boxes[index], leastKey, boxes[least]) == 0
        else { continue }
        boxes[index].writer.encode(key.number, from: bases[index], with: &encoder.postings)
        walks[index].advance()
      }
      try boxes[least].writer.finishTerm(leastKey.number, &encoder)
    }
  }

  private static func order(
    _ left: TermOrder.Key, _ leftBox: Box, _ right: TermOrder.Key, _ rightBox: Box
  ) -> Int {
    if left.prefix != right.prefix { return left.prefix < right.prefix ? -1 : 1 }
    return leftBox.writer.session.withTermBytes(left.number) { leftBytes in
      rightBox.writer.session.withTermBytes(right.number) { rightBytes in
        compare(UnsafeRawBufferPointer(leftBytes), to: UnsafeRawBufferPointer(rightBytes))
      }
    }
  }
}
