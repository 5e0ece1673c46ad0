import Evaluation
import TestSupport
import Testing

@Suite struct DetectionTests {
  private func scores(_ pairs: [(Double, Int)]) -> [JudgedScore] {
    pairs.map { JudgedScore(score: $0.0, isDuplicate: $0.1 == 1) }
  }

  /// Scores 0.9 +, 0.8 −, 0.5 + −, 0.2 +: precision 1, 1/2, 2/4, 3/5 at recall 1/3, 1/3, 2/3, 1.
  @Test func aCurveByHand() throws {
    let curve = try PrecisionRecallCurve(
      scores([(0.5, 0), (0.9, 1), (0.2, 1), (0.8, 0), (0.5, 1)]))
    #expect(curve.points.map(\.threshold) == [0.9, 0.8, 0.5, 0.2])
    #expect(curve.points.map(\.figures.precision) == [1, 0.5, 0.5, 0.6])
    #expect(agrees(curve.averagePrecision, (1 + 0.5 + 0.6) / 3))
    #expect(curve.best.threshold == 0.2)
    #expect(curve.figures(at: 0.6).precision == 0.5)
    #expect(curve.figures(at: 0.95) == PrecisionRecall(precision: 1, recall: 0))
    #expect(curve.figures(at: -1).recall == 1)
  }

  /// With F1 = 2/3 at both, the higher threshold is the careful one.
  @Test func ofEqualF1TheHigherThresholdIsBest() throws {
    let curve = try PrecisionRecallCurve(
      scores([(0.9, 1), (0.8, 0), (0.7, 0), (0.6, 1)]))
    #expect(curve.best.threshold == 0.9)
    #expect(agrees(curve.best.figures.f1, 2.0 / 3))
  }

  @Test func figuresAgreeWithScikitLearn() throws {
    for figures in try PeerFigures.stored().detections {
      let judged = zip(figures.scores, figures.labels).map {
        JudgedScore(score: $0, isDuplicate: $1 == 1)
      }
      let curve = try PrecisionRecallCurve(judged)
      #expect(agrees(curve.averagePrecision, figures.averagePrecision))
      // scikit-learn gives ascending thresholds.
      let points = Array(curve.points.reversed())
      #expect(points.map(\.threshold) == figures.thresholds)
      for (place, point) in points.enumerated() {
        #expect(agrees(point.figures.precision, figures.precision[place]))
        #expect(agrees(point.figures.recall, figures.recall[place]))
      }
      let calibration = try Calibration(judged)
      #expect(agrees(calibration.expectedError, figures.ece))
      #expect(agrees(calibration.brierScore, figures.brier))
    }
  }

  @Test func averagePrecisionEqualsItsDefinition() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<100 {
      let judged =
        scores([(0.5, 1)])
        + (0..<12).map { _ in
          JudgedScore(
            score: Double(Int.random(in: 0...6, using: &generator)) / 6,
            isDuplicate: Bool.random(using: &generator))
        }
      let positives = judged.count { $0.isDuplicate }
      // The mean over duplicates of the precision at their own score, ties found together.
      let expected =
        judged.filter(\.isDuplicate).map { one in
          let found = judged.filter { $0.score >= one.score }
          return Double(found.count { $0.isDuplicate }) / Double(found.count)
        }.reduce(0, +) / Double(positives)
      let curve = try PrecisionRecallCurve(judged)
      #expect(agrees(curve.averagePrecision, expected))
      #expect(try PrecisionRecallCurve(judged.reversed()) == curve)
      let best = curve.points.map(\.figures.f1).max() ?? 0
      #expect(agrees(curve.best.figures.f1, best))
    }
  }

  /// 0.1 and 0.2 in the first of two bins, one of them a duplicate; 0.9 in the other, a duplicate.
  @Test func aReliabilityTableByHand() throws {
    let judged = scores([(0.9, 1), (0.1, 0), (0.2, 1)])
    let calibration = try Calibration(judged, binCount: 2)
    #expect(calibration.bins.map(\.count) == [2, 1])
    #expect(calibration.bins.map(\.duplicateShare) == [0.5, 1])
    #expect(agrees(calibration.expectedError, 2.0 / 3 * 0.35 + 1.0 / 3 * 0.1))
    #expect(agrees(calibration.largestError, 0.35))
    #expect(agrees(calibration.brierScore, (0.01 + 0.01 + 0.64) / 3))
    #expect(try Calibration(scores([(0, 0), (1, 1)])).expectedError == 0)
    // An end belongs to the bin below it.
    #expect(try Calibration(scores([(0.5, 1), (0.5, 0)]), binCount: 2).bins.map(\.high) == [0.5])
  }

  @Test func adaptiveBinsHoldEquallyManyAndKeepTiesTogether() throws {
    let judged = scores([(0.1, 0), (0.2, 0), (0.2, 1), (0.2, 1), (0.6, 0), (0.9, 1)])
    let calibration = try Calibration(judged, binCount: 3, binning: .equalCount)
    #expect(calibration.bins.map(\.count) == [4, 2])
    #expect(
      calibration.bins.map(\.low) == [0.1, 0.6] && calibration.bins.map(\.high) == [0.2, 0.9])
    let many = (0..<97).map { JudgedScore(score: Double($0) / 97, isDuplicate: $0 % 3 == 0) }
    for binning in Calibration.Binning.allCases {
      for count in [1, 7, 97, 500] {
        let bins = try Calibration(many, binCount: count, binning: binning).bins
        #expect(bins.reduce(0) { $0 + $1.count } == 97)
      }
    }
  }

  @Test func badInputIsATypedError() {
    #expect(throws: StatisticsError.self) { try PrecisionRecallCurve([]) }
    #expect(throws: StatisticsError.self) { try PrecisionRecallCurve(scores([(1, 0)])) }
    #expect(throws: StatisticsError.self) { try PrecisionRecallCurve(scores([(.nan, 1)])) }
    #expect(throws: StatisticsError.self) { try Calibration([]) }
    for bad in [-0.1, 1.1, .nan, .infinity] {
      #expect(throws: StatisticsError.self) { try Calibration(scores([(bad, 1)])) }
    }
    for bins in [0, -1, 10_001] {
      #expect(throws: StatisticsError.self) { try Calibration(scores([(1, 1)]), binCount: bins) }
    }
  }
}
