/// The headings that a file's table of contents links to, by their anchors.
struct ContentsLinks {
  private var anchors: Set<String> = []

  /// Collects the targets of all lines that only link to a heading.
  init(_ document: Document) {
    for line in document.lines.indices where document.lines[line].kind == .listItem {
      let range = document.content(line)
      guard document.isAnchorLink(range), let hash = document.bytes[range].lastIndex(of: Byte.hash)
      else { continue }
      let target = document.bytes[(hash + 1)..<(range.upperBound - 1)].map(Byte.lowered)
      anchors.insert(String(decoding: target, as: UTF8.self))
    }
  }

  /// Whether a heading is linked to. Anchors are lower case, with hyphens for blanks and without
  /// marks, as hosts of repositories make them.
  func contains(_ document: Document, _ heading: Int) -> Bool {
    var anchor: [UInt8] = []
    for byte in document.clean(heading) {
      if Byte.isWord(byte) || byte == Byte.hyphen || byte == Byte.underscore {
        anchor.append(Byte.lowered(byte))
      } else if byte == Byte.space {
        anchor.append(Byte.hyphen)
      }
    }
    return anchors.contains(String(decoding: anchor, as: UTF8.self))
  }
}
