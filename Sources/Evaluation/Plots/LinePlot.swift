/// Lines over two scales, as an SVG image.
public struct LinePlot: Sendable, Hashable {
  /// A line with its name.
  public struct Series: Sendable, Hashable {
    /// The name in the legend.
    public let name: String
    /// The points, joined in this order; those that are not finite are left out.
    public let points: [PlotPoint]
    /// Whether each point is drawn as a dot too.
    public let hasDots: Bool

    /// A line.
    public init(name: String, points: [PlotPoint], hasDots: Bool = false) {
      self.name = name
      self.points = points.filter { $0.x.isFinite && $0.y.isFinite }
      self.hasDots = hasDots
    }
  }

  /// The title.
  public var title: String
  /// What the plot shows, in a sentence or two, for those who do not see it.
  public var description: String
  /// The name of the scale from left to right.
  public var xLabel: String
  /// The name of the scale from bottom to top.
  public var yLabel: String
  /// The lines.
  public var series: [Series]
  /// Values that the scale from left to right must reach.
  public var xIncludes: [Double] = []
  /// Values that the scale from bottom to top must reach.
  public var yIncludes: [Double] = []

  /// A plot.
  public init(
    title: String, description: String, xLabel: String, yLabel: String, series: [Series]
  ) {
    self.title = title
    self.description = description
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.series = series
  }

  /// The plot as one SVG element; the same bytes for the same plot.
  public var svg: String {
    let frame = PlotFrame(
      x: PlotAxis(covering: series.flatMap { $0.points.map(\.x) }, including: xIncludes),
      y: PlotAxis(covering: series.flatMap { $0.points.map(\.y) }, including: yIncludes))
    let legend = frame.bottom + 56
    var image = SVGImage(
      title: title, description: description, height: legend + 20 * Double(series.count))
    frame.draw(on: &image, title: title, xLabel: xLabel, yLabel: yLabel)
    for (number, line) in series.enumerated() {
      image.addPath(line.points.map(frame.place), series: number)
      if line.hasDots {
        for point in line.points {
          let place = frame.place(point)
          let tip = "\(frame.x.text(point.x)): \(SVGText.number(point.y, decimals: 4))"
          image.addDot(x: place.x, y: place.y, series: number, tip: tip)
        }
      }
      let height = legend + 20 * Double(number)
      image.addPath([(frame.left, height), (frame.left + 34, height)], series: number)
      image.add(text: line.name, x: frame.left + 42, y: height + 4.5)
    }
    return image.text
  }
}
