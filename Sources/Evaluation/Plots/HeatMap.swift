/// A table of numbers shown by shades, as an SVG image.
public struct HeatMap: Sendable, Hashable {
  /// The title.
  public var title: String
  /// What the map shows, in a sentence or two, for those who do not see it.
  public var description: String
  /// What the columns are.
  public var xLabel: String
  /// What the rows are.
  public var yLabel: String
  /// The name of each column.
  public var columns: [String]
  /// The name of each row, from the top.
  public var rows: [String]
  /// The values, a list for each row; `nil`, missing and non-finite ones are drawn empty.
  public var values: [[Double?]]
  /// A cell with an outline, such as what was chosen.
  public var marked: (row: Int, column: Int)? {
    get { markedRow.flatMap { row in markedColumn.map { (row, $0) } } }
    set { (markedRow, markedColumn) = (newValue?.row, newValue?.column) }
  }
  private var markedRow: Int?
  private var markedColumn: Int?

  /// A map.
  public init(
    title: String, description: String, xLabel: String, yLabel: String, columns: [String],
    rows: [String], values: [[Double?]]
  ) {
    self.title = title
    self.description = description
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.columns = columns
    self.rows = rows
    self.values = values
  }

  /// The value of a cell where it has one.
  private func value(_ row: Int, _ column: Int) -> Double? {
    guard values.indices.contains(row), values[row].indices.contains(column) else { return nil }
    return values[row][column].flatMap { $0.isFinite ? $0 : nil }
  }

  /// The map as one SVG element; the same bytes for the same map. Numbers stand in the cells of
  /// up to ten columns; a pointer shows those of the others.
  public var svg: String {
    let left = 84.0
    let top = 36.0
    let width = (SVGImage.width - 16 - left) / Double(max(1, columns.count))
    let height = min(28, max(6, 600 / Double(max(1, rows.count))))
    let bottom = top + height * Double(rows.count)
    var image = SVGImage(title: title, description: description, height: bottom + 48)
    image.add(text: title, x: left, y: 20, bold: true)
    let all = rows.indices.flatMap { row in columns.indices.compactMap { value(row, $0) } }
    let (low, high) = (all.min() ?? 0, all.max() ?? 0)
    for row in rows.indices {
      let y = top + height * Double(row)
      if height >= 12 || row % 3 == 0 {
        image.add(
          text: SVGText.shortened(rows[row], to: 7), x: left - 6, y: y + height / 2 + 4.5,
          anchor: .end)
      }
      for column in columns.indices {
        guard let value = value(row, column) else { continue }
        let x = left + width * Double(column)
        // From faint to 0.65: text in the color of the page's text stays readable on every shade.
        let shade = high > low ? 0.05 + 0.6 * ((value - low) / (high - low)) : 0.35
        let text = SVGText.number(value, decimals: 4, padded: true)
        image.addRectangle(
          x: x, y: y, width: width - 1, height: height - 1, fill: SVGImage.color(0),
          opacity: shade, outlined: row == markedRow && column == markedColumn,
          tip: "\(yLabel) \(rows[row]), \(xLabel) \(columns[column]): \(text)")
        if columns.count <= 10, height >= 12 {
          image.add(
            text: SVGText.number(value, decimals: 3, padded: true), x: x + width / 2,
            y: y + height / 2 + 4, anchor: .middle, size: 11)
        }
      }
    }
    // Names of columns keep about 40 units each.
    let stride = max(1, Int((40 / width).rounded(.up)))
    for column in columns.indices where column % stride == 0 {
      image.add(
        text: SVGText.shortened(columns[column], to: max(3, Int(width * Double(stride) / 7))),
        x: left + width * (Double(column) + 0.5), y: bottom + 16, anchor: .middle)
    }
    image.add(text: xLabel, x: (left + SVGImage.width - 16) / 2, y: bottom + 38, anchor: .middle)
    image.add(text: yLabel, x: 16, y: (top + bottom) / 2, anchor: .middle, rotated: true)
    return image.text
  }
}
