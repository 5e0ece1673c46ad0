/// What tells from the frequency of one of a phrase's words and the document's length that the
/// phrase cannot bring a document among the best.
struct PhraseBound {
  let lengths: UnsafePointer<UInt8>
  private let table: UnsafePointer<Double>
  private let weight: Double
  /// What other terms can give.
  private let rest: Double
  private let floor: Double
  /// The greatest length at which a frequency of 1 is enough; below zero: none.
  let lengthLimit: Int

  /// Nil where bounds do not fall with the length, or nothing can be ruled out.
  init?(_ scoring: SegmentScoring, weight: Double, rest: Double, above floor: Double) {
    guard floor > -.infinity, let lengths = scoring.byteLengths, let table = scoring.table,
      table.slack == 1
    else { return nil }
    self.lengths = lengths
    self.table = UnsafePointer(table.values)
    self.weight = weight
    self.rest = rest
    self.floor = floor
    let row = table.values + PartTable.row(1)
    var lower = 0
    var upper = PartTable.rowLength
    // Nothing has the length zero.
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if weight * row[middle] + rest > floor { lower = middle } else { upper = middle }
    }
    lengthLimit = lower
  }

  /// Whether a document with a word so often can be among the best.
  @inline(__always)
  func admits(_ frequency: UInt32, _ document: UInt32) -> Bool {
    let factor = table[PartTable.row(frequency) &+ Int(lengths[Int(document)])]
    return weight * factor + rest > floor
  }
}
