/// A point of a plot.
public struct PlotPoint: Sendable, Hashable {
  /// From left to right.
  public let x: Double
  /// From bottom to top.
  public let y: Double

  /// A point.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
