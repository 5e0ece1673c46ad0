/// Conversations with a machine or a person, in which only the lines under one label are questions
/// for the reader: `Interview Question: …`, then `RESPONSE:` and the answer.
///
/// The label must repeat, before texts that differ and ask or are tagged; another must repeat for
/// the answers. What is written again before every question (instructions, "tips") is boilerplate,
/// found by comparing the lines before a question with those before its neighbours; an answer ends
/// there.
enum Transcript: Convention {
  static let name = "transcript"
  static let scope = ConventionScope.file

  static func assess(_ document: Document, _ draft: Draft) -> Assessment {
    guard let labels = draft.memo.labels(document) else { return .nothing }
    let answered = labels.uses.lazy.filter { $0.answer != nil }.count
    let share = Double(answered) / Double(labels.uses.count)
    let evidence =
      "“\(labels.questionKey):” \(labels.uses.count) times, \(answered) with “\(labels.answerKey):”"
    if labels.isChat {
      return Assessment(score: 0.9, items: 0, evidence: evidence + "; both sides ask: a chat")
    }
    guard share >= 0.5 else {
      return Assessment(score: 0.3, items: labels.uses.count, evidence: evidence)
    }
    let score = 0.5 + 0.25 * max(labels.askingShare, labels.taggedShare) + 0.25 * share
    return Assessment(score: min(1, score), items: labels.uses.count, evidence: evidence)
  }

  static func read(_ document: Document, into draft: inout Draft) {
    guard let labels = draft.memo.labels(document) else { return }
    guard !labels.isChat else {
      for line in document.lines.indices where document.lines[line].kind != .blank {
        draft.claim(line..<(line + 1), .none, reason: .conversation)
      }
      return
    }
    let boilerplate = boilerplateStarts(document, labels)
    for (number, use) in labels.uses.enumerated() {
      let end =
        number + 1 < labels.uses.count ? boilerplate[number + 1] : document.lines.count
      read(document, use, labels, end: end, into: &draft)
    }
    for line in document.lines.indices where draft.isFree(line) {
      guard document.lines[line].kind != .blank else { continue }
      draft.claim(line..<(line + 1), .none, reason: .boilerplate)
    }
  }

  private static func read(
    _ document: Document, _ use: TranscriptLabels.Use, _ labels: TranscriptLabels, end: Int,
    into draft: inout Draft
  ) {
    let first: Int
    var item: ItemText
    if use.label.rest.isEmpty {
      guard let next = document.nextNonBlank(use.label.line + 1, document.lines.count),
        next < use.answer?.line ?? end
      else { return }
      first = next
      item = document.item(next)
    } else {
      first = use.label.line
      item = ItemText(document, use.label.rest)
    }
    guard !item.text.isEmpty else { return }
    let last = readRest(document, first, use, end: end, into: &item)
    let evidence = item.evidence
    let index = draft.add(
      Draft.Item(
        first: first, last: last, kind: evidence.kind(fallback: .prompt),
        text: GrowingText(item.text), difficulty: item.difficulty,
        hint: item.hint.map { GrowingText($0) },
        origin: item.origin))
    if first > use.label.line {
      draft.claim(use.label.line..<(use.label.line + 1), .item, item: index, reason: .label)
    }
    guard let answer = use.answer else { return }
    readAnswer(document, answer, labels, end: end, item: index, into: &draft)
  }

  /// Adds the lines of a question between its first and the next label; returns the last.
  private static func readRest(
    _ document: Document, _ first: Int, _ use: TranscriptLabels.Use, end: Int,
    into item: inout ItemText
  ) -> Int {
    var last = first
    var line = first + 1
    let limit = use.answer?.line ?? end
    while line < limit {
      let kind = document.lines[line].kind
      if kind == .blank {
        // Without a label for answers, the question is one paragraph.
        if use.answer == nil { break }
      } else if let label = LabelledLine(document, line), !kind.isCode {
        if HintLabel.isKey(label.key) {
          item.hint = document.clean(label.rest)
          last = line
        } else if label.key.contains("difficulty") || label.key == "level" {
          let word = document.clean(label.rest)
          item.difficulty = item.difficulty ?? DifficultyMark.word(word)
          last = line
        } else {
          break
        }
      } else if kind != .fenceOpen, kind != .fenceClose {
        item.join(document, line)
        last = line
      } else {
        last = line
      }
      line += 1
    }
    item.settle()
    return last
  }

  private static func readAnswer(
    _ document: Document, _ label: LabelledLine, _ labels: TranscriptLabels, end: Int, item: Int,
    into draft: inout Draft
  ) {
    var stop = label.line + 1
    while stop < end, !labels.turns.contains(stop) { stop += 1 }
    if label.rest.isEmpty {
      draft.claim(label.line..<(label.line + 1), .answer, item: item, reason: .label)
      guard let lines = AnswerSpan.trimmed(document, (label.line + 1)..<stop) else { return }
      draft.items[item].answer = .lines(LineSpan(lines))
      draft.claim(lines, .answer, item: item)
    } else {
      guard let lines = AnswerSpan.trimmed(document, label.line..<stop) else { return }
      var text = GrowingText(document.clean(label.rest, keepsLines: true))
      let rest = AnswerText.text(document, (label.line + 1)..<max(label.line + 1, lines.upperBound))
      if !rest.isEmpty { text.addLine(rest, in: document.arena) }
      draft.items[item].answer = .text(text.view, LineSpan(lines))
      draft.claim(lines, .answer, item: item)
    }
  }

  /// Where the lines begin that repeat before each question. What stands before one question or
  /// another is boilerplate also where a part of it is left out.
  private static func boilerplateStarts(_ document: Document, _ labels: TranscriptLabels) -> [Int] {
    var starts = labels.uses.indices.map { boilerplateStart(document, labels, $0) }
    var known: Set<[UInt8]> = []
    for (number, start) in starts.enumerated() {
      for line in start..<labels.uses[number].label.line
      where document.lines[line].kind != .blank {
        known.insert(CounterLine.shape(document.bytes, document.content(line)))
      }
    }
    guard !known.isEmpty else { return starts }
    for number in starts.indices {
      let bound = number > 0 ? labels.uses[number - 1].label.line + 1 : 0
      var line = starts[number] - 1
      while line >= bound {
        if document.lines[line].kind != .blank {
          guard known.contains(CounterLine.shape(document.bytes, document.content(line))) else {
            break
          }
          starts[number] = line
        }
        line -= 1
      }
    }
    return starts
  }

  /// Where the lines begin that repeat before each question, up to the question of a use.
  private static func boilerplateStart(
    _ document: Document, _ labels: TranscriptLabels, _ number: Int
  ) -> Int {
    let question = labels.uses[number].label.line
    var start = question
    for other in [number - 1, number + 1] where labels.uses.indices.contains(other) {
      let bound = number > 0 ? labels.uses[number - 1].label.line + 1 : 0
      start = min(
        start, commonStart(document, question, labels.uses[other].label.line, from: bound))
    }
    return start
  }

  /// Walks back from two lines while the lines before them are alike.
  private static func commonStart(
    _ document: Document, _ here: Int, _ there: Int, from bound: Int
  ) -> Int {
    var here = here
    var mine = here - 1
    var yours = there - 1
    while true {
      while mine >= bound, document.lines[mine].kind == .blank { mine -= 1 }
      while yours >= 0, document.lines[yours].kind == .blank { yours -= 1 }
      guard mine >= bound, yours >= 0, mine != there, yours != here,
        isAlike(document, mine, yours)
      else { return here }
      here = mine
      mine -= 1
      yours -= 1
    }
  }

  /// Equal but for what counts, or under the same label.
  private static func isAlike(_ document: Document, _ first: Int, _ second: Int) -> Bool {
    if let one = LabelledLine(document, first), let two = LabelledLine(document, second) {
      return one.key == two.key
    }
    return CounterLine.shape(document.bytes, document.content(first))
      == CounterLine.shape(document.bytes, document.content(second))
  }
}
