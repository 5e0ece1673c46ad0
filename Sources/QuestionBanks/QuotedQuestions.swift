/// Files whose questions are block quotes: one quote, one question, and below it the answer or
/// remarks; headings divide them.
///
/// A quote inside an answer is no question: nearly all quotes of the file must ask, none may stand
/// below a heading that asks, and text must follow most of them.
enum QuotedQuestions: Convention {
  static let name = "quoted questions"
  static let scope = ConventionScope.file

  static func assess(_ document: Document, _ draft: Draft) -> Assessment {
    let quotes = quotes(document)
    guard quotes.count >= 3 else { return .nothing }
    let asking = quotes.filter { $0.text.evidence.strength >= .medium }
    let marked = quotes.filter { $0.text.evidence.endsWithQuestionMark }
    let answered = quotes.filter { quote in
      document.nextNonBlank(quote.lines.upperBound, document.lines.count).map {
        document.lines[$0].kind != .quote && document.lines[$0].kind != .heading
      } ?? false
    }
    let headings = document.headings.filter { document.item($0).evidence.strength >= .medium }
    let evidence =
      "\(asking.count) of \(quotes.count) quotes ask, \(answered.count) have text below"
    guard asking.count * 10 >= quotes.count * 8, marked.count * 2 >= quotes.count,
      answered.count * 10 >= quotes.count * 6, headings.isEmpty
    else { return Assessment(score: 0, items: quotes.count, evidence: evidence) }
    return Assessment(score: 0.7, items: quotes.count, evidence: evidence)
  }

  static func read(_ document: Document, into draft: inout Draft) {
    let quotes = quotes(document)
    for (number, quote) in quotes.enumerated() {
      let evidence = quote.text.evidence
      guard evidence.strength >= .medium else { continue }
      let item = draft.add(
        Draft.Item(
          first: quote.lines.lowerBound, last: quote.lines.upperBound - 1,
          kind: evidence.kind(fallback: .topic),
          text: GrowingText(quote.text.text.trimmingQuotes()),
          difficulty: quote.text.difficulty,
          hint: quote.text.hint.map { GrowingText($0) },
          origin: quote.text.origin))
      var end = quote.lines.upperBound
      let next = quotes[safe: number + 1]?.lines.lowerBound ?? document.lines.count
      while end < next, document.lines[end].kind != .heading { end += 1 }
      guard let answer = AnswerSpan.trimmed(document, quote.lines.upperBound..<end) else {
        continue
      }
      draft.items[item].answer = .lines(LineSpan(answer))
      draft.claim(answer, .answer, item: item)
    }
  }

  /// Runs of quoted lines outside lists, each read as one text.
  private static func quotes(_ document: Document) -> [(lines: Range<Int>, text: ItemText)] {
    var quotes: [(lines: Range<Int>, text: ItemText)] = []
    for line in document.lines.indices
    where document.lines[line].kind == .quote && document.lines[line].depth == 0 {
      if let last = quotes.indices.last, quotes[last].lines.upperBound == line {
        quotes[last].lines = quotes[last].lines.lowerBound..<(line + 1)
        quotes[last].text.join(document, line, separator: Byte.space)
      } else {
        quotes.append((line..<(line + 1), document.item(line)))
      }
    }
    for index in quotes.indices { quotes[index].text.settle() }
    return quotes
  }
}
