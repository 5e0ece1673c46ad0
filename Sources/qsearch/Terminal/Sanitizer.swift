/// Makes text from banks safe to print: no control character reaches a terminal.
///
/// An escape sequence in a question could move the cursor, change colors or retitle the window; a
/// direction override could show a file's name backwards.
enum Sanitizer {
  /// The text with line feeds and tabs kept, other control characters shown as pictures.
  static func lines(_ text: String) -> String {
    var text = text
    if text.withUTF8(isHarmless) { return text }
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      output.append(isHarmful(scalar) ? picture(scalar) : scalar)
    }
    return String(output)
  }

  /// The text on one line: runs of blanks, tabs and line feeds are one blank.
  static func oneLine(_ text: String) -> String {
    var text = lines(text)
    return text.withUTF8 { utf8 in
      var line: [UInt8] = []
      line.reserveCapacity(utf8.count)
      var isBlankPending = false
      for byte in utf8 {
        if byte == 0x20 || byte == 0x0A || byte == 0x09 {
          isBlankPending = !line.isEmpty
        } else {
          if isBlankPending { line.append(0x20) }
          isBlankPending = false
          line.append(byte)
        }
      }
      return String(decoding: line, as: UTF8.self)
    }
  }

  /// Appends a piece of a text, whole characters of UTF-8, as `lines` shows it.
  static func append(_ piece: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    if isHarmless(piece) {
      output.append(contentsOf: piece)
    } else {
      output.append(contentsOf: lines(String(decoding: piece, as: UTF8.self)).utf8)
    }
  }

  /// The text on one line, and of a long one the beginning: for saying back what was given.
  static func brief(_ text: String) -> String {
    let line = oneLine(String(text.unicodeScalars.prefix(1000)))
    return line.unicodeScalars.count <= 200
      ? line : String(String.UnicodeScalarView(line.unicodeScalars.prefix(200))) + "…"
  }

  /// Whether UTF-8 has no byte that begins a harmful character: a quick look at what nearly every
  /// text is.
  private static func isHarmless(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    for index in utf8.indices {
      let byte = utf8[index]
      if byte < 0x20 ? byte != 0x0A && byte != 0x09 : byte == 0x7F { return false }
      guard byte == 0xC2 || byte == 0xE2 else { continue }
      // U+0080 to U+009F, U+2028 to U+202E, U+2040 to U+207F; a cut character is no text of ours.
      guard index + 1 < utf8.count else { return false }
      let next = utf8[index + 1]
      if byte == 0xC2 ? next < 0xA0 : next == 0x81 { return false }
      guard byte == 0xE2, next == 0x80 else { continue }
      guard index + 2 < utf8.count, !(0xA8...0xAE).contains(utf8[index + 2]) else { return false }
    }
    return true
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
