/// A hint on lines of its own below a heading that asks: `Hint: …`, `(hint: …)`, or in backticks.
struct HintLine {
  /// The hint without its label, empty if nothing follows the label.
  var text: GrowingText
  /// The line after it.
  var end: Int

  /// The hint at the first of some lines of text, if one stands there. One that no mark encloses
  /// goes on to the end of its paragraph.
  init?(_ document: Document, _ lines: Range<Int>) {
    guard let first = lines.first, document.lines[first].kind == .text else { return nil }
    let range = document.content(first)
    guard let mark = range.first.map({ document.bytes[$0] }), mark < 0x80 else { return nil }
    let clean = document.clean(range)
    let found = HintLabel.whole(clean)
    // "Tip:" may as well begin an answer.
    guard found.length > 0, Byte.lowered(clean[found.start]) != 0x74 else { return nil }
    let behind = clean.view((found.start + found.length)..<found.end)
    text = GrowingText(behind.view(from: behind.prefix(while: Byte.isBlank).count))
    end = first + 1
    if mark != Byte.backtick, found.start == 0 {
      while end < lines.upperBound, document.lines[end].kind == .text {
        text.addLine(document.clean(end), in: document.arena, separator: Byte.space)
        end += 1
      }
    }
  }
}
