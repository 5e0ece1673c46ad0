/// Character references of HTML: the named ones that texts have, and all numbers.
enum HTMLEntity {
  /// The character that a reference at the beginning of a range stands for, and where it ends.
  static func decode(
    _ bytes: ByteView, _ range: Range<Int>
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let limit = min(range.upperBound, range.lowerBound + 12)
    var index = range.lowerBound + 1
    while index < limit, bytes[index] != Byte.semicolon {
      guard Byte.isLetter(bytes[index]) || Byte.isDigit(bytes[index]) || bytes[index] == Byte.hash
      else { return nil }
      index += 1
    }
    guard index < limit, index > range.lowerBound + 1 else { return nil }
    let name = String(decoding: bytes[(range.lowerBound + 1)..<index], as: UTF8.self)
    guard let scalar = name.first == "#" ? number(name.dropFirst()) : named[name] else {
      return nil
    }
    return (scalar, index + 1)
  }

  private static func number(_ digits: Substring) -> Unicode.Scalar? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let value =
      isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    // Control characters by number would reach terminals.
    guard let value, value >= 0x20, !(value >= 0x7F && value < 0xA0) else { return nil }
    return Unicode.Scalar(value)
  }

  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "laquo": "«", "raquo": "»", "times": "×", "divide": "÷", "minus": "−",
    "plusmn": "±", "le": "≤", "ge": "≥", "ne": "≠", "rarr": "→", "larr": "←", "harr": "↔",
    "deg": "°", "middot": "·", "bull": "•", "copy": "©", "reg": "®", "trade": "™", "euro": "€",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "theta": "θ",
    "lambda": "λ", "mu": "μ", "pi": "π", "sigma": "σ", "infin": "∞", "sum": "∑", "radic": "√",
    "ensp": "\u{A0}", "emsp": "\u{A0}", "thinsp": "\u{A0}", "lbrack": "[", "rbrack": "]",
    "vert": "|", "lbrace": "{", "rbrace": "}", "ast": "*", "lowbar": "_", "grave": "`",
    "num": "#", "percnt": "%", "eacute": "é", "egrave": "è", "agrave": "à", "uuml": "ü",
    "ouml": "ö", "auml": "ä", "szlig": "ß", "ccedil": "ç", "ntilde": "ñ", "oacute": "ó",
  ]
}
