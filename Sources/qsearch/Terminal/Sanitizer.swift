/// Makes text from banks safe to print: no control character reaches a terminal.
///
/// An escape sequence in a question could move the cursor, change colors or retitle the window; a
/// direction override could show a file's name backwards.
enum Sanitizer {
  /// The text with line feeds and tabs kept, other control characters shown as pictures.
  static func lines(_ text: String) -> String {
    guard text.utf8.contains(where: mayBeginHarm) else { return text }
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      output.append(isHarmful(scalar) ? picture(scalar) : scalar)
    }
    return String(output)
  }

  /// The text on one line: runs of blanks, tabs and line feeds are one blank.
  static func oneLine(_ text: String) -> String {
    lines(text).utf8.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
      .map { String(Substring($0)) }.joined(separator: " ")
  }

  /// The text on one line, and of a long one the beginning: for saying back what was given.
  static func brief(_ text: String) -> String {
    let line = oneLine(String(text.unicodeScalars.prefix(1000)))
    return line.unicodeScalars.count <= 200
      ? line : String(String.UnicodeScalarView(line.unicodeScalars.prefix(200))) + "…"
  }

  /// Whether a byte of UTF-8 can be the first of a harmful character: a control character, or the
  /// lead byte of U+0080 to U+009F or of U+2000 to U+2FFF.
  private static func mayBeginHarm(_ byte: UInt8) -> Bool {
    byte < 0x20 ? byte != 0x0A && byte != 0x09 : byte == 0x7F || byte == 0xC2 || byte == 0xE2
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
