/// Makes the blocks of one section: list items, lines of text, code and the rest.
struct ListBlockBuilder {
  private let document: Document
  private let draft: Draft
  private let prior: Bool
  private var blocks: [ListBlock] = []
  private var isBlankBefore = false
  /// The lines of the last fence, and the next of them to be read.
  private var fenceTexts: [FenceUse.LineText] = []
  private var nextFenceText = 0
  /// What a fence holds depends on whether the file is known as a bank.
  private var hasNotes = false

  /// The blocks of the free lines in a range without headings. `prior` says that the file is a
  /// bank, so that weaker signs make a fence a list of questions.
  static func blocks(
    _ document: Document, _ draft: Draft, _ lines: Range<Int>, prior: Bool
  ) -> (blocks: [ListBlock], hasNotes: Bool) {
    var builder = ListBlockBuilder(document: document, draft: draft, prior: prior)
    builder.run(lines)
    return (builder.blocks, builder.hasNotes)
  }

  private init(document: Document, draft: Draft, prior: Bool) {
    self.document = document
    self.draft = draft
    self.prior = prior
  }

  private mutating func run(_ lines: Range<Int>) {
    var line = lines.lowerBound
    while line < lines.upperBound {
      guard draft.isFree(line) else {
        isBlankBefore = true
        line += 1
        continue
      }
      switch document.lines[line].kind {
      case .blank:
        isBlankBefore = true
        line += 1
      case .listItem:
        append(ListBlock(.item, document, line, content: document.content(line)))
        line += 1
      case .text:
        line = paragraph(line, lines.upperBound)
      case .fenceOpen:
        line = fence(line, lines.upperBound)
      default:
        append(plain(.other, line, line))
        line += 1
      }
    }
  }

  private mutating func append(_ block: ListBlock) {
    blocks.append(block)
    blocks[blocks.count - 1].isBlankBefore = isBlankBefore
    isBlankBefore = false
  }

  private func plain(_ kind: ListBlock.Kind, _ first: Int, _ last: Int) -> ListBlock {
    var block = ListBlock(
      kind, document, first,
      content: document.content(first).lowerBound..<document.content(first).lowerBound)
    block.last = last
    return block
  }

  // MARK: paragraphs

  /// Reads the lines of text from a line on: as items of their own, as one wrapped paragraph, or as
  /// what the list item above goes on with.
  private mutating func paragraph(_ start: Int, _ end: Int) -> Int {
    var stop = start
    while stop < end, document.lines[stop].kind == .text, draft.isFree(stop),
      stop == start || document.lines[stop].depth == document.lines[start].depth
    {
      stop += 1
    }
    var first = start
    if let above = blocks.last, above.kind == .item, !isBlankBefore, above.last == start - 1 {
      while first < stop, continues(above, first) {
        blocks[blocks.count - 1].join(document, first, separator: Byte.space)
        first += 1
      }
      if first > start { blocks[blocks.count - 1].settle() }
    }
    guard first < stop else { return stop }
    appendText(first..<stop)
    return stop
  }

  /// Whether a line of text goes on with the item above it.
  private func continues(_ above: ListBlock, _ line: Int) -> Bool {
    let range = document.content(line)
    guard DifficultyMark.tag(document.bytes, at: range.lowerBound) == nil else { return false }
    let isIndented = document.lines[line].depth > 0 && !document.lines[line].isLazy
    guard let last = blocks.last?.text.text.last else { return isIndented }
    let isOpen = last != Byte.question && last != Byte.dot && last != Byte.exclamation
    let startsLower = range.first.map { Byte.isLower(document.bytes[$0]) } ?? false
    return isIndented ? isOpen || startsLower : isOpen && startsLower
  }

  /// Adds lines of text: each its own block where they are items or labels, else one paragraph.
  private mutating func appendText(_ lines: Range<Int>) {
    if Linewise.isLinewise(document, lines) {
      for line in lines { appendLine(line, fence: -1) }
    } else if lines.filter({ FenceUse.looksLikeCode(document, $0) }).count * 3 >= lines.count {
      append(plain(.code, lines.lowerBound, lines.upperBound - 1))
    } else {
      var block = ListBlock(
        .bare, document, lines.lowerBound, content: document.content(lines.lowerBound))
      for line in lines.dropFirst() { block.join(document, line, separator: Byte.space) }
      block.settle()
      append(block)
    }
  }

  private mutating func appendLine(_ line: Int, fence: Int) {
    let quoted = fence >= 0
    var content = document.content(line)
    guard !content.isEmpty else {
      isBlankBefore = true
      return
    }
    if Linewise.isCapitals(document.bytes, content) {
      var block = plain(.capitals, line, line)
      block.fence = fence
      return append(block)
    }
    // What was not read as text was code.
    let known = quoted ? fenceText(line) : nil
    if quoted, known == nil { return appendCode(line, fence: fence) }
    var marker = ListMarker.none
    if quoted, let found = LineCursor(document.bytes, document.whole(line)).listMarker() {
      marker = found.kind
      content = found.content.range
    }
    var block = ListBlock(
      .bare, document, line, content: content,
      known: marker == .none ? known : nil)
    block.marker = marker
    block.fence = fence
    append(block)
  }

  /// What was read of a line of the last fence.
  private mutating func fenceText(_ line: Int) -> FenceUse.LineText? {
    while nextFenceText < fenceTexts.count, fenceTexts[nextFenceText].line < line {
      nextFenceText += 1
    }
    guard nextFenceText < fenceTexts.count, fenceTexts[nextFenceText].line == line else {
      return nil
    }
    return fenceTexts[nextFenceText]
  }

  private mutating func appendCode(_ line: Int, fence: Int) {
    if let last = blocks.last, last.kind == .code, last.fence == fence {
      blocks[blocks.count - 1].last = line
      isBlankBefore = false
    } else {
      var block = plain(.code, line, line)
      block.fence = fence
      append(block)
    }
  }

  // MARK: fences

  private mutating func fence(_ start: Int, _ end: Int) -> Int {
    var stop = start + 1
    while stop < end, document.lines[stop].kind == .fenceBody { stop += 1 }
    if stop < end, document.lines[stop].kind == .fenceClose { stop += 1 }
    nextFenceText = 0
    let (use, dependsOnPrior) = FenceUse.of(
      document, start..<stop, prior: prior, texts: &fenceTexts)
    if dependsOnPrior { hasNotes = true }
    switch use {
    case .questions:
      isBlankBefore = true
      for line in (start + 1)..<stop where document.lines[line].kind == .fenceBody {
        appendLine(line, fence: start)
      }
      isBlankBefore = true
    case .code:
      append(plain(.code, start, stop - 1))
    case .notes:
      append(plain(.other, start, stop - 1))
    }
    return stop
  }
}
