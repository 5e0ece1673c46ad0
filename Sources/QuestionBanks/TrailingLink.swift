/// A link behind an item that cites a source: `Why? [[src](url)]`, `Why? - [Read more](url)`.
enum TrailingLink {
  /// The item without the link, and the link's target. An item that is a link as a whole keeps its
  /// text, and the target is its source.
  static func split(_ bytes: ByteView, _ range: Range<Int>) -> (body: Range<Int>, target: ByteView?)
  {
    let found = splitLast(bytes, range)
    guard found.body.upperBound == range.upperBound else {
      // The source that is named first counts: `[[1]](url) [[2]](url)`.
      let before = splitLast(bytes, found.body)
      return before.target == nil ? found : before
    }
    return found.target == nil ? splitRemark(bytes, range) ?? found : found
  }

  /// A remark with links, set off by a dash behind the question: `Why? - See [a](url), [b](url)`.
  private static func splitRemark(
    _ bytes: ByteView, _ range: Range<Int>
  ) -> (body: Range<Int>, target: ByteView?)? {
    guard let last = range.last, bytes[last] == Byte.closeParenthesis,
      let question = ByteSearch.first(Byte.question, bytes, range)
    else { return nil }
    var end = question + 1
    while end < last, bytes[end] == Byte.asterisk || bytes[end] == Byte.underscore { end += 1 }
    let rest = bytes[end..<range.upperBound]
    guard rest.count <= 512, rest.starts(with: " - ".utf8) || rest.starts(with: " – ".utf8),
      let open = rest.indices.first(where: {
        rest[$0] == Byte.openParenthesis && rest[$0 - 1] == Byte.closeBracket
      }), let close = rest[open...].firstIndex(of: Byte.closeParenthesis),
      !rest.indices.contains(where: {
        rest[$0] == Byte.question && $0 < last && Byte.isBlank(rest[$0 + 1])
      })
    else { return nil }
    let target = bytes.view((open + 1)..<close)
    return isAnchor(target) ? nil : (range.lowerBound..<end, target)
  }

  /// The link at the end, if one is set off there.
  private static func splitLast(
    _ bytes: ByteView, _ range: Range<Int>
  ) -> (body: Range<Int>, target: ByteView?) {
    guard let last = range.last else { return (range, nil) }
    let isBracketed = bytes[last] == Byte.closeBracket
    var close = isBracketed ? last - 1 : last
    guard close > range.lowerBound, bytes[close] == Byte.closeParenthesis else {
      return (range, nil)
    }
    var open = close
    while open > range.lowerBound, bytes[open] != Byte.openParenthesis, close - open < 2048 {
      if Byte.isBlank(bytes[open]) { return (range, nil) }
      open -= 1
    }
    guard open > range.lowerBound, bytes[open] == Byte.openParenthesis,
      bytes[open - 1] == Byte.closeBracket
    else { return (range, nil) }
    let target = bytes.view((open + 1)..<close)
    close = open - 1
    var start = close
    while start > range.lowerBound, bytes[start] != Byte.openBracket, close - start < 512 {
      start -= 1
    }
    guard bytes[start] == Byte.openBracket else { return (range, nil) }
    if start == range.lowerBound { return (range, isAnchor(target) ? nil : target) }
    // `[[src]](url)` has its brackets inside.
    let isDoubled = bytes[close - 1] == Byte.closeBracket
    let body = trimmed(bytes, range.lowerBound..<start, isBracketed: isBracketed || isDoubled)
    guard let body, !body.isEmpty else { return (range, nil) }
    return (body, isAnchor(target) ? nil : target)
  }

  /// The text before the link, if a dash or a bracket sets the link off.
  private static func trimmed(
    _ bytes: ByteView, _ range: Range<Int>, isBracketed: Bool
  ) -> Range<Int>? {
    var end = range.upperBound
    var isSetOff = false
    if isBracketed, end > range.lowerBound, bytes[end - 1] == Byte.openBracket {
      end -= 1
      isSetOff = true
    }
    while end > range.lowerBound {
      let byte = bytes[end - 1]
      if Byte.isBlank(byte) {
        end -= 1
      } else if byte == Byte.hyphen || byte == Byte.pipe {
        end -= 1
        isSetOff = true
      } else if end - range.lowerBound >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80,
        byte == 0x93 || byte == 0x94
      {
        end -= 3
        isSetOff = true
      } else {
        break
      }
    }
    // Emphasis that was opened before must be closed before: a link inside bold is text.
    return isSetOff ? range.lowerBound..<end : nil
  }

  static func isAnchor(_ target: ByteView) -> Bool { target.isEmpty || target.first == Byte.hash }
}
