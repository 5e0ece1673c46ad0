/// What one occurrence in a field of each length up to 255 is worth by BM25F, worked out once for
/// all segments while the model stays: most postings then cost one division and no more.
///
/// It is the scorer itself that fills it, so that a score by it is that of the scorer to the bit.
final class FieldFactors {
  private static let rowLength = 256

  /// A row of `rowLength` factors for each field.
  private let values: UnsafeMutablePointer<Double>
  private let scorer: BM25F.Scorer

  init(_ scorer: BM25F.Scorer) {
    self.scorer = scorer
    values = .allocate(capacity: scorer.columns.count * Self.rowLength)
    for (field, column) in scorer.columns.enumerated() {
      for length in 0..<Self.rowLength {
        (values + field * Self.rowLength + length)
          // Nothing occurs in an empty field, where the factor may be infinite.
          .initialize(to: length == 0 ? 0 : column.factor(length: UInt32(length)))
      }
    }
  }

  deinit { values.deallocate() }

  /// `TermParts.document` of a posting whose frequencies stand in columns of 128.
  ///
  /// - Parameter lengths: those of the posting's segment.
  @inline(__always)
  func factor(
    _ frequencies: UnsafePointer<UInt32>, _ lengths: FieldLengths, document: Int
  ) -> Double {
    var normalized = 0.0
    // Which fields have the term cannot be foreseen: to add a zero is quicker than to ask.
    lengths.forEach(document: document) { field, length in
      let frequency = frequencies[field &* BitPacking.blockLength]
      if length < Self.rowLength {
        normalized += Double(frequency) * values[field &* Self.rowLength &+ Int(length)]
      } else if frequency > 0 {
        normalized += Double(frequency) * scorer.columns[field].factor(length: length)
      }
    }
    return scorer.saturated(normalized)
  }
}
