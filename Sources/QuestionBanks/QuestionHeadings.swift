/// Files whose headings are the questions and whose text below them is the answers.
///
/// Which headings are items is decided by level. A level is one of questions when a good share of
/// its headings asks or orders, or when they are numbered and some do. At such a level a bare
/// subject stands for "what is it?" (kind `topic`), unless it is a name of structure
/// ("References"), repeats, or holds items itself. Below an item, a heading is an item only if it
/// is a full question, and then not in files that number their items and leave it unnumbered.
/// Answers reach to the next item or container.
enum QuestionHeadings: Convention {
  static let name = "headings as questions"
  static let scope = ConventionScope.file

  static func assess(_ document: Document, _ draft: Draft) -> Assessment {
    let outline = draft.memo.outline(document)
    guard !outline.itemLevels.isEmpty else { return .nothing }
    let items = outline.roles.lazy.filter { $0 == .item || $0 == .topic }.count
    guard items >= 2 || (items == 1 && outline.isSingleQuestion) else {
      return Assessment(score: 0, items: items, evidence: "\(items) heading that asks")
    }
    let asking = outline.headings.lazy.filter { $0.strength >= .medium }.count
    // Lists of questions under headings make the headings sections, even those that ask.
    let rivals = outline.tagged + outline.listedQuestions
    let isOutnumbered = rivals > 2 * items
    // Questions in a corner of a text (a manual's last section) do not make it a bank.
    let isCorner =
      outline.coverage < 0.4 && outline.labelled < 3 && !ListProfile.namesQuestions(document)
    let score = isOutnumbered || isCorner ? 0.3 : outline.confidence
    return Assessment(
      score: score, items: items,
      evidence: "\(asking) of \(outline.headings.count) headings ask, at levels "
        + "\(outline.itemLevels.sorted()); \(rivals) list items ask; "
        + "\(Int(outline.coverage * 100)) % of the lines lie below")
  }

  static func read(_ document: Document, into draft: inout Draft) {
    let outline = draft.memo.outline(document)
    var open: (item: Int, start: Int)?
    for (place, heading) in outline.headings.enumerated() {
      switch outline.roles[place] {
      case .part:
        if let open {
          draft.claim(
            heading.line..<(heading.line + 1), .answer, item: open.item, reason: .structure)
        } else {
          draft.claim(heading.line..<(heading.line + 1), .heading, reason: .structure)
        }
      case .container:
        close(&open, heading.line, document, &draft)
        draft.claim(heading.line..<(heading.line + 1), .heading, reason: .container)
      case .item, .topic:
        close(&open, heading.line, document, &draft)
        let item = add(heading, outline, place, document, &draft)
        open = (
          item,
          document.lines[safe: heading.line + 1]?.kind == .underline
            ? heading.line + 2 : heading.line + 1
        )
      }
    }
    close(&open, document.lines.count, document, &draft)
    readQuotedQuestions(document, &draft)
  }

  private static func add(
    _ heading: HeadingOutline.Heading, _ outline: HeadingOutline, _ place: Int,
    _ document: Document, _ draft: inout Draft
  ) -> Int {
    let text = heading.text.text
    let fallback: EntryKind
    if heading.strength >= .weak
      || BareVerb.orders(text, isSituation: heading.evidence.startsScenario)
    {
      fallback = .prompt
    } else {
      let isSubject =
        outline.roles[place] == .topic
        || BareVerb.isSubject(text, wordCount: heading.evidence.wordCount)
      fallback = isSubject && !BareVerb.asks(text) ? .topic : .question
    }
    return draft.add(
      Draft.Item(
        first: heading.line, last: heading.line,
        kind: heading.evidence.kind(fallback: fallback),
        text: GrowingText(heading.text.text), difficulty: heading.text.difficulty,
        context: outline.context(place), hint: heading.text.hint.map { GrowingText($0) },
        origin: heading.text.origin))
  }

  /// Gives the lines since an item's heading to its answer.
  private static func close(
    _ open: inout (item: Int, start: Int)?, _ end: Int, _ document: Document, _ draft: inout Draft
  ) {
    guard let (item, start) = open else { return }
    open = nil
    guard var lines = AnswerSpan.trimmed(document, start..<end) else { return }
    while let hint = HintLine(document, lines) {
      // In place: an item may have very many.
      if draft.items[item].hint == nil, !hint.text.isEmpty {
        draft.items[item].hint = hint.text
      } else if !hint.text.isEmpty {
        draft.items[item].hint?.addLine(hint.text.view, in: document.arena)
      }
      draft.claim(lines.lowerBound..<hint.end, .hint, item: item)
      guard let rest = AnswerSpan.trimmed(document, hint.end..<lines.upperBound) else { return }
      lines = rest
    }
    // A heading that only says "Answer" is none of it.
    if document.lines[lines.lowerBound].kind == .heading,
      StructureNames.isAnswer(
        StructureNames.key(document.item(lines.lowerBound).text, document)),
      let rest = AnswerSpan.trimmed(document, (lines.lowerBound + 1)..<lines.upperBound)
    {
      lines = rest
    }
    draft.items[item].answer = .lines(LineSpan(lines))
    for line in lines where draft.isFree(line) {
      draft.claim(line..<(line + 1), .answer, item: item)
    }
  }

  /// A heading that states something, above a quotation that asks: the quotation is the question.
  private static func readQuotedQuestions(_ document: Document, _ draft: inout Draft) {
    let count = draft.items.count
    for index in 0..<count where draft.items[index].kind == .topic {
      guard case .lines(let span)? = draft.items[index].answer else { continue }
      let lines = span.range
      let quotes = lines.filter {
        document.lines[$0].kind == .quote && document.lines[$0].depth == 0
      }
      guard quotes.count == 1, let line = quotes.first else { continue }
      let text = document.item(line)
      let evidence = text.evidence
      guard evidence.endsWithQuestionMark, evidence.startsInterrogative, evidence.wordCount >= 6
      else {
        continue
      }
      let rest = AnswerSpan.trimmed(document, (line + 1)..<lines.upperBound)
      let question = Draft.Item(
        first: line, last: line, kind: .question, text: GrowingText(text.text.trimmingQuotes()),
        difficulty: text.difficulty, context: draft.items[index].text.view,
        answer: rest.map { .lines(LineSpan($0)) })
      // A heading that states an opinion only leads to the question.
      if BareVerb.states(draft.items[index].text.view) {
        draft.claim(draft.items[index].first..<line, .context, item: index, reason: .leadIn)
        draft.replace(index, with: question)
        continue
      }
      draft.items[index].answer = AnswerSpan.trimmed(document, lines.lowerBound..<line).map {
        .lines(LineSpan($0))
      }
      let item = draft.add(question)
      if let rest { draft.claim(rest, .answer, item: item) }
    }
  }
}

extension ByteView {
  private static let openingQuotes = ["“", "\"", "„", "«", "‘"].map { Array($0.utf8) }
  private static let closingQuotes = ["”", "\"", "“", "»", "’"].map { Array($0.utf8) }

  /// Without quotation marks around the whole.
  func trimmingQuotes() -> ByteView {
    guard let opening = ByteView.openingQuotes.first(where: { starts(with: $0) }),
      let closing = ByteView.closingQuotes.first(where: { suffix($0.count).elementsEqual($0) }),
      opening.count + closing.count < count
    else { return self }
    return view(opening.count..<(count - closing.count))
  }
}

extension Array {
  /// The element at an index, or `nil` outside.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
