extension ListSectionReader {
  /// Reads a run of lines of text, each an item, a label, a lead-in, a hint or a part of an item.
  mutating func readLines(_ range: Range<Int>, _ draft: inout Draft) {
    leadIn = nil
    lastItem = nil
    let isTagged = section.blocks[range].lazy.filter(\.isTagged).count >= 2
    var open: Int?
    for index in range {
      let block = section.blocks[index]
      if block.kind == .capitals {
        dropLeadIn(&draft)
        lastItem = nil
        open = nil
        draft.claim(block.first..<(block.last + 1), .heading, reason: .container)
      } else if block.isHint, let item = lastItem {
        addHint(block, to: hinted(block, item, lines: section.blocks[range], draft), &draft)
      } else if isLineItem(block, isTagged: isTagged), !asksForQuestions(index, range) {
        open = addLine(block, &draft)
      } else {
        open = readBetween(index, range, open: open, &draft)
      }
    }
    // A lead-in at the end may introduce the list that follows.
    if let lead = leadIn, lead.itemCount > 0 { leadIn = nil }
    if let lead = leadIn, lead.lines.upperBound - 1 != section.blocks[range.upperBound - 1].last {
      leadIn = nil
    }
  }

  /// The item of which a hint speaks: the last one, or the one above it in the same lines, if the
  /// hint shares words with that one alone.
  private func hinted(
    _ block: ListBlock, _ item: Int, lines: ArraySlice<ListBlock>, _ draft: Draft
  ) -> Int {
    guard item > 0, let first = lines.first?.first, draft.items[item - 1].first >= first,
      draft.items[item].hint == nil, draft.items[item - 1].hint == nil
    else { return item }
    let own = ContentWords.of(block.text.text)
    func shared(_ item: Int, limit: Int) -> Int {
      ContentWords.sharedCount(draft.items[item].text.view, own, limit: limit)
    }
    return shared(item, limit: 1) == 0 && shared(item - 1, limit: 2) >= 2 ? item - 1 : item
  }

  private func isLineItem(_ block: ListBlock, isTagged: Bool) -> Bool {
    guard block.kind == .bare, !block.isContents, !block.isAnswer, !block.text.text.isEmpty else {
      return false
    }
    if block.isTagged { return true }
    if isTagged { return block.strength == .strong && block.evidence.wordCount >= 3 }
    // A question in the middle of a paragraph is rhetoric.
    let isWhole = block.evidence.endsWithQuestionMark || block.evidence.startsAsking
    if block.strength >= .medium { return block.evidence.wordCount >= 3 && isWhole }
    return block.strength == .weak && block.evidence.wordCount >= 3 && !block.endsOpen
  }

  /// Adds a line as an item; returns it where it announces parts of its own.
  private mutating func addLine(_ block: ListBlock, _ draft: inout Draft) -> Int? {
    var context: ByteView?
    words.begin(block.text.text)
    if let lead = leadIn?.text.view {
      if leadIn?.reaches(block, &words) ?? false {
        context = lead
        if leadIn?.itemCount ?? 0 > 0, let lastItem, Dependence.leansOnSibling(&words) {
          context = document.arena.joined([lead, draft.items[lastItem].text.view])
        }
        leadIn?.take(block)
      } else {
        leadIn = nil
      }
    }
    if context == nil, Dependence.isEmpty(&words) {
      context = lastItem.map { draft.items[$0].text.view } ?? headingTitle
    }
    let item = addItem(
      block, context: context, fallback: block.evidence.startsScenario ? .prompt : .topic, &draft)
    if context != nil, let lead = leadIn, lead.itemCount == 1 {
      for line in lead.lines where draft.isFree(line) {
        draft.claim(line..<(line + 1), .context, item: item, reason: .leadIn)
      }
    }
    return block.expectsMore ? item : nil
  }

  /// A line that is no item: a part of the item above, or a label or lead-in of those below.
  private mutating func readBetween(
    _ index: Int, _ range: Range<Int>, open: Int?, _ draft: inout Draft
  ) -> Int? {
    let block = section.blocks[index]
    let startsLower = block.text.text.first.map(Byte.isLower) ?? false
    if open != nil, isCaption(index, range) {
      explain(block, &draft)
      return open
    }
    if let item = open ?? (continuesItem(block, startsLower) ? lastItem : nil) {
      addPart(block, to: item, reason: .option, &draft)
      return open
    }
    if block.kind == .other || block.kind == .code {
      if leadIn?.absorbs(block) ?? false {
        let text = partText(block)
        leadIn?.absorb(text, block, in: document.arena)
      } else {
        explain(block, &draft)
      }
      return nil
    }
    if leadIn?.absorbs(block) ?? false {
      leadIn?.absorb(block.text.text, block, in: document.arena)
      return nil
    }
    dropLeadIn(&draft)
    if isFollowedByItem(index, range) {
      leadIn = LeadIn(block)
    } else {
      explain(block, &draft)
    }
    return nil
  }

  /// Whether a line asks which questions to ask, above one that announces them.
  private func asksForQuestions(_ index: Int, _ range: Range<Int>) -> Bool {
    let next = index + 1
    guard next < range.upperBound, !section.blocks[index].isTagged,
      section.blocks[next].kind == .bare, section.blocks[next].endsOpen
    else { return false }
    return announcesQuestions(section.blocks[index]) && announcesQuestions(section.blocks[next])
  }

  /// A few words without a mark, alone below an item that asks to look: the caption of a figure
  /// that was lost.
  private func isCaption(_ index: Int, _ range: Range<Int>) -> Bool {
    let block = section.blocks[index]
    guard block.kind == .bare, index > range.lowerBound, block.evidence.wordCount <= 6,
      block.text.text.allSatisfy({ Byte.isLetter($0) || Byte.isBlank($0) || $0 == Byte.hyphen }),
      block.text.text.first.map(Byte.isUpper) ?? false,
      section.blocks[index - 1].last + 1 == block.first,
      Expectation.pointsAtFigure(section.blocks[index - 1].text.text)
    else { return false }
    return index + 1 == range.upperBound || section.blocks[index + 1].isTagged
      || section.blocks[index + 1].strength == .strong
  }

  /// Code right below an item, or a line that begins in the middle of a sentence.
  private func continuesItem(_ block: ListBlock, _ startsLower: Bool) -> Bool {
    guard lastItem != nil, !block.isBlankBefore, leadIn == nil || (leadIn?.itemCount ?? 0) > 0
    else {
      return false
    }
    return block.kind == .code || (block.kind == .bare && startsLower && !block.isAnswer)
  }

  /// Whether an item follows, with nothing between but blanks, parts of the lead-in and hints.
  private func isFollowedByItem(_ index: Int, _ range: Range<Int>) -> Bool {
    let block = section.blocks[index]
    guard block.kind == .bare, !block.isAnswer, !announcesQuestions(block) else { return false }
    let next = index + 1
    guard next < range.upperBound else { return true }
    if block.expectsMore { return true }
    let after = section.blocks[next]
    if after.isTagged || after.strength >= .weak { return true }
    // A long paragraph above a label is an introduction.
    return after.kind == .bare && after.indent > block.indent && !after.isBlankBefore
  }

  /// Forgets a lead-in that no item leaned on.
  private mutating func dropLeadIn(_ draft: inout Draft) {
    if let lead = leadIn, lead.itemCount == 0 {
      for line in lead.lines { draft.explain(line, .prose) }
    }
    leadIn = nil
  }
}
