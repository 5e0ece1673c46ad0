#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What standard output can show.
struct Terminal {
  /// When to use color.
  enum Color {
    case automatic, always, never
  }

  /// Whether escape sequences for color are written.
  let hasColor: Bool
  /// Columns to fill; nil where output is no terminal and lines stay whole.
  let width: Int?

  /// Decides by `--color`, `NO_COLOR` (set and not empty), `TERM=dumb` and whether standard output
  /// is a terminal.
  init(color: Color) {
    let isTerminal = isatty(1) == 1
    switch color {
    case .always: hasColor = true
    case .never: hasColor = false
    case .automatic:
      hasColor = isTerminal && Self.variable("NO_COLOR") == nil && Self.variable("TERM") != "dumb"
    }
    width = isTerminal ? Self.columns() : nil
  }

  /// Whether standard error is a terminal that can redraw a line.
  static var showsProgress: Bool { isatty(2) == 1 && variable("TERM") != "dumb" }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The terminal's width, between 40 and 100: longer lines are hard to read.
  private static func columns() -> Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(max(Int(size.ws_col), 40), 100)
  }

  /// Kinds of emphasis.
  enum Style: String {
    case bold = "1"
    case dim = "2"
    case match = "1;33"
    case place = "36"
  }

  /// The text in a style, where there is color.
  func styled(_ text: String, _ style: Style) -> String {
    guard hasColor, !text.isEmpty else { return text }
    let (before, behind) = Self.escapes(style)
    return before + text + behind
  }

  /// What switches a style on and off.
  static func escapes(_ style: Style) -> (before: String, behind: String) {
    ("\u{1B}[\(style.rawValue)m", "\u{1B}[0m")
  }
}
