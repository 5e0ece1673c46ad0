extension BarPlot {
  /// The differences of every query, the largest gain first and the largest loss last, equal ones
  /// by id.
  public static func differences(of comparison: Comparison) -> BarPlot {
    let changes = comparison.differences.changes
    let order = changes.indices.sorted {
      let (a, b) = (changes[$0].difference, changes[$1].difference)
      return a == b ? $0 < $1 : a > b
    }
    let counts = comparison.winsTiesLosses
    let mean = SVGText.number(comparison.effect.mean, decimals: 4, padded: true)
    return BarPlot(
      title: "\(comparison.measure): \(comparison.system) − \(comparison.baseline)",
      description: "Difference of each query: \(counts.wins) wins, \(counts.ties) ties, "
        + "\(counts.losses) losses; mean \(mean).",
      xLabel: "\(changes.count) queries, best gain first", yLabel: "difference",
      bars: order.map { Bar(label: changes[$0].query, value: changes[$0].difference) })
  }
}
