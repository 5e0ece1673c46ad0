/// Makes text from banks safe to print: no control character reaches a terminal.
///
/// An escape sequence in a question could move the cursor, change colours or retitle the window; a
/// direction override could show a file's name backwards.
enum Sanitizer {
  /// The text with line feeds and tabs kept, other control characters shown as pictures.
  static func lines(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isHarmful($0) }) else { return text }
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { output.append(isHarmful(scalar) ? picture(scalar) : scalar) }
    return String(output)
  }

  /// The text on one line: runs of blanks, tabs and line feeds are one blank.
  static func oneLine(_ text: String) -> String {
    lines(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text with line feeds and tabs as blanks, and runs of blanks kept: rows of a table.
  static func oneLineKeepingBlanks(_ text: String) -> String {
    String(lines(text).map { $0 == "\n" || $0 == "\t" ? " " : $0 })
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: return false
    case 0..<0x20, 0x7F..<0xA0: return true
    // Direction embeddings, overrides and isolates; line and paragraph separators.
    case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: return true
    default: return false
    }
  }

  /// Unicode has a picture for each ASCII control character.
  private static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" }
    return scalar.value == 0x7F ? "\u{2421}" : "\u{FFFD}"
  }
}
