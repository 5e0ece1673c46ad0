/// The axes of a plot with two scales: title above, names and ticks at the sides.
struct PlotFrame {
  /// The scale from left to right.
  let x: PlotAxis
  /// The scale from bottom to top.
  let y: PlotAxis
  /// The left end of the plot's area.
  let left = 64.0
  /// The right end.
  let right = SVGImage.width - 16
  /// The upper end.
  let top = 36.0
  /// The lower end.
  let bottom = 270.0

  /// Where a point lies on the image.
  func place(_ point: PlotPoint) -> (x: Double, y: Double) {
    (left + x.share(point.x) * (right - left), bottom - y.share(point.y) * (bottom - top))
  }

  /// Adds title, axes, ticks and their names; without ticks from left to right where
  /// `horizontalTicks` is false.
  func draw(
    on image: inout SVGImage, title: String, xLabel: String, yLabel: String,
    horizontalTicks: Bool = true
  ) {
    image.add(text: title, x: left, y: 20, bold: true)
    for tick in y.ticks {
      let height = bottom - y.share(tick) * (bottom - top)
      image.addLine(from: (left, height), to: (right, height), opacity: 0.2)
      image.add(text: y.text(tick), x: left - 6, y: height + 4.5, anchor: .end)
    }
    if horizontalTicks {
      for tick in x.ticks {
        let place = left + x.share(tick) * (right - left)
        image.addLine(from: (place, bottom), to: (place, bottom + 5))
        image.add(text: x.text(tick), x: place, y: bottom + 19, anchor: .middle)
      }
    }
    image.addLine(from: (left, bottom), to: (right, bottom))
    image.addLine(from: (left, top), to: (left, bottom))
    image.add(text: xLabel, x: (left + right) / 2, y: bottom + 38, anchor: .middle)
    image.add(text: yLabel, x: 16, y: (top + bottom) / 2, anchor: .middle, rotated: true)
  }
}
