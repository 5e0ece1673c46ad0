/// Bars above and below zero, as an SVG image.
public struct BarPlot: Sendable, Hashable {
  /// A bar.
  public struct Bar: Sendable, Hashable {
    /// What it is of; shown by a pointer.
    public let label: String
    /// Its signed height; 0 is drawn as nothing, and so is what is not finite.
    public let value: Double

    /// A bar.
    public init(label: String, value: Double) {
      self.label = label
      self.value = value
    }
  }

  /// The largest number of bars drawn; of more, evenly spaced ones are.
  public static let largestCount = 1000

  /// The title.
  public var title: String
  /// What the plot shows, in a sentence or two, for those who do not see it.
  public var description: String
  /// What the bars are of.
  public var xLabel: String
  /// The name of the scale.
  public var yLabel: String
  /// The bars, from left to right.
  public var bars: [Bar]

  /// A plot.
  public init(title: String, description: String, xLabel: String, yLabel: String, bars: [Bar]) {
    self.title = title
    self.description = description
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.bars = bars
  }

  /// The plot as one SVG element; the same bytes for the same plot.
  public var svg: String {
    let count = min(bars.count, Self.largestCount)
    let drawn = (0..<count).map { bars[$0 * bars.count / max(1, count)] }
    let note = count < bars.count ? " Drawn are \(count) of \(bars.count) bars." : ""
    let frame = PlotFrame(
      x: PlotAxis(covering: [0, Double(max(1, count))]),
      y: PlotAxis(covering: drawn.map(\.value).filter(\.isFinite), including: [0]))
    var image = SVGImage(
      title: title, description: description + note, height: frame.bottom + 32)
    frame.draw(
      on: &image, title: title, xLabel: "", yLabel: yLabel, horizontalTicks: false)
    image.add(
      text: xLabel, x: (frame.left + frame.right) / 2, y: frame.bottom + 20, anchor: .middle)
    let zero = frame.place(PlotPoint(x: 0, y: 0)).y
    let step = (frame.right - frame.left) / Double(max(1, count))
    for (index, bar) in drawn.enumerated() where bar.value.isFinite && bar.value != 0 {
      let height = frame.place(PlotPoint(x: 0, y: bar.value)).y
      image.addRectangle(
        x: frame.left + step * (Double(index) + 0.1), y: min(height, zero), width: step * 0.8,
        height: abs(height - zero), fill: SVGImage.color(bar.value > 0 ? 0 : 1),
        tip: "\(bar.label): \(SVGText.number(bar.value, decimals: 4))")
    }
    image.addLine(from: (frame.left, zero), to: (frame.right, zero))
    return image.text
  }
}
