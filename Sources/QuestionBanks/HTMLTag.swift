/// One HTML tag, comment or autolink in a line of text.
struct HTMLTag {
  enum Kind {
    case lineBreak
    case autolink
    case comment
    /// Stands between words: `<p>`, `<li>`.
    case block
    /// Stands within words: `<b>`, `<a>`.
    case inline
  }

  var kind: Kind
  /// The offset after the closing `>`.
  var end: Int

  /// Longer ones are no tags; the limit also bounds the search for `>`.
  private static let limitInBytes = 1024

  /// The tag at the beginning of a range. A `<` with another before any `>` is none, and names that
  /// HTML does not have (`vector<int>`) are text.
  init?(_ bytes: ByteView, _ range: Range<Int>) {
    let start = range.lowerBound
    let limit = min(range.upperBound, start + HTMLTag.limitInBytes)
    guard start + 2 < limit, bytes[start] == Byte.less else { return nil }
    if bytes[start + 1] == Byte.exclamation {
      guard let end = HTMLTag.commentEnd(bytes, start..<limit) else { return nil }
      self.init(kind: .comment, end: end)
      return
    }
    var index = start + 1
    if bytes[index] == Byte.slash { index += 1 }
    var name = PackedWord()
    while index < limit, Byte.isLetter(bytes[index]) || Byte.isDigit(bytes[index]), name.count < 12
    {
      name.append(Byte.lowered(bytes[index]))
      index += 1
    }
    guard !name.isEmpty, index < limit else { return nil }
    guard let close = HTMLTag.close(bytes, index..<limit) else { return nil }
    if bytes[index] == Byte.colon, index > start + 2 {
      guard !bytes[index..<close].contains(Byte.space) else { return nil }
      self.init(kind: .autolink, end: close + 1)
      return
    }
    let next = bytes[index]
    guard next == Byte.greater || next == Byte.slash || Byte.isBlank(next) else { return nil }
    switch HTMLTag.names.classes(name) {
    case 1: self.init(kind: .lineBreak, end: close + 1)
    case 2: self.init(kind: .block, end: close + 1)
    case 4: self.init(kind: .inline, end: close + 1)
    default: return nil
    }
  }

  private init(kind: Kind, end: Int) {
    self.kind = kind
    self.end = end
  }

  private static func close(_ bytes: ByteView, _ range: Range<Int>) -> Int? {
    for index in range {
      if bytes[index] == Byte.greater { return index }
      if bytes[index] == Byte.less { return nil }
    }
    return nil
  }

  private static func commentEnd(_ bytes: ByteView, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound + 4
    guard index <= range.upperBound, bytes[index - 1] == Byte.hyphen,
      bytes[index - 2] == Byte.hyphen
    else { return nil }
    while index + 2 < range.upperBound {
      if bytes[index] == Byte.hyphen, bytes[index + 1] == Byte.hyphen,
        bytes[index + 2] == Byte.greater
      {
        return index + 3
      }
      index += 1
    }
    return nil
  }

  private static let names = WordTable(
    [(UInt32(1), Set(["br"])), (2, blockNames), (4, inlineNames)])
  private static let blockNames: Set<String> = [
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "td", "th",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre", "details", "summary", "section",
    "center", "header", "footer", "nav", "main", "article", "figure", "figcaption",
  ]
  private static let inlineNames: Set<String> = [
    "a", "b", "i", "u", "s", "em", "strong", "code", "kbd", "samp", "var", "tt", "sub", "sup",
    "span", "font", "small", "big", "mark", "del", "ins", "img", "picture", "source", "q", "cite",
    "abbr", "strike", "wbr", "input", "button", "label", "svg", "path", "iframe", "video",
  ]
}
