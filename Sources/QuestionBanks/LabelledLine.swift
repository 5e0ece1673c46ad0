/// A line that begins with a label and a colon: `Interview Question: …`, `**User:** …`,
/// `RESPONSE:`.
struct LabelledLine {
  var line: Int
  /// The label in lower case without digits and marks: `prompt` for `PROMPT 2:`.
  var key: String
  /// What follows the colon, trimmed.
  var rest: Range<Int>

  private static let limitInBytes = 48
  private static let wordLimit = 5

  /// The label of a line outside code, if it has one.
  init?(_ document: Document, _ line: Int) {
    switch document.lines[line].kind {
    case .text, .heading, .listItem, .quote: break
    default: return nil
    }
    let bytes = document.bytes
    let range = document.content(line)
    var index = range.lowerBound
    let limit = min(range.upperBound, range.lowerBound + LabelledLine.limitInBytes)
    guard ByteSearch.first(Byte.colon, bytes, range.lowerBound..<limit) != nil else { return nil }
    var key: [UInt8] = []
    var words = 1
    while index < limit, bytes[index] != Byte.colon {
      let byte = bytes[index]
      if Byte.isLetter(byte) || byte >= 0x80 {
        key.append(Byte.lowered(byte))
      } else if byte == Byte.space || byte == Byte.hyphen {
        if key.last != Byte.space, !key.isEmpty {
          key.append(Byte.space)
          words += 1
        }
      } else if !Byte.isDigit(byte), byte != Byte.asterisk, byte != Byte.underscore,
        byte != Byte.hash, byte != Byte.openBracket, byte != Byte.closeBracket
      {
        return nil
      }
      index += 1
    }
    guard index < limit, words <= LabelledLine.wordLimit + 1 else { return nil }
    while key.last == Byte.space { key.removeLast() }
    guard let first = key.first, Byte.isLetter(first) || first >= 0x80 else { return nil }
    index += 1
    // `http://` and `12:30` are no labels.
    if index < range.upperBound, bytes[index] == Byte.slash || Byte.isDigit(bytes[index]) {
      return nil
    }
    while index < range.upperBound, bytes[index] == Byte.asterisk || bytes[index] == Byte.underscore
    {
      index += 1
    }
    while index < range.upperBound, Byte.isBlank(bytes[index]) { index += 1 }
    self.line = line
    self.key = String(decoding: key, as: UTF8.self)
    rest = index..<range.upperBound
  }
}
