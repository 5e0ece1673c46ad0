/// Whether probabilities mean what they say: of the pairs given 0.8, eight in ten are duplicates.
public struct Calibration: Sendable, Hashable {
  /// How probabilities are put into bins.
  public enum Binning: String, Sendable, Hashable, CaseIterable {
    /// Bins of equal width, each without its lower end and with its upper one; 0 is in the first
    /// (Guo and others, "On calibration of modern neural networks", 2017).
    case equalWidth = "equal-width"
    /// Adaptive bins of equally many pairs (Nixon and others, "Measuring calibration in deep
    /// learning", 2019), equal probabilities kept together.
    case equalCount = "equal-count"
  }

  /// A row of the reliability table.
  public struct Bin: Sendable, Hashable {
    /// The lower end of the bin, or its smallest probability where bins are adaptive.
    public let low: Double
    /// The upper end of the bin, or its largest probability where bins are adaptive.
    public let high: Double
    /// Pairs in the bin, at least 1.
    public let count: Int
    /// Their mean probability.
    public let confidence: Double
    /// The share of them that are duplicates.
    public let duplicateShare: Double
  }

  /// Bins with pairs in them, ascending.
  public let bins: [Bin]
  /// How they were made.
  public let binning: Binning
  /// Expected calibration error: `Σ (nᵦ / n) |shareᵦ − confidenceᵦ|` (Naeini and others 2015).
  public let expectedError: Double
  /// The largest `|shareᵦ − confidenceᵦ|`.
  public let largestError: Double
  /// The Brier score: the mean of `(p − y)²` (Brier 1950).
  public let brierScore: Double

  /// The calibration of judged probabilities. Cost: that of sorting them.
  ///
  /// - Throws: `StatisticsError` without pairs, for a probability outside 0 to 1, and for a number
  ///   of bins outside 1 to 10,000.
  public init(
    _ scores: [JudgedScore], binCount: Int = 10, binning: Binning = .equalWidth
  ) throws(StatisticsError) {
    guard !scores.isEmpty else { throw .empty(what: "judged pairs") }
    guard (1...10_000).contains(binCount) else {
      throw .invalidSetting(name: "bins", reason: "from 1 to 10,000")
    }
    for (index, score) in scores.enumerated() where !(score.score >= 0 && score.score <= 1) {
      throw .outOfRange(
        id: "pair \(index + 1)", value: "\(score.score)", expected: "a probability from 0 to 1")
    }
    // Ties by the judgment, so that sums do not depend on the order given.
    let sorted = scores.sorted {
      $0.score == $1.score ? !$0.isDuplicate && $1.isDuplicate : $0.score < $1.score
    }
    let bins =
      binning == .equalWidth
      ? Self.equalWidth(sorted, binCount) : Self.equalCount(sorted, binCount)
    self.bins = bins
    self.binning = binning
    let errors = bins.map { abs($0.duplicateShare - $0.confidence) }
    expectedError =
      FixedOrderSum.sum(zip(bins, errors).map { Double($0.count) * $1 }) / Double(scores.count)
    largestError = errors.max() ?? 0
    brierScore = FixedOrderSum.mean(
      sorted.map {
        let gap = $0.score - ($0.isDuplicate ? 1 : 0)
        return gap * gap
      })
  }

  private static func equalWidth(_ sorted: [JudgedScore], _ binCount: Int) -> [Bin] {
    let width = Double(binCount)
    var bins: [Bin] = []
    var start = 0
    for bin in 0..<binCount {
      let high = Double(bin + 1) / width
      var end = start
      while end < sorted.count, sorted[end].score <= high || bin + 1 == binCount { end += 1 }
      if end > start {
        bins.append(Self.bin(sorted[start..<end], low: Double(bin) / width, high: high))
      }
      start = end
    }
    return bins
  }

  private static func equalCount(_ sorted: [JudgedScore], _ binCount: Int) -> [Bin] {
    var bins: [Bin] = []
    var start = 0
    for bin in 0..<binCount {
      // n (b + 1) / bins without overflow: whole share first, then what is left of it.
      let (whole, rest) = sorted.count.quotientAndRemainder(dividingBy: binCount)
      var end = max(start, whole * (bin + 1) + rest * (bin + 1) / binCount)
      while end > start, end < sorted.count, sorted[end].score == sorted[end - 1].score { end += 1 }
      guard end > start else { continue }
      let members = sorted[start..<end]
      bins.append(
        Self.bin(members, low: sorted[start].score, high: sorted[end - 1].score))
      start = end
    }
    return bins
  }

  private static func bin(_ members: ArraySlice<JudgedScore>, low: Double, high: Double) -> Bin {
    Bin(
      low: low, high: high, count: members.count,
      confidence: FixedOrderSum.mean(members.map(\.score)),
      duplicateShare: Double(members.count { $0.isDuplicate }) / Double(members.count))
  }
}
