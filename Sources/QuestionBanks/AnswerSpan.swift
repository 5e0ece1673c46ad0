/// The lines of an answer among those that follow a question.
enum AnswerSpan {
  /// The lines without blanks, rules, anchors and "back to top" links at both ends; `nil` where
  /// nothing is left.
  static func trimmed(_ document: Document, _ lines: Range<Int>) -> Range<Int>? {
    var start = lines.lowerBound
    var end = lines.upperBound
    while start < end, isEmpty(document, start) { start += 1 }
    while end > start, isEmpty(document, end - 1) || isBackLink(document, end - 1) { end -= 1 }
    return start < end ? start..<end : nil
  }

  private static func isEmpty(_ document: Document, _ line: Int) -> Bool {
    switch document.lines[line].kind {
    case .blank, .rule, .underline: return true
    case .html:
      let range = document.content(line)
      if document.bytes[range].starts(with: "<!--".utf8),
        document.bytes[range].suffix(3).elementsEqual("-->".utf8)
      {
        return true
      }
      return document.clean(line).isEmpty
        && !document.bytes[document.content(line)].contains("s".utf8.first ?? 0)
    default: return false
    }
  }

  /// A line that only links to a heading of the file.
  private static func isBackLink(_ document: Document, _ line: Int) -> Bool {
    var range = document.content(line)
    while let first = range.first, document.bytes[first] == Byte.asterisk { range.removeFirst() }
    while let last = range.last, document.bytes[last] == Byte.asterisk { range.removeLast() }
    return document.isAnchorLink(range)
  }
}
