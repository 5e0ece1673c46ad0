/// Several comparisons whose p-values are corrected together.
public struct ComparisonFamily: Sendable, Hashable {
  /// The comparisons: by measure in the order asked for, then by system in the order given.
  public let comparisons: [Comparison]
  /// How they were made.
  public let options: ComparisonOptions
  /// Comparisons corrected together.
  public let familySize: Int

  /// What the correction covers, in a few words for a report.
  public var statement: String {
    let scope = options.scope == .all ? "" : " of each measure"
    switch options.correction {
    case .none: return "not corrected, \(comparisons.count) comparisons"
    case .holm: return "Holm over the \(familySize) comparisons\(scope)"
    case .benjaminiHochberg:
      return "Benjamini-Hochberg over the \(familySize) comparisons\(scope)"
    }
  }

  /// Compares every system with one baseline, by every measure.
  ///
  /// - Throws: `StatisticsError` without systems or measures, where a name stands twice, scores of
  ///   a measure are missing, queries are not the same, or an option is out of its range.
  public static func against(
    baseline: SystemScores, systems: [SystemScores], measures: [String],
    options: ComparisonOptions = ComparisonOptions()
  ) throws(StatisticsError) -> ComparisonFamily {
    guard !systems.isEmpty else { throw .empty(what: "systems to compare") }
    let pairs = systems.map { (baseline, $0) }
    return try compared(pairs, of: [baseline] + systems, measures, options)
  }

  /// Compares every two systems, the earlier as the baseline, by every measure.
  ///
  /// - Throws: as `against(baseline:systems:measures:options:)`; there must be two systems.
  public static func allPairs(
    of systems: [SystemScores], measures: [String],
    options: ComparisonOptions = ComparisonOptions()
  ) throws(StatisticsError) -> ComparisonFamily {
    guard systems.count > 1 else { throw .empty(what: "second system to compare") }
    var pairs: [(SystemScores, SystemScores)] = []
    for (index, first) in systems.enumerated() {
      for second in systems[(index + 1)...] { pairs.append((first, second)) }
    }
    return try compared(pairs, of: systems, measures, options)
  }

  private static func compared(
    _ pairs: [(SystemScores, SystemScores)], of systems: [SystemScores], _ measures: [String],
    _ options: ComparisonOptions
  ) throws(StatisticsError) -> ComparisonFamily {
    try options.validate()
    guard !measures.isEmpty else { throw .empty(what: "measures") }
    for names in [systems.map(\.name), measures] {
      var seen: Set<String> = []
      for name in names where !seen.insert(name).inserted { throw .duplicate(id: name) }
    }
    var comparisons: [Comparison] = []
    for measure in measures {
      var ofMeasure: [Comparison] = []
      for (before, after) in pairs {
        ofMeasure.append(
          try Comparison(
            baseline: before.name, try scores(of: before, measure), system: after.name,
            try scores(of: after, measure), measure: measure, options: options))
      }
      comparisons += options.scope == .all ? ofMeasure : corrected(ofMeasure, options)
    }
    if options.scope == .all { comparisons = corrected(comparisons, options) }
    return ComparisonFamily(
      comparisons: comparisons, options: options,
      familySize: options.scope == .all ? comparisons.count : pairs.count)
  }

  private static func scores(
    of system: SystemScores, _ measure: String
  ) throws(StatisticsError) -> QueryScores {
    guard let scores = system.measures[measure] else {
      throw .missingMeasure(system: system.name, measure: measure)
    }
    return scores
  }

  /// The comparisons with their p-values adjusted over all of them.
  private static func corrected(
    _ comparisons: [Comparison], _ options: ComparisonOptions
  ) -> [Comparison] {
    let probabilities = comparisons.map { $0.probability(of: options.test) }
    let adjusted = options.correction.adjusted(probabilities)
    return comparisons.indices.map { index in
      var comparison = comparisons[index]
      comparison.adjustedProbability = adjusted[index]
      // What this one could have reached at best beside the others.
      var best = probabilities
      best[index] = comparison.randomization.smallestReachable
      comparison.smallestReachable = options.correction.adjusted(best)[index]
      comparison.verdict = comparison.judged(alpha: options.alpha)
      return comparison
    }
  }
}
