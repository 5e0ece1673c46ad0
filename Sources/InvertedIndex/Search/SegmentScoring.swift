/// How the postings of one segment are scored: by the table where it reaches, else by the model's
/// scorer itself.
struct SegmentScoring {
  /// Nil for BM25F over several fields, where one frequency and one length are not enough.
  let table: PartTable?
  /// For BM25F over several fields.
  private let fieldFactors: FieldFactors?
  let lengths: FieldLengths
  /// The lengths of an only field that has one byte for each.
  let byteLengths: UnsafePointer<UInt8>?
  let fieldCount: Int
  /// `TermParts.document` of a posting.
  let factor: (UnsafeMutableBufferPointer<UInt32>, Int) -> Double
  /// A bound for the factors of all postings under these frontiers, one a field.
  let bound: ([ImpactFrontier]) -> Double

  /// Whether bounds differ by the document's length.
  var knowsLengths: Bool { table != nil && fieldCount == 1 }

  /// The place of a document's length in a row of bounds.
  @inline(__always)
  func lengthIndex(_ document: UInt32) -> Int {
    if let byteLengths { return Int(byteLengths[Int(document)]) }
    guard knowsLengths else { return 0 }
    return Int(min(lengths.length(field: 0, document: Int(document)), 255))
  }

  /// The factor of the posting at a place of a walk whose frequencies are loaded.
  @inline(never)
  func factor(_ walk: PostingsWalk, _ index: Int) -> Double {
    let document = Int(walk.documents[index])
    if fieldCount == 1 {
      let frequency = walk.isOnes ? 1 : walk.frequencies[index]
      let length = lengths.length(field: 0, document: document)
      if let table, frequency <= PartTable.frequencyLimit, length < UInt32(PartTable.rowLength) {
        return table.values[Int(frequency) * PartTable.rowLength + Int(length)]
      }
      return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1) { frequencies in
        frequencies[0] = frequency
        return factor(frequencies, document)
      }
    }
    if let table {
      var frequency: UInt64 = 0
      for field in 0..<fieldCount {
        frequency += UInt64(walk.frequencies[field * BitPacking.blockLength + index])
      }
      let length = lengths.total(document: document)
      if frequency <= UInt64(PartTable.frequencyLimit), length < PartTable.rowLength {
        return table.values[Int(frequency) * PartTable.rowLength + length]
      }
    }
    if let fieldFactors {
      return fieldFactors.factor(walk.frequencies + index, lengths, document: document)
    }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: fieldCount) { frequencies in
      for field in 0..<fieldCount {
        frequencies[field] = walk.frequencies[field * BitPacking.blockLength + index]
      }
      return factor(frequencies, document)
    }
  }
}

extension SegmentScoring {
  /// The scoring of a segment by scorers that were made for it.
  init<Scorer: WeightedScorer>(
    _ segment: SegmentReader, _ lengths: FieldLengths, _ scorer: Scorer, _ table: PartTable?,
    _ fieldFactors: FieldFactors?, bound: @escaping ([ImpactFrontier]) -> Double
  ) {
    self.table = table
    self.lengths = lengths
    fieldCount = segment.meta.lengthWidths.count
    byteLengths = table != nil && fieldCount == 1 ? lengths.bytes : nil
    self.fieldFactors = fieldFactors
    factor = { frequencies, document in scorer.factor(frequencies, document: document) }
    self.bound = bound
  }
}

/// A scorer whose parts are a weight of the term times a factor that is never negative, rises with
/// frequencies, falls with lengths and does not depend on the term: what pruning asks for.
protocol WeightedScorer: TermScorer {
  var query: Double { get }
  var idf: Double { get }

  /// `TermParts.document` alone.
  func factor(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> Double
}

extension WeightedScorer {
  func factor(_ frequencies: UnsafeMutableBufferPointer<UInt32>, document: Int) -> Double {
    parts(frequencies, document: document).document
  }
}

extension BM25.Scorer: WeightedScorer {}
extension BM25F.Scorer: WeightedScorer {}
extension BM25L.Scorer: WeightedScorer {}
extension BM25Plus.Scorer: WeightedScorer {}

extension PartTable {
  /// A bound for the factors of postings in several fields together: as often as in all fields, in
  /// a document that is as short as the shortest field.
  func bound(_ frontiers: [ImpactFrontier]) -> Double {
    var frequency: UInt32 = 0
    var length = UInt32(Self.rowLength - 1)
    for pairs in frontiers.map(\.pairs) {
      guard let shortest = pairs.first, let most = pairs.last else { continue }
      frequency =
        frequency.addingReportingOverflow(most.frequency).overflow
        ? .max : frequency + most.frequency
      length = min(length, shortest.length)
    }
    return values[Self.row(frequency) + Int(length)] * slack
  }
}

extension BM25F.Scorer {
  /// A bound for the factors of postings: each field's greatest normalized frequency.
  func bound(_ frontiers: [ImpactFrontier]) -> Double {
    var normalized = 0.0
    for (field, frontier) in frontiers.enumerated() {
      normalized += frontier.pairs.reduce(0.0) { greatest, pair in
        max(greatest, columns[field].normalized(pair.frequency, length: pair.length))
      }
    }
    return saturated(normalized) * (1 + 1e-12)
  }
}
