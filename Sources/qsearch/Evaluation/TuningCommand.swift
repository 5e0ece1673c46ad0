import QuestionSearch

/// `qsearch eval COLLECTION --tune GRID`: parameters by cross-validation over the queries of the
/// development part.
struct TuningCommand {
  static func run(
    _ context: inout CommandContext, _ collection: EvaluationCollection,
    _ options: CollectionEvaluation.Options, grid: String, system: String?, folds: Int,
    isCoordinate: Bool
  ) throws -> CollectionTuning {
    guard options.part == .development || !collection.isSplit else {
      throw UsageError("--tune looks at the development part alone; leave --part out")
    }
    let tuning = try CollectionTuning(
      collection, system: system, grid: grid, measure: options.measures.first,
      policy: options.policy, folds: folds, isCoordinate: isCoordinate)
    let result = tuning.result
    var rows = [["fold", "queries", "chosen on the others", "there", "held out", "first values"]]
    for (number, fold) in result.folds.enumerated() {
      rows.append([
        String(number + 1), String(fold.queries.count), fold.chosen.description,
        Numbers.fixed(fold.trainingMean, digits: 4), Numbers.fixed(fold.heldOutMean, digits: 4),
        Numbers.fixed(fold.defaultMean, digits: 4),
      ])
    }
    var text =
      "\(Sanitizer.oneLine(tuning.systemName)), \(tuning.measure.name), \(folds) folds over "
    text += "\(result.heldOut.queries.count) queries\n\n" + TextTable(rows).text
    text += "\nheld out \(Numbers.fixed(result.heldOutMean, digits: 4)), first values "
    text += "\(Numbers.fixed(result.defaults.mean, digits: 4)), the system as it is "
    text += "\(Numbers.fixed(tuning.configuredMean, digits: 4))\n"
    text += "chosen on all: \(result.chosen.configuration) "
    text += "(\(Numbers.fixed(result.chosen.mean, digits: 4)))\n\nsurface\n"
    text +=
      TextTable(
        [["configuration", "mean"]]
          + result.surface.map {
            [$0.configuration.description, Numbers.fixed($0.mean, digits: 4)]
          }
      ).text
    try context.output.write(text)
    return tuning
  }
}
