extension ListSectionReader {
  /// An open item of a list while its nested ones are read.
  private struct Parent {
    var depth: Int
    /// The item in the draft, if the block is one.
    var item: Int?
    /// What nested items get as context: lead-ins, or the parent's text.
    var context: ByteView?
    /// The block's lines, claimed as context when a nested item needs them.
    var lines: Range<Int>
    var expectsMore: Bool
    /// The text speaks of a program, table or figures that it does not hold.
    var pointsAtData = false
    /// The text sets up a situation and stops without a demand.
    var isUnfinished = false
  }

  /// A block without nested ones that the next of its level lean on.
  private struct SiblingLead {
    var depth: Int
    var marker: ListMarker
    var text: ByteView
    var lines: Range<Int>
    /// It ended with a colon; otherwise it holds for items with another marker.
    var isOpen: Bool
  }

  /// Reads a list with all its levels.
  mutating func readList(_ group: ListSection.Group, _ draft: inout Draft) {
    let range = group.range
    let isDense = group.counts.isDense
    let top =
      range.filter { section.blocks[$0].kind == .item }
      .map { section.blocks[$0].depth }.min() ?? 1
    var parents: [Parent] = []
    var lead: SiblingLead?
    var previous: Int?
    let isTight = !section.blocks[range.lowerBound].isBlankBefore
    for index in range {
      let block = section.blocks[index]
      if isTight, block.isBlankBefore, index > range.lowerBound, block.depth <= top { leadIn = nil }
      while let last = parents.last,
        block.kind == .item
          ? last.depth >= block.depth
          : last.depth > block.depth
      {
        parents.removeLast()
      }
      if let open = lead, !keeps(open, block) { lead = nil }
      if readPart(block, parents, &draft) { continue }
      let parent = parents.last
      if isItem(block, index, range, parent: parent, isDense: isDense, &draft) {
        let context = context(block, parents, lead, previous: previous, draft)
        let fallback: EntryKind = block.evidence.startsScenario ? .prompt : .topic
        let item = addItem(block, context: context.text, fallback: fallback, &draft)
        for lines in context.lines {
          for line in lines where draft.isFree(line) {
            draft.claim(line..<(line + 1), .context, item: item, reason: .leadIn)
          }
        }
        previous = item
        parents.append(
          Parent(
            depth: block.depth, item: item, context: draft.items[item].text.view, lines: 0..<0,
            expectsMore: block.expectsMore, pointsAtData: Expectation.pointsAtData(block.text.text),
            isUnfinished: block.evidence.isUnfinished))
      } else {
        readNonItem(index, range, &parents, &lead, &draft)
      }
    }
    leadIn = nil
  }

  /// Hints, answers, code and text inside items; whether the block was one.
  private func readPart(_ block: ListBlock, _ parents: [Parent], _ draft: inout Draft) -> Bool {
    let owner = parents.last?.item ?? lastItem
    if block.isHint, let owner {
      addHint(block, to: owner, &draft)
      return true
    }
    if block.isAnswer, let owner {
      addAnswer(block.first..<(block.last + 1), to: owner, &draft)
      return true
    }
    guard block.kind != .item else { return false }
    guard let parent = parents.last, let item = parent.item else {
      explain(block, &draft)
      return true
    }
    let hasAnswer = draft.items[item].answer != nil || draft.items[item].answerHead != nil
    let isData =
      block.kind == .code || block.kind == .other
      ? parent.expectsMore || parent.pointsAtData
      : parent.expectsMore && !block.text.text.contains(where: Byte.isLetter)
    let isOpen =
      parent.isUnfinished && !endsSentence(draft.items[item].text.view)
    if !hasAnswer, isData || isOpen {
      addPart(block, to: item, reason: .option, &draft)
    } else {
      addAnswer(block.first..<(block.last + 1), to: item, &draft)
    }
    return true
  }

  private func endsSentence(_ text: ByteView) -> Bool {
    text.last == Byte.dot || text.last == Byte.question || text.last == Byte.exclamation
  }

  private func isItem(
    _ block: ListBlock, _ index: Int, _ range: Range<Int>, parent: Parent?, isDense: Bool,
    _ draft: inout Draft
  ) -> Bool {
    if block.isContents || block.text.text.isEmpty { return false }
    if block.isTagged { return true }
    if block.isOption, lastItem != nil { return false }
    guard block.evidence.wordCount >= 2 || block.evidence.endsWithQuestionMark else { return false }
    if let parent, parent.item != nil {
      return profile.nestedAsk && block.strength >= .medium && !isBox(block)
    }
    if block.strength >= .medium { return true }
    let hasOptions = isChoice(index, range)
    let isLead =
      hasChild(index, range) || (block.endsOpen && !hasOptions) || isLabel(index, range)
    if isLead || isBox(block) { return false }
    if block.strength == .weak { return !block.isLink }
    return isDense && !block.isLink && parent == nil
  }

  private func isBox(_ block: ListBlock) -> Bool {
    block.marker == .checked || block.marker == .unchecked
  }

  private func hasChild(_ index: Int, _ range: Range<Int>) -> Bool {
    let next = index + 1
    guard next < range.upperBound else { return false }
    let child = section.blocks[next]
    return child.kind == .item && !child.isHint && !child.isOption && !isBox(child)
      && child.depth > section.blocks[index].depth
  }

  /// Whether boxes or letters to choose from stand below an item.
  private func isChoice(_ index: Int, _ range: Range<Int>) -> Bool {
    let next = index + 1
    guard next < range.upperBound else { return false }
    let child = section.blocks[next]
    return (child.isOption || isBox(child)) && child.depth > section.blocks[index].depth
  }

  /// A short bullet right above numbers of the same level: `- Bowline` / `1. What is …`.
  private func isLabel(_ index: Int, _ range: Range<Int>) -> Bool {
    let next = index + 1
    guard next < range.upperBound, section.blocks[index].strength == .none,
      !section.blocks[index].evidence.hasOrder
    else { return false }
    let after = section.blocks[next]
    return after.kind == .item && after.depth == section.blocks[index].depth
      && (after.marker == .ordered) != (section.blocks[index].marker == .ordered)
  }

  private func keeps(_ lead: SiblingLead, _ block: ListBlock) -> Bool {
    if block.depth > lead.depth { return true }
    guard block.depth == lead.depth else { return false }
    if lead.isOpen { return !block.isBlankBefore }
    return (block.marker == .ordered) != (lead.marker == .ordered)
  }

  /// What an item needs from above it, outermost first.
  private mutating func context(
    _ block: ListBlock, _ parents: [Parent], _ lead: SiblingLead?, previous: Int?, _ draft: Draft
  ) -> (text: ByteView?, lines: [Range<Int>]) {
    words.begin(block.text.text)
    var texts: [ByteView] = []
    var lines: [Range<Int>] = []
    if let leadIn {
      texts.append(leadIn.text.view)
      lines.append(leadIn.lines)
    }
    // Only the nearest item: its own context stands with it.
    if let parent = parents.last, let text = parent.context {
      if parent.item != nil { texts.removeAll() }
      texts.append(text)
      lines.append(parent.lines)
    }
    if let lead, lead.depth == block.depth {
      texts.append(lead.text)
      lines.append(lead.lines)
    }
    if texts.isEmpty, Dependence.isEmpty(&words) {
      let above = previous.map { draft.items[$0].text.view } ?? headingTitle
      return (above, [])
    }
    if texts.isEmpty { return (nil, lines) }
    let context = document.arena.joined(texts)
    if let previous, parents.last?.item == nil,
      draft.items[previous].context?.isEqual(context) ?? false,
      Dependence.leansOnSibling(&words)
    {
      return (document.arena.joined([context, draft.items[previous].text.view]), lines)
    }
    return (context, lines)
  }

  /// A block that is no item: a lead-in of what follows, an option or answer of its parent, or
  /// nothing.
  private mutating func readNonItem(
    _ index: Int, _ range: Range<Int>, _ parents: inout [Parent], _ lead: inout SiblingLead?,
    _ draft: inout Draft
  ) {
    let block = section.blocks[index]
    let lines = block.first..<(block.last + 1)
    if let parent = parents.last, let item = parent.item {
      let isPart = parent.expectsMore && draft.items[item].answer == nil
      if isPart || isBox(block) || block.isOption {
        addPart(block, to: item, reason: .option, &draft)
      } else {
        addAnswer(lines, to: item, &draft)
      }
      return
    }
    if isBox(block) || block.isOption, let item = lastItem {
      return addPart(block, to: item, reason: .option, &draft)
    }
    explain(block, &draft)
    guard !block.isContents, !block.text.text.isEmpty else { return }
    if hasChild(index, range) {
      let above = [parents.last?.context, lead?.depth == block.depth ? lead?.text : nil]
        .compactMap { $0 }
      parents.append(
        Parent(
          depth: block.depth, item: nil,
          context: document.arena.joined(above + [block.text.text]),
          lines: (lead?.depth == block.depth ? lead?.lines.lowerBound : nil).map {
            $0..<lines.upperBound
          } ?? lines, expectsMore: false))
      lead = nil
    } else if block.endsOpen || isLabel(index, range) {
      lead = SiblingLead(
        depth: block.depth, marker: block.marker, text: block.text.text, lines: lines,
        isOpen: block.endsOpen)
    }
  }
}
