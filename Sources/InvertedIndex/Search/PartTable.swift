/// What frequencies and lengths give under one model, worked out once for a snapshot: the factor
/// `TermParts.document` of each frequency up to 15 and length up to 255.
///
/// It is the scorer itself that fills it, with a column in which document `n` has the length `n`:
/// so a score by the table is that of the scorer to the bit. A term's part is the product of its
/// weight and the factor.
final class PartTable {
  /// The frequencies that have a row; behind them a row that is a bound for all greater ones.
  static let frequencyLimit: UInt32 = 15
  /// A row's length; the last stands for greater lengths, as a bound.
  static let rowLength = 256

  /// Rows of `rowLength` factors, by frequency. The first is not used.
  let values: UnsafeMutablePointer<Double>
  /// What bounds are multiplied by: 1 if the table rises with the frequency and falls with the
  /// length, else a little more, for sums that are rounded the other way.
  let slack: Double

  /// For each row the most that it is of the row of frequency 1 at any length.
  let ratios: [Double]

  private static let rowCount = Int(frequencyLimit) + 2

  /// - Parameter statistics: those of the collection.
  /// - Parameter makeScorer: the scorer of a term that has its context's lengths.
  init<Scorer: TermScorer>(
    _ statistics: CollectionStatistics, _ makeScorer: (ScoringContext) -> [Scorer]
  ) {
    let count = Self.rowCount * Self.rowLength
    let values = UnsafeMutablePointer<Double>.allocate(capacity: count)
    values.initialize(repeating: 0, count: count)
    let lengths = (0..<Self.rowLength).map { UInt8($0) }
    var isMonotone = true
    lengths.withUnsafeBytes { lengths in
      let scorers = makeScorer(
        ScoringContext(
          statistics: statistics, lengths: FieldLengths([(lengths, 1)]),
          terms: [.init(term: Query.Term("a"), documentFrequency: 1)]))
      guard let scorer = scorers.first else { return }
      var frequencies: [UInt32] = [0]
      for row in 1..<Self.rowCount {
        frequencies[0] = row == Self.rowCount - 1 ? .max : UInt32(row)
        frequencies.withUnsafeMutableBufferPointer { frequencies in
          for length in 0..<Self.rowLength {
            let place = row * Self.rowLength + length
            values[place] = scorer.parts(frequencies, document: length).document
            // Nothing has the length zero.
            if length > 1, values[place] > values[place - 1] { isMonotone = false }
            if row > 1, values[place] < values[place - Self.rowLength] { isMonotone = false }
          }
        }
      }
    }
    self.values = values
    ratios = (0..<Self.rowCount).map { row in
      row == 0
        ? 0
        : (1..<Self.rowLength).reduce(1.0) { most, length in
          max(most, values[row * Self.rowLength + length] / values[Self.rowLength + length])
        }
    }
    slack = isMonotone ? 1 : 1 + 1e-12
  }

  deinit { values.deallocate() }

  /// The row of a frequency.
  @inline(__always)
  static func row(_ frequency: UInt32) -> Int {
    Int(min(frequency, frequencyLimit + 1)) * rowLength
  }
}
