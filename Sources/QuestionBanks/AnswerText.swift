/// The readable text of whole lines: clean prose, list items with a plain bullet, code as it is.
enum AnswerText {
  /// Columns of indentation that code keeps, and levels that lists keep.
  private static let indentLimit = 64
  private static let depthLimit = 16
  /// Blanks, a number and its mark, the most that a line gets before its text, and line breaks.
  private static let marksLimit = 2 * depthLimit + 16

  /// The text of lines, with line breaks; blank lines at both ends and runs of them go. It lies in
  /// the document's arena.
  static func text(_ document: Document, _ lines: Range<Int>) -> ByteView {
    document.arena.keep(write(document, lines))
  }

  /// The text of lines, which lasts until the arena is used for something else.
  static func write(_ document: Document, _ lines: Range<Int>) -> ByteWriter {
    var limit = 0
    for line in lines {
      let current = document.lines[line]
      limit += marksLimit + indentLimit + current.content.range.count
    }
    var output = document.arena.writer(limit: limit)
    var pendingBlank = false
    for line in lines {
      let current = document.lines[line]
      switch current.kind {
      case .blank:
        pendingBlank = output.count > 0
        continue
      case .fenceOpen, .fenceClose, .rule, .underline, .tableDelimiter, .frontMatter:
        continue
      default:
        break
      }
      let before = output.count
      if before > 0 { output.append(0x0A) }
      if before > 0, pendingBlank { output.append(0x0A) }
      let start = output.count
      append(document, current, to: &output)
      if output.count > start {
        pendingBlank = false
      } else {
        output.cut(to: before)
      }
    }
    return output
  }

  private static func append(_ document: Document, _ line: Line, to output: inout ByteWriter) {
    switch line.kind {
    case .fenceBody, .indentedCode:
      output.appendBlanks(min(Int(line.indent), indentLimit))
      output.append(document.bytes.view(line.content.range))
      return
    case .listItem:
      output.appendBlanks(2 * max(0, min(Int(line.depth), depthLimit) - 1))
      if line.marker == .ordered {
        output.append(number: line.number)
        output.append(Byte.dot)
      } else {
        output.append(Byte.hyphen)
      }
      output.append(Byte.space)
    default:
      break
    }
    InlineCleaner.append(
      document.bytes, line.content.range, keepsLines: true, to: &output, document.arena)
  }
}
