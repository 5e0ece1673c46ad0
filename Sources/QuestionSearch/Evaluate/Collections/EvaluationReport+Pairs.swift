import Evaluation

extension EvaluationReport {
  /// Figures of labelled pairs, precision over recall, and what probabilities are worth.
  func write(_ evaluation: PairEvaluation, to page: inout HTMLText) {
    page.element("h2", "Pairs of \(evaluation.path)")
    page.table(
      "Figures", head: ["measure", "value"],
      rows: evaluation.figures.map { [$0.measure, Self.four($0.value)] })
    page.figure(LinePlot.precisionRecall([("pairs", evaluation.curve)]).svg)
    guard let calibration = evaluation.calibration else { return }
    page.figure(LinePlot.reliability(calibration).svg)
    page.table(
      "Calibration", head: ["above", "to", "pairs", "mean probability", "share of duplicates"],
      rows: calibration.bins.map { bin in
        [
          Self.four(bin.low), Self.four(bin.high), String(bin.count), Self.four(bin.confidence),
          Self.four(bin.duplicateShare),
        ]
      })
  }
}
