/// Reads the groups of one section into a draft.
struct ListSectionReader {
  let document: Document
  let section: ListSection
  let profile: ListProfile
  /// The words of the block that is looked at.
  var words = WordScan()
  /// The last item read, for hints and parts that follow it.
  var lastItem: Int?
  /// A line above a list that its items lean on.
  var leadIn: LeadIn?
  /// Parts further away than this from their item are not looked for.
  static let gapLimit = 64
  /// Most items of the group that is read have an answer behind their question.
  private var answersInline = false
  /// Text after items answers them.
  private var isAnswered = false

  init(document: Document, section: ListSection, profile: ListProfile) {
    self.document = document
    self.section = section
    self.profile = profile
  }

  mutating func read(into draft: inout Draft) {
    let isReference = ListProfile.isReference(document, section)
    let pools = pooled()
    let accepted = section.groups.map {
      profile.accepts($0, pooled: pools[$0.isList ? 1 : 0], isReference: isReference)
    }
    isAnswered = answersFollow(accepted)
    for (number, group) in section.groups.enumerated() {
      if accepted[number] {
        let answered = group.counts.selfAnswered
        answersInline = answered >= 2 && answered * 10 >= group.counts.candidates * 6
        if group.isList {
          readList(group, &draft)
        } else {
          readLines(group.range, &draft)
        }
      } else {
        let next = number + 1 < accepted.count && accepted[number + 1]
        readOther(group, beforeList: next && !group.isList, &draft)
      }
    }
  }

  /// Counts of all groups of lines, and of all lists.
  private func pooled() -> [ListSection.Counts] {
    var pools = [ListSection.Counts(), ListSection.Counts()]
    for group in section.groups where group.counts.candidates <= 2 {
      pools[group.isList ? 1 : 0] = pools[group.isList ? 1 : 0] + group.counts
    }
    return pools
  }

  /// Whether short runs of items alternate with text: then the text answers them.
  private func answersFollow(_ accepted: [Bool]) -> Bool {
    var runs = 0
    var items = 0
    var followed = 0
    for (number, group) in section.groups.enumerated() where accepted[number] {
      runs += 1
      items += group.counts.candidates
      if number + 1 < accepted.count, !accepted[number + 1] { followed += 1 }
    }
    return runs >= 2 && followed * 2 >= runs && items <= runs * 2
  }

  /// A group that is not read: the answer of the item above, the lead-in of the list below, or
  /// prose.
  private mutating func readOther(
    _ group: ListSection.Group, beforeList: Bool, _ draft: inout Draft
  ) {
    leadIn = nil
    for index in group.range {
      let block = section.blocks[index]
      let lines = block.first..<(block.last + 1)
      if beforeList, index == group.range.upperBound - 1, let lead = leadInBefore(index) {
        leadIn = lead
      } else if block.isHint, let item = lastItem {
        addHint(block, to: item, &draft)
      } else if block.isOption, let item = lastItem,
        !block.isBlankBefore || draft.items[item].last + 2 >= block.first
      {
        addPart(block, to: item, reason: .option, &draft)
      } else if let item = lastItem, isAnswered || block.isAnswer {
        addAnswer(lines, to: item, &draft)
      } else {
        explain(block, &draft)
      }
    }
  }

  /// The line above a list, if the items lean on it: right above it, or with a colon or a
  /// situation, and not merely saying that questions follow.
  private func leadInBefore(_ index: Int) -> LeadIn? {
    let block = section.blocks[index]
    guard block.kind == .bare, index + 1 < section.blocks.count, block.evidence.wordCount <= 80
    else {
      return nil
    }
    let isTight = !section.blocks[index + 1].isBlankBefore
    guard isTight || block.endsOpen || block.evidence.startsScenario else { return nil }
    return announcesQuestions(block) ? nil : LeadIn(block)
  }

  /// Whether a line only says that questions follow: no item needs that.
  func announcesQuestions(_ block: ListBlock) -> Bool {
    ByteSearch.contains(block.text.text, anyOf: ListSectionReader.announcement)
  }

  private static let announcement = [Array("question".utf8)]

  /// Says why a block is no item.
  func explain(_ block: ListBlock, _ draft: inout Draft) {
    let reason: Reason
    switch block.kind {
    case .code: reason = .code
    case .item: reason = block.isContents ? .contents : block.isLink ? .reference : .list
    case .capitals: reason = .container
    case .bare: reason = .prose
    case .other:
      reason = document.lines[block.first].kind == .fenceOpen ? .notes : .none
    }
    guard reason != .none else { return }
    if block.kind == .capitals {
      draft.claim(block.first..<(block.last + 1), .heading, reason: reason)
    } else {
      for line in block.first...block.last where document.lines[line].kind != .blank {
        draft.explain(line, reason)
      }
    }
  }

  // MARK: parts of items

  /// Adds an item with what gives it context.
  mutating func addItem(
    _ block: ListBlock, context: ByteView?, fallback: EntryKind, _ draft: inout Draft
  ) -> Int {
    let isOrder = fallback == .topic && BareVerb.orders(block.text.text, isSituation: false)
    let fallback = isOrder ? .prompt : fallback
    let index = draft.add(
      Draft.Item(
        first: block.first, last: block.last, kind: block.evidence.kind(fallback: fallback),
        text: GrowingText(block.text.text), difficulty: block.text.difficulty,
        context: context, hint: block.text.hint.map { GrowingText($0) }, origin: block.text.origin))
    splitInlineAnswer(block, index, &draft)
    lastItem = index
    return index
  }

  /// Takes what stands behind the question out of an item's text: its answer, or a remark. Among
  /// questions without answers a statement is a remark.
  private func splitInlineAnswer(_ block: ListBlock, _ item: Int, _ draft: inout Draft) {
    guard block.evidence.hasQuestionMark, !block.evidence.endsWithQuestionMark,
      let found = InlineAnswer(block.text.text)
    else { return }
    let rest = block.text.text.view(found.rest)
    if found.isDirect || block.isSetOff || answersInline {
      draft.items[item].answerHead = rest
    } else if found.isStatement {
      let hints = [rest, draft.items[item].hint?.view].compactMap { $0 }
      draft.items[item].hint = GrowingText(document.arena.joined(hints))
    } else {
      return
    }
    draft.items[item].text = GrowingText(block.text.text.view(0..<found.questionEnd))
  }

  /// Adds a hint to an item, which ends where its own text does.
  func addHint(_ block: ListBlock, to item: Int, _ draft: inout Draft) {
    // In place: an item may have very many.
    if draft.items[item].hint == nil {
      draft.items[item].hint = GrowingText(block.text.text)
    } else {
      draft.items[item].hint?.addLine(block.text.text, in: document.arena)
    }
    draft.claim(block.first..<(block.last + 1), .hint, item: item)
  }

  /// Adds options, code or further lines to an item.
  func addPart(_ block: ListBlock, to item: Int, reason: Reason, _ draft: inout Draft) {
    let text = partText(block)
    if !text.isEmpty { draft.items[item].text.addLine(text, in: document.arena) }
    draft.items[item].last = max(draft.items[item].last, block.last)
    draft.claim(block.first..<(block.last + 1), .item, item: item, reason: reason)
  }

  /// The text of a block on lines of its own: code as it is.
  func partText(_ block: ListBlock) -> ByteView {
    switch block.kind {
    case .bare where block.first == block.last && FenceUse.looksLikeCode(document, block.first):
      return codeLine(block.first)
    case .item where block.marker == .letter:
      // The letter is what an answer names.
      let start = document.whole(block.first).lowerBound
      let mark = document.bytes.view(start..<document.content(block.first).lowerBound)
      return document.arena.joined(
        [mark.view(from: mark.prefix(while: Byte.isBlank).count), block.text.text], separator: nil)
    case .item, .bare: return block.text.text
    case .capitals: return document.clean(block.first)
    case .code:
      let lines = (block.first...block.last).filter {
        let kind = document.lines[$0].kind
        return kind != .fenceOpen && kind != .fenceClose
      }
      return document.arena.joined(lines.map(codeLine))
    case .other:
      return AnswerText.text(document, block.first..<(block.last + 1))
    }
  }

  /// A line of code with its indentation.
  private func codeLine(_ line: Int) -> ByteView {
    let content = document.bytes.view(document.content(line))
    let indent = Int(min(document.lines[line].indent, 64))
    guard indent > 0, !content.isEmpty else { return content }
    var writer = document.arena.writer(limit: indent + content.count)
    writer.appendBlanks(indent)
    writer.append(content)
    return document.arena.keep(writer)
  }

  /// Adds lines to the answer of an item, if they follow what it has without a gap.
  func addAnswer(_ lines: Range<Int>, to item: Int, _ draft: inout Draft) {
    guard let lines = AnswerSpan.trimmed(document, lines) else { return }
    if case .lines(let span)? = draft.items[item].answer {
      let before = span.range
      let gap = before.upperBound..<max(before.upperBound, lines.lowerBound)
      let isClear =
        gap.count <= ListSectionReader.gapLimit
        && gap.allSatisfy {
          document.lines[$0].kind == .blank || draft.isFree($0)
            || (draft.parts[$0].role == .answer && Int(draft.parts[$0].item) == item)
        }
      guard isClear else { return draft.claim(lines, .answer, item: item) }
      draft.items[item].answer = .lines(LineSpan(before.lowerBound, lines.upperBound))
    } else {
      draft.items[item].answer = .lines(LineSpan(lines))
    }
    draft.claim(lines, .answer, item: item)
  }

  /// The title of the section's heading, for a first item that says only "it".
  var headingTitle: ByteView? {
    guard let heading = section.heading else { return nil }
    let title = document.item(heading).text.trimmingMarks()
    return title.isEmpty ? nil : title
  }
}
