import Evaluation
import QuestionBanks

/// Figures of duplicate detection over labelled pairs with scores.
public struct PairEvaluation: Sendable {
  /// Names and values, in the order of a table.
  public let figures: [(measure: String, value: Double)]
  /// What each threshold gives.
  public let curve: PrecisionRecallCurve
  /// Whether probabilities mean what they say; nil where scores are none.
  public let calibration: Calibration?
  /// The file as it was named.
  public let path: String

  /// Reads pairs with the columns `id_a`, `id_b`, `label` and `score`, and measures them: over all
  /// thresholds (average precision, the best F1), at the given one (pairs and clusters), and where
  /// scores are probabilities their calibration.
  ///
  /// - Throws: `EvaluationError` with file and line, `StatisticsError` where no pair is a duplicate
  ///   or a pair has no score.
  public init(path: String, threshold: Double) throws {
    let file = try PairsFile.parse(try BankFinder.load(path), file: path)
    guard file.judgedScores.count == file.records.count else {
      throw EvaluationError.unreadable(
        file: path, reason: "a pair has no score; the heading names id_a, id_b, label and score")
    }
    curve = try PrecisionRecallCurve(file.judgedScores)
    let isProbability = file.judgedScores.allSatisfy { (0...1).contains($0.score) }
    calibration = isProbability ? try Calibration(file.judgedScores) : nil
    self.path = path
    var figures: [(measure: String, value: Double)] = [
      ("pairs", Double(file.records.count)), ("duplicates", Double(curve.positiveCount)),
      ("AP", curve.averagePrecision), ("best F1", curve.best.figures.f1),
      ("best F1 at", curve.best.threshold),
      ("R at P 0.95", curve.recall(atPrecision: 0.95)),
      ("R at P 0.9", curve.recall(atPrecision: 0.9)),
    ]
    let at = curve.figures(at: threshold)
    figures += [("P", at.precision), ("R", at.recall), ("F1", at.f1)]
    figures += try Self.clusters(file, threshold: threshold)
    if let calibration {
      figures += [
        ("calibration error", calibration.expectedError), ("Brier", calibration.brierScore),
      ]
    }
    self.figures = figures
  }

  /// Clusters that the pairs at the threshold connect, beside those that the labels do.
  private static func clusters(
    _ file: PairsFile, threshold: Double
  ) throws -> [(measure: String, value: Double)] {
    let items = Array(Set(file.records.flatMap { [$0.idA, $0.idB] })).sorted()
    let found = file.records.filter { ($0.score ?? 0) >= threshold }.map(\.judgment.pair)
    let measures = try ClusterMeasures(
      predicted: Clustering(items: items, connecting: found),
      actual: Clustering(
        items: items, connecting: file.judgments.filter(\.isDuplicate).map(\.pair)))
    return [
      ("cluster P", measures.exactClusters.precision),
      ("cluster R", measures.exactClusters.recall),
      ("B-cubed P", measures.bCubed.precision), ("B-cubed R", measures.bCubed.recall),
      ("B-cubed F1", measures.bCubed.f1),
    ]
  }
}
