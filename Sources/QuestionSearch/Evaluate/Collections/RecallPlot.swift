import Evaluation

/// Precision over recall of rankings: at each of eleven levels of recall the highest precision that
/// is reached there or beyond, in the mean over queries (Manning, Raghavan and Schütze 2008,
/// section 8.4).
enum RecallPlot {
  static func plot(_ evaluation: CollectionEvaluation) -> LinePlot {
    var plot = LinePlot(
      title: "Precision and recall",
      description: "Interpolated precision at eleven levels of recall, mean over queries "
        + "with relevant documents.",
      xLabel: "recall", yLabel: "precision",
      series: evaluation.results.map { result in
        LinePlot.Series(name: result.name, points: points(result, evaluation))
      })
    plot.xIncludes = [0, 1]
    plot.yIncludes = [0, 1]
    return plot
  }

  private static func points(
    _ result: CollectionEvaluation.Result, _ evaluation: CollectionEvaluation
  ) -> [PlotPoint] {
    var sums = [Double](repeating: 0, count: 11)
    var count = 0
    for query in result.scores.queries {
      let grades = evaluation.collection.judgments.grades(of: query) ?? []
      let relevant = grades.count { $0.grade > 0 }
      guard relevant > 0 else { continue }
      count += 1
      let ranking = evaluation.ranking(of: query, by: result).map { ($0.grade ?? 0) > 0 }
      for (level, value) in precisions(ranking, relevant: relevant).enumerated() {
        sums[level] += value
      }
    }
    return sums.enumerated().map { level, sum in
      PlotPoint(x: Double(level) / 10, y: count == 0 ? 0 : sum / Double(count))
    }
  }

  /// Interpolated precision of one ranking at 0, 0.1 … 1.
  private static func precisions(_ ranking: [Bool], relevant: Int) -> [Double] {
    var values = [Double](repeating: 0, count: 11)
    var found = 0
    for (index, isRelevant) in ranking.enumerated() where isRelevant {
      found += 1
      let precision = Double(found) / Double(index + 1)
      // Levels of recall up to what is reached here.
      let reached = min(10 * found / relevant, 10)
      for level in 0...reached { values[level] = max(values[level], precision) }
    }
    return values
  }
}
