/// One line of a file of `{"id": …, "text": "…"}`, read in one pass without building anything.
struct TextLine {
  /// The id as it is spelled in the line, quotes included; empty where there is none.
  var id = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// What stands between the quotes of the text.
  var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Whether the text has escapes, which ``unescape(into:)`` resolves.
  var hasEscapes = false
  private(set) var hasText = false

  /// Reads a line; `nil` where it is no JSON object with a string `text`. Of what stands in other
  /// fields only strings and brackets are understood.
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    var at = 0
    Self.skipBlanks(line, &at)
    guard at < line.count, line[at] == UInt8(ascii: "{") else { return nil }
    at += 1
    while true {
      Self.skipBlanks(line, &at)
      guard at < line.count else { return nil }
      if line[at] == UInt8(ascii: "}") { break }
      if line[at] == UInt8(ascii: ",") {
        at += 1
        continue
      }
      guard let key = Self.string(line, &at) else { return nil }
      Self.skipBlanks(line, &at)
      guard at < line.count, line[at] == UInt8(ascii: ":") else { return nil }
      at += 1
      Self.skipBlanks(line, &at)
      guard take(key.bytes, line, &at) else { return nil }
    }
    guard hasText else { return nil }
  }

  /// Takes the value of a key.
  private mutating func take(
    _ key: UnsafeBufferPointer<UInt8>, _ line: UnsafeBufferPointer<UInt8>, _ at: inout Int
  ) -> Bool {
    let start = at
    if key.elementsEqual("text".utf8) {
      guard let value = Self.string(line, &at) else { return false }
      (text, hasEscapes, hasText) = (value.bytes, value.hasEscapes, true)
      return true
    }
    guard Self.skipValue(line, &at) else { return false }
    if key.elementsEqual("id".utf8) { id = UnsafeBufferPointer(rebasing: line[start..<at]) }
    return true
  }

  private static func skipBlanks(_ line: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
    while at < line.count, line[at] == 0x20 || (0x09...0x0D).contains(line[at]) { at &+= 1 }
  }

  /// Reads a string at its opening quote.
  private static func string(
    _ line: UnsafeBufferPointer<UInt8>, _ at: inout Int
  ) -> (bytes: UnsafeBufferPointer<UInt8>, hasEscapes: Bool)? {
    guard at < line.count, line[at] == UInt8(ascii: "\"") else { return nil }
    at &+= 1
    let start = at
    var hasEscapes = false
    while at < line.count {
      let byte = line[at]
      if byte == UInt8(ascii: "\"") {
        defer { at &+= 1 }
        return (UnsafeBufferPointer(rebasing: line[start..<at]), hasEscapes)
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        at &+= 1
      }
      at &+= 1
    }
    return nil
  }

  /// Skips a value of any kind.
  private static func skipValue(_ line: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
    var depth = 0
    let start = at
    while at < line.count {
      switch line[at] {
      case UInt8(ascii: "\""):
        guard string(line, &at) != nil else { return false }
        if depth == 0 { return true }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return at > start }
        depth -= 1
        if depth == 0 {
          at += 1
          return true
        }
      case UInt8(ascii: ","): if depth == 0 { return at > start }
      default: break
      }
      at += 1
    }
    return false
  }

  /// Replaces the contents of `bytes` by the text without escapes; half of a surrogate pair becomes
  /// U+FFFD.
  func unescape(into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    var at = 0
    while at < text.count {
      guard text[at] == UInt8(ascii: "\\"), at + 1 < text.count else {
        bytes.append(text[at])
        at += 1
        continue
      }
      let kind = text[at + 1]
      at += 2
      switch kind {
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "u"):
        bytes.append(contentsOf: String(Character(scalar(&at))).utf8)
      default: bytes.append(kind)
      }
    }
  }

  /// The scalar of one `\u`, or of two that belong together, behind the first `u`.
  private func scalar(_ at: inout Int) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    guard let high = unit(at) else { return replacement }
    at += 4
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard high < 0xDC00, at + 1 < text.count, text[at] == UInt8(ascii: "\\"),
      text[at + 1] == UInt8(ascii: "u"), let low = unit(at + 2), (0xDC00...0xDFFF).contains(low)
    else { return replacement }
    at += 6
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? replacement
  }

  /// Four hexadecimal digits.
  private func unit(_ at: Int) -> UInt32? {
    guard at + 4 <= text.count else { return nil }
    var value: UInt32 = 0
    for byte in text[at..<at + 4] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte & 0xF)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        value = value << 4 | UInt32((byte & 0xF) + 9)
      default: return nil
      }
    }
    return value
  }
}
