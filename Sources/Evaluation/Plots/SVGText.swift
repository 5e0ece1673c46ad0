/// Text and numbers of an SVG image, the same on every machine.
enum SVGText {
  /// `text` for element content and attributes: markup escaped, characters that XML does not
  /// allow replaced.
  static func escaped(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: output.append(contentsOf: "&amp;".unicodeScalars)
      case 0x3C: output.append(contentsOf: "&lt;".unicodeScalars)
      case 0x3E: output.append(contentsOf: "&gt;".unicodeScalars)
      case 0x22: output.append(contentsOf: "&quot;".unicodeScalars)
      case 0x27: output.append(contentsOf: "&#39;".unicodeScalars)
      // Controls, and the characters that turn the direction of what follows.
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF, 0x202A...0x202E, 0x2066...0x2069:
        output.append("\u{FFFD}")
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  /// The text cut to `limit` characters, with an ellipsis where something was cut.
  static func shortened(_ text: String, to limit: Int) -> String {
    let head = text.prefix(limit)
    return head.endIndex == text.endIndex ? text : head.prefix(max(0, limit - 1)) + "…"
  }

  /// `value` rounded half away from zero to `decimals` places (0 to 9), without trailing zeros
  /// unless `padded`; very large and very small numbers in Swift's own shortest form.
  static func number(_ value: Double, decimals: Int, padded: Bool = false) -> String {
    var scale = 1
    for _ in 0..<max(0, min(9, decimals)) { scale *= 10 }
    let scaled = (abs(value) * Double(scale)).rounded(.toNearestOrAwayFromZero)
    guard scaled < 1e15 else { return "\(value)" }
    let digits = Int(scaled)
    var fraction = String(digits % scale)
    while fraction.utf8.count < decimals { fraction = "0" + fraction }
    if !padded { while fraction.last == "0" { fraction.removeLast() } }
    let sign = value < 0 && digits > 0 ? "-" : ""
    let point = scale == 1 || fraction.isEmpty ? "" : "." + fraction
    return "\(sign)\(digits / scale)\(point)"
  }

  /// A coordinate, to a hundredth of a unit.
  static func coordinate(_ value: Double) -> String { number(value, decimals: 2) }
}
