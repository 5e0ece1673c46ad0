/// Precision and recall at every threshold of a detector's scores.
///
/// Pairs of equal score are found together: no order among them is supposed, so the curve has one
/// point for each different score (as in scikit-learn). A pair with a score at or above the
/// threshold is found.
public struct PrecisionRecallCurve: Sendable, Hashable {
  /// What a threshold gives.
  public struct Point: Sendable, Hashable {
    /// The threshold: a score of at least one pair.
    public let threshold: Double
    /// Duplicates at or above it.
    public let truePositives: Int
    /// Pairs at or above it that are no duplicates.
    public let falsePositives: Int
    /// Precision and recall there.
    public let figures: PrecisionRecall
  }

  /// Points from the highest threshold to the lowest: recall never falls.
  public let points: [Point]
  /// Judged pairs that are duplicates.
  public let positiveCount: Int

  /// The curve of judged scores. Cost: that of sorting them.
  ///
  /// - Throws: `StatisticsError` without pairs or without a duplicate among them (recall is not
  ///   defined), and for a score that is not finite.
  public init(_ scores: [JudgedScore]) throws(StatisticsError) {
    guard !scores.isEmpty else { throw .empty(what: "judged pairs") }
    for (index, score) in scores.enumerated() where !score.score.isFinite {
      throw .outOfRange(
        id: "pair \(index + 1)", value: "\(score.score)", expected: "a finite number")
    }
    let positives = scores.count { $0.isDuplicate }
    guard positives > 0 else { throw .empty(what: "duplicates among the judged pairs") }
    let sorted = scores.sorted { $0.score > $1.score }
    var points: [Point] = []
    var right = 0
    for (index, score) in sorted.enumerated() {
      if score.isDuplicate { right += 1 }
      if index + 1 < sorted.count, sorted[index + 1].score == score.score { continue }
      points.append(
        Point(
          threshold: score.score, truePositives: right, falsePositives: index + 1 - right,
          figures: PrecisionRecall(
            precision: Double(right) / Double(index + 1),
            recall: Double(right) / Double(positives))))
    }
    self.points = points
    positiveCount = positives
  }

  /// Average precision: `Σ (Rₙ − Rₙ₋₁) Pₙ` over the points, without interpolation (as
  /// scikit-learn's `average_precision_score`).
  public var averagePrecision: Double {
    var previous = 0
    var terms: [Double] = []
    for point in points {
      terms.append(Double(point.truePositives - previous) * point.figures.precision)
      previous = point.truePositives
    }
    return FixedOrderSum.sum(terms) / Double(positiveCount)
  }

  /// The point of the highest F₁, of equal ones the highest threshold.
  public var best: Point {
    // 2 TP / (2 TP + FP + FN), compared as whole numbers: no rounding decides.
    func numbers(_ point: Point) -> (above: Int, below: Int) {
      (point.truePositives, point.truePositives + point.falsePositives + positiveCount)
    }
    var best = points[0]
    for point in points.dropFirst() {
      let (a, b) = (numbers(point), numbers(best))
      if a.above.multipliedFullWidth(by: b.below) > b.above.multipliedFullWidth(by: a.below) {
        best = point
      }
    }
    return best
  }

  /// The greatest recall of a threshold with that precision or more; 0 where none has it.
  public func recall(atPrecision precision: Double) -> Double {
    points.lazy.filter { $0.figures.precision >= precision }.map(\.figures.recall).max() ?? 0
  }

  /// The figures at `threshold`, whether or not a pair has that score.
  public func figures(at threshold: Double) -> PrecisionRecall {
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if points[middle].threshold >= threshold { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? points[low - 1].figures : PrecisionRecall(precision: 1, recall: 0)
  }
}
