extension LinePlot {
  /// Precision over recall, a line for each detector, both scales from 0 to 1.
  public static func precisionRecall(
    _ curves: [(name: String, curve: PrecisionRecallCurve)], title: String = "Precision and recall"
  ) -> LinePlot {
    let series = curves.map { name, curve in
      let points = curve.points.map {
        PlotPoint(x: $0.figures.recall, y: $0.figures.precision)
      }
      // Below the first threshold that finds something precision is taken as constant.
      let first = points.first.map { [PlotPoint(x: 0, y: $0.y)] } ?? []
      let area = SVGText.number(curve.averagePrecision, decimals: 4, padded: true)
      return Series(name: "\(name) (AP \(area))", points: first + points)
    }
    let best = curves.map { name, curve in
      "\(name): best F1 \(SVGText.number(curve.best.figures.f1, decimals: 4, padded: true)) at "
        + "\(SVGText.number(curve.best.threshold, decimals: 4))"
    }
    var plot = LinePlot(
      title: title,
      description: "Precision over recall as the threshold falls. "
        + best.joined(separator: "; ") + ".",
      xLabel: "recall", yLabel: "precision", series: series)
    plot.xIncludes = [0, 1]
    plot.yIncludes = [0, 1]
    return plot
  }

  /// The share of duplicates over the probability given, beside the diagonal of perfect
  /// calibration.
  public static func reliability(
    _ calibration: Calibration, title: String = "Calibration"
  ) -> LinePlot {
    let error = SVGText.number(calibration.expectedError, decimals: 4, padded: true)
    let diagonal = Series(
      name: "perfect", points: [PlotPoint(x: 0, y: 0), PlotPoint(x: 1, y: 1)])
    let bins = calibration.bins.map { PlotPoint(x: $0.confidence, y: $0.duplicateShare) }
    return LinePlot(
      title: title,
      description: "Share of duplicates over the mean probability of each bin; expected "
        + "calibration error \(error).",
      xLabel: "probability", yLabel: "share of duplicates",
      series: [Series(name: "ECE \(error)", points: bins, hasDots: true), diagonal])
  }
}
