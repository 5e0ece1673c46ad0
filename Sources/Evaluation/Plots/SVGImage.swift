/// An SVG image under construction: 480 units wide, scaled to the width of its place, in the
/// colors of the page around it.
///
/// Text and axes are `currentColor`, series have middle tones that stand out on white and on
/// black, and each has its own dashes too. The image has no ids, so several fit in one page.
struct SVGImage {
  /// The width in units.
  static let width = 480.0
  /// Colors of the series, told apart also by the color-blind (after Okabe and Ito 2008, in tones
  /// that contrast with white and with black).
  static let colors = ["#2f7fd1", "#d1641e", "#1f9e77", "#b0569b", "#a08a1c", "#7a7f87"]
  /// Dashes of the series, so that color is not all that tells them apart.
  static let dashes = ["", "6 3", "2 3", "8 3 2 3", "12 4", "4 2 1 2 1 2"]

  private var body = ""
  private let title: String
  private let description: String
  private let height: Double

  /// An image of `height` units with a title and a description, which screen readers read.
  init(title: String, description: String, height: Double) {
    self.title = title
    self.description = description
    self.height = height
  }

  /// The image as one SVG element, ended by a line feed.
  var text: String {
    let name = SVGText.escaped(title)
    let size = "0 0 \(SVGText.coordinate(Self.width)) \(SVGText.coordinate(height))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(size)" width="100%" role="img" \
      aria-label="\(name)" font-family="system-ui, sans-serif" font-size="13" \
      fill="currentColor" style="max-width:720px;height:auto">
      <title>\(name)</title>
      <desc>\(SVGText.escaped(description))</desc>
      \(body)</svg>

      """
  }

  /// Where a text stands in relation to its point.
  enum Anchor: String { case start, middle, end }

  /// Adds a text, escaped, at most 60 characters of it.
  mutating func add(
    text: String, x: Double, y: Double, anchor: Anchor = .start, rotated: Bool = false,
    bold: Bool = false, size: Int = 13
  ) {
    let (x, y) = (SVGText.coordinate(x), SVGText.coordinate(y))
    let turn = rotated ? " transform=\"rotate(-90 \(x) \(y))\"" : ""
    let weight = bold ? " font-weight=\"600\"" : ""
    let font = size == 13 ? "" : " font-size=\"\(size)\""
    let content = SVGText.escaped(SVGText.shortened(text, to: 60))
    body += "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor.rawValue)\"\(turn)\(weight)\(font)>"
    body += "\(content)</text>\n"
  }

  /// Adds a straight line in the color of the text.
  mutating func addLine(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), opacity: Double = 1
  ) {
    body += "<line x1=\"\(SVGText.coordinate(start.x))\" y1=\"\(SVGText.coordinate(start.y))\""
    body += " x2=\"\(SVGText.coordinate(end.x))\" y2=\"\(SVGText.coordinate(end.y))\""
    body += " stroke=\"currentColor\" stroke-opacity=\"\(SVGText.coordinate(opacity))\"/>\n"
  }

  /// Adds a line through points in the color and dashes of series `number`. Points within a
  /// quarter of a unit of the one before are left out, so an image stays small.
  mutating func addPath(_ points: [(x: Double, y: Double)], series number: Int) {
    var path = ""
    var last: (x: Double, y: Double)?
    for (index, point) in points.enumerated() {
      if let last, index + 1 < points.count, abs(point.x - last.x) + abs(point.y - last.y) < 0.25 {
        continue
      }
      path += last == nil ? "M" : "L"
      path += "\(SVGText.coordinate(point.x)) \(SVGText.coordinate(point.y))"
      last = point
    }
    guard !path.isEmpty else { return }
    let dashes = Self.dashes[number % Self.dashes.count]
    body += "<path d=\"\(path)\" fill=\"none\" stroke=\"\(Self.color(number))\" stroke-width=\"2\""
    body += dashes.isEmpty ? "/>\n" : " stroke-dasharray=\"\(dashes)\"/>\n"
  }

  /// Adds a dot in the color of series `number`.
  mutating func addDot(x: Double, y: Double, series number: Int, tip: String) {
    body += "<circle cx=\"\(SVGText.coordinate(x))\" cy=\"\(SVGText.coordinate(y))\" r=\"3\""
    body += " fill=\"\(Self.color(number))\"><title>\(SVGText.escaped(tip))</title></circle>\n"
  }

  /// Adds a filled rectangle with a tip that a pointer shows.
  mutating func addRectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, opacity: Double = 1,
    outlined: Bool = false, tip: String
  ) {
    body += "<rect x=\"\(SVGText.coordinate(x))\" y=\"\(SVGText.coordinate(y))\""
    body += " width=\"\(SVGText.coordinate(width))\" height=\"\(SVGText.coordinate(height))\""
    body += " fill=\"\(fill)\""
    if opacity < 1 { body += " fill-opacity=\"\(SVGText.coordinate(opacity))\"" }
    if outlined { body += " stroke=\"currentColor\" stroke-width=\"2\"" }
    body += "><title>\(SVGText.escaped(tip))</title></rect>\n"
  }

  /// The color of series `number`.
  static func color(_ number: Int) -> String { colors[number % colors.count] }
}
