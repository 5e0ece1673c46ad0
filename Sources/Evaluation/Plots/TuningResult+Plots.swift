extension TuningResult {
  /// The mean over the values of one parameter, the others as chosen. Values that are no numbers
  /// stand at their places in the list, from 1. `nil` where the space has no such parameter.
  public func curve(of name: String, measure: String) -> LinePlot? {
    guard let place = place(of: name) else { return nil }
    let parameter = chosen.configuration.parameters[place]
    let numbers = parameter.values.compactMap(\.number)
    let isNumeric = numbers.count == parameter.values.count
    let points = slice(along: [place]).map { point in
      let index = point.configuration.indices[place]
      return PlotPoint(x: isNumeric ? numbers[index] : Double(index + 1), y: point.mean)
    }.sorted { $0.x < $1.x }
    let names = parameter.values.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
    return LinePlot(
      title: "\(measure) over \(name)",
      description: "Mean \(measure) over \(name), other parameters as chosen "
        + "(\(chosen.configuration))." + (isNumeric ? "" : " Values: \(names)."),
      xLabel: isNumeric ? name : "\(name): \(names)", yLabel: measure,
      series: [
        LinePlot.Series(name: "mean over all queries", points: points, hasDots: true)
      ])
  }

  /// The mean over the values of two parameters, the others as chosen, which is marked. Cells that
  /// were not run are empty. `nil` where the space lacks one of them or they are the same.
  public func heatMap(columns x: String, rows y: String, measure: String) -> HeatMap? {
    guard let column = place(of: x), let row = place(of: y), column != row else { return nil }
    let parameters = chosen.configuration.parameters
    var values = [[Double?]](
      repeating: [Double?](repeating: nil, count: parameters[column].values.count),
      count: parameters[row].values.count)
    for point in slice(along: [column, row]) {
      values[point.configuration.indices[row]][point.configuration.indices[column]] = point.mean
    }
    var map = HeatMap(
      title: "\(measure) over \(x) and \(y)",
      description: "Mean \(measure), other parameters as chosen. Best: \(chosen.configuration).",
      xLabel: x, yLabel: y, columns: parameters[column].values.map(\.description),
      rows: parameters[row].values.map(\.description), values: values)
    let indices = chosen.configuration.indices
    map.marked = (indices[row], indices[column])
    return map
  }

  private func place(of name: String) -> Int? {
    chosen.configuration.parameters.firstIndex { $0.name == name }
  }

  /// The points that differ from what was chosen at most at `places`.
  private func slice(along places: [Int]) -> [Point] {
    surface.filter { point in
      point.configuration.indices.indices.allSatisfy {
        places.contains($0) || point.configuration.indices[$0] == chosen.configuration.indices[$0]
      }
    }
  }
}
