/// The readable text of whole lines: clean prose, list items with a plain bullet, code as it is.
enum AnswerText {
  /// The text of lines, with line breaks; blank lines at both ends and runs of them go.
  static func text(_ document: Document, _ lines: Range<Int>) -> String {
    var output: [UInt8] = []
    var pendingBlank = false
    for line in lines {
      let current = document.lines[line]
      switch current.kind {
      case .blank:
        pendingBlank = !output.isEmpty
        continue
      case .fenceOpen, .fenceClose, .rule, .underline, .tableDelimiter, .frontMatter:
        continue
      default:
        break
      }
      let start = output.count
      append(document, line, to: &output)
      if output.count > start, start > 0 {
        output.insert(contentsOf: pendingBlank ? [0x0A, 0x0A] : [0x0A], at: start)
      }
      if output.count > start { pendingBlank = false }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func append(_ document: Document, _ line: Int, to output: inout [UInt8]) {
    let current = document.lines[line]
    let indent = Int(min(current.indent, 64))
    switch current.kind {
    case .fenceBody, .indentedCode:
      output.append(contentsOf: repeatElement(Byte.space, count: indent))
      output.append(contentsOf: document.bytes[document.content(line)])
    case .listItem:
      let depth = max(0, Int(min(current.depth, 16)) - 1)
      output.append(contentsOf: repeatElement(Byte.space, count: 2 * depth))
      if current.marker == .ordered {
        output.append(contentsOf: "\(current.number). ".utf8)
      } else {
        output.append(contentsOf: "- ".utf8)
      }
      output.append(
        contentsOf: InlineCleaner.clean(document.bytes, document.content(line), keepsLines: true))
    default:
      output.append(
        contentsOf: InlineCleaner.clean(document.bytes, document.content(line), keepsLines: true))
    }
  }
}
