/// The lines between two headings, as blocks in groups: a list, or a run of lines of text.
struct ListSection {
  /// A list with all its levels, or consecutive lines of text.
  struct Group {
    var isList: Bool
    var range: Range<Int>
    var counts: Counts
  }

  /// How many blocks of a group could be items, and how many show it.
  struct Counts {
    var candidates = 0
    var tagged = 0
    /// Ask, or order for knowledge.
    var asking = 0
    /// Order for work.
    var ordering = 0
    /// A mark of interrogation somewhere.
    var strong = 0
    /// Ask and go on with a statement, as notes and changelogs do.
    var selfAnswered = 0
    /// Tasks to tick off.
    var boxes = 0
    /// Bold as a whole, as some banks set their questions.
    var bold = 0

    /// Whether what shows nothing by itself is an item too, among so many.
    var isDense: Bool {
      tagged == 0 && (asking * 10 >= candidates * 6 || (bold * 10 >= candidates * 6 && asking >= 3))
    }

    static func + (left: Counts, right: Counts) -> Counts {
      Counts(
        candidates: left.candidates + right.candidates, tagged: left.tagged + right.tagged,
        asking: left.asking + right.asking, ordering: left.ordering + right.ordering,
        strong: left.strong + right.strong,
        selfAnswered: left.selfAnswered + right.selfAnswered, boxes: left.boxes + right.boxes,
        bold: left.bold + right.bold)
    }
  }

  var lines: Range<Int>
  /// The heading above, if one.
  var heading: Int?
  var blocks: [ListBlock]
  /// The blocks could be others in a file that is known as a bank.
  let hasNotes: Bool
  private(set) var groups: [Group] = []

  /// The section of free lines below a heading.
  init(_ document: Document, _ draft: Draft, _ lines: Range<Int>, heading: Int?, prior: Bool) {
    self.lines = lines
    self.heading = heading
    (blocks, hasNotes) = ListBlockBuilder.blocks(document, draft, lines, prior: prior)
    var start = 0
    while start < blocks.count {
      let isList = blocks[start].kind == .item
      var end = start + 1
      while end < blocks.count, isSame(blocks[end], blocks[start]),
        isList || !isInterrupted(document, draft, blocks[end - 1].last + 1..<blocks[end].first)
      {
        end += 1
      }
      groups.append(Group(isList: isList, range: start..<end, counts: count(start..<end, isList)))
      start = end
    }
  }

  /// Whether another convention has read what stands between two blocks.
  private func isInterrupted(_ document: Document, _ draft: Draft, _ gap: Range<Int>) -> Bool {
    gap.contains { document.lines[$0].kind != .blank && !draft.isFree($0) }
  }

  /// Whether a block belongs to the group of another: a list with what lies in its items, or lines
  /// of text in the same fence. A line of capitals begins a group.
  private func isSame(_ block: ListBlock, _ first: ListBlock) -> Bool {
    if first.kind == .item { return block.kind == .item || block.depth > 0 }
    return block.kind != .item && block.kind != .capitals && block.fence == first.fence
  }

  private func count(_ range: Range<Int>, _ isList: Bool) -> Counts {
    var counts = Counts()
    let top = range.lazy.filter { blocks[$0].kind == .item }.map { blocks[$0].depth }.min() ?? 0
    for index in range {
      let block = blocks[index]
      guard block.kind == (isList ? .item : .bare), !block.isHint, !block.isAnswer else { continue }
      if block.isTagged { counts.tagged += 1 }
      guard !isList || block.depth == top, !block.isOption else { continue }
      counts.candidates += 1
      guard !block.isContents else { continue }
      if block.isBold { counts.bold += 1 }
      let asks =
        block.strength >= .medium
        && (isList || block.evidence.endsWithQuestionMark || block.evidence.startsAsking)
      if block.marker == .checked || block.marker == .unchecked { counts.boxes += 1 }
      if asks, !block.isTagged, !block.isSetOff, block.evidence.isSelfAnswered {
        counts.selfAnswered += 1
        if block.strength == .strong { counts.strong += 1 }
      } else if block.isTagged || asks || (isList && hasAskingChild(index, range)) {
        counts.asking += 1
        if block.strength == .strong { counts.strong += 1 }
      } else if isList, block.strength == .none, labelsQuestions(index, range) {
        counts.asking += 1
        counts.strong += 1
      } else if block.strength == .weak {
        counts.ordering += 1
      }
    }
    return counts
  }

  /// Whether a few words stand above levels of items that mostly ask.
  private func labelsQuestions(_ index: Int, _ range: Range<Int>) -> Bool {
    guard blocks[index].evidence.wordCount <= 8 else { return false }
    var leaves = 0
    var asking = 0
    var strong = 0
    var next = index + 1
    while next < range.upperBound, blocks[next].depth > blocks[index].depth {
      let block = blocks[next]
      next += 1
      guard block.kind == .item, !block.isHint, !block.isAnswer else { continue }
      if block.strength >= .medium, !block.evidence.isSelfAnswered {
        asking += 1
        leaves += 1
        if block.strength == .strong { strong += 1 }
      } else if next >= range.upperBound || blocks[next].depth <= block.depth {
        leaves += 1
      }
    }
    return strong >= 1 && asking * 10 >= leaves * 6
  }

  /// Whether the first block below an item asks: the item is its lead-in.
  private func hasAskingChild(_ index: Int, _ range: Range<Int>) -> Bool {
    let next = index + 1
    guard next < range.upperBound, blocks[next].kind == .item else { return false }
    let child = blocks[next]
    return child.depth > blocks[index].depth && (child.isTagged || child.strength >= .medium)
  }

  /// All sections of a document.
  static func forEach(
    _ document: Document, _ draft: Draft, prior: Bool, _ body: (ListSection) -> Void
  ) {
    var heading: Int?
    var start = 0
    for next in document.headings + [document.lines.count] {
      if start < next {
        body(
          draft.memo.section(start, draft.revision, prior: prior) {
            ListSection(document, draft, start..<next, heading: heading, prior: prior)
          })
      }
      heading = next
      start = next + 1
    }
  }
}
