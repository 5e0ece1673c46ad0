/// A page of HTML that is being written. All text is escaped but what `raw` takes.
struct HTMLText {
  /// What every page of ours begins with.
  static let beginning = """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">

    """

  private(set) var output = ""

  /// Markup of our own.
  mutating func raw(_ markup: String) { output += markup }

  /// An element with text.
  mutating func element(_ name: String, _ text: String) {
    output += "<\(name)>" + Self.escaped(text) + "</\(name)>\n"
  }

  /// A plot.
  mutating func figure(_ svg: String) { output += "<figure>\n" + svg + "\n</figure>\n" }

  /// A table that scrolls by itself where the window is narrow.
  mutating func table(_ caption: String, head: [String], rows: [[String]]) {
    output += "<div class=\"wide\"><table>\n<caption>" + Self.escaped(caption) + "</caption>\n<tr>"
    for cell in head { output += "<th scope=\"col\">" + Self.escaped(cell) + "</th>" }
    output += "</tr>\n"
    for row in rows {
      output += "<tr>"
      for cell in row { output += "<td>" + Self.escaped(cell) + "</td>" }
      output += "</tr>\n"
    }
    output += "</table></div>\n"
  }

  /// Text that stays text; control characters, which HTML has no place for, and those that turn
  /// the direction of what follows are left out. Line feeds and tabs are blanks unless kept.
  static func escaped(_ text: String, keepingLines: Bool = false) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output.append(contentsOf: "&amp;".unicodeScalars)
      case "<": output.append(contentsOf: "&lt;".unicodeScalars)
      case ">": output.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": output.append(contentsOf: "&quot;".unicodeScalars)
      case "\n", "\t": output.append(keepingLines ? scalar : " ")
      default:
        let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        let isDirection =
          (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        if !isControl, !isDirection { output.append(scalar) }
      }
    }
    return String(output)
  }
}
