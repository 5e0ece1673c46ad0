import QuestionSearch

/// Marks words and breaks lines.
struct TextLayout {
  let terminal: Terminal

  /// The text with its highlights marked: by color, or by `**` where there is none.
  ///
  /// - Parameter highlights: places in `text`, ascending and apart.
  func marked(_ text: String, _ highlights: [Highlight]) -> String {
    let (before, behind) = terminal.hasColor ? Terminal.escapes(.match) : ("**", "**")
    var text = text
    return text.withUTF8 { utf8 in
      var output: [UInt8] = []
      output.reserveCapacity(utf8.count + 16 * highlights.count)
      var position = 0
      for match in highlights where match.start >= position && match.end <= utf8.count {
        Sanitizer.append(.init(rebasing: utf8[position..<match.start]), to: &output)
        output.append(contentsOf: before.utf8)
        Sanitizer.append(.init(rebasing: utf8[match.range]), to: &output)
        output.append(contentsOf: behind.utf8)
        position = match.end
      }
      Sanitizer.append(.init(rebasing: utf8[position...]), to: &output)
      return String(decoding: output, as: UTF8.self)
    }
  }

  /// The text in lines of the terminal's width, each behind `indent`; one line where output is no
  /// terminal. Escape sequences take no room.
  func wrapped(_ text: String, indent: String) -> String {
    guard let width = terminal.width else { return indent + text + "\n" }
    var output = ""
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      let length = Self.columns(word)
      if used > 0, indent.count + used + 1 + length > width {
        output += indent + line + "\n"
        line = ""
        used = 0
      }
      line += (used > 0 ? " " : "") + word
      used += (used > 0 ? 1 : 0) + length
    }
    return output + indent + line + "\n"
  }

  /// Columns that a text takes: escape sequences none, East Asian wide characters and emoji two.
  static func columns(_ text: Substring) -> Int {
    var columns = 0
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        isEscape = scalar != "m"
      } else if scalar.value == 0x1B {
        isEscape = true
      } else {
        columns += width(of: scalar)
      }
    }
    return columns
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
