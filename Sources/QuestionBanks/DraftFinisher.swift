/// Makes entries and accounts of a draft: sections, byte ranges, answers, ids.
struct DraftFinisher {
  let document: Document
  let draft: Draft

  /// The finished reading, without notes and scores.
  func finish() -> BankReading {
    let firsts = draft.items.indices.map { draft.items[$0].first }
    let order = firsts.indices.sorted { (firsts[$0], $0) < (firsts[$1], $1) }
    var position = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { position[index] = place }
    let sections = sectionPaths(order)
    var entries: [Entry] = []
    entries.reserveCapacity(order.count)
    // Items below one line share its text.
    var context: (view: ByteView, string: String)?
    for (index, section) in zip(order, sections) {
      let view = draft.items[index].context
      if let view, !(context?.view.isSame(view) ?? false) { context = (view, view.string) }
      entries.append(
        entry(draft.items[index], section: section, context: view == nil ? nil : context?.string))
    }
    EntryIdentifier.assign(&entries)
    let counts = countsByConvention()
    return BankReading(
      entries: entries, convention: counts.first?.convention ?? "none", counts: counts, scores: [],
      notes: [], accounts: accounts(position))
  }

  private func countsByConvention() -> [(convention: String, entries: Int)] {
    // By index: a closure over elements would copy each item.
    var counts = [Int](repeating: 0, count: ConventionRegistry.all.count)
    for index in draft.items.indices { counts[Int(draft.items[index].convention)] += 1 }
    return zip(ConventionRegistry.all, counts)
      .map { (convention: $0.name, entries: $1) }
      .filter { $0.entries > 0 }
      .enumerated()
      .sorted { ($1.element.entries, $0.offset) < ($0.element.entries, $1.offset) }
      .map(\.element)
  }

  /// The headings above each item, in the given order of items.
  private func sectionPaths(_ order: [Int]) -> [[String]] {
    var paths: [[String]] = []
    paths.reserveCapacity(order.count)
    var stack: [(level: Int, text: String)] = []
    // Items below the same headings share one array.
    var path: [String] = []
    var line = 0
    for index in order {
      while line <= draft.items[index].first {
        let isHeading = document.lines[line].kind == .heading
        // A line that is a heading only by its capitals stands below all real ones.
        let level = isHeading ? Int(document.lines[line].level) : 7
        if isHeading || draft.parts[line].role == .heading {
          while let last = stack.last, last.level >= level { stack.removeLast() }
        }
        if draft.parts[line].role == .heading {
          let title = document.item(line).text.trimmingMarks()
          let isContents = StructureNames.isContents(StructureNames.key(title, document))
          if !title.isEmpty, !isContents { stack.append((level, title.string)) }
        }
        if isHeading || draft.parts[line].role == .heading { path = stack.map(\.text) }
        line += 1
      }
      paths.append(path)
    }
    return paths
  }

  private func entry(_ item: Draft.Item, section: [String], context: String?) -> Entry {
    let bytes = document.text.originalRange(item.first, item.last)
    let answer = answer(item)
    return Entry(
      bank: document.bank, file: document.file, line: item.first + 1, lineEnd: item.last + 1,
      byteStart: bytes.lowerBound, byteEnd: bytes.upperBound, kind: item.kind,
      text: item.text.view.string, difficulty: item.difficulty, section: section, context: context,
      hint: item.hint?.view.string, answer: answer?.text,
      answerLine: answer.map { $0.lines.lowerBound + 1 }, answerLineEnd: answer?.lines.upperBound,
      tags: draft.tags[item.tags.range].map(\.string), origin: item.origin?.string)
  }

  private func answer(_ item: Draft.Item) -> (text: String, lines: Range<Int>)? {
    let text: ByteView
    let lines: Range<Int>
    switch item.answer {
    case .none:
      guard let head = item.answerHead else { return nil }
      return (Self.withoutLabel(head).string, item.first..<(item.last + 1))
    case .lines(let span) where item.answerHead != nil:
      let rest = AnswerText.text(document, span.range)
      let joined = document.arena.joined([item.answerHead ?? ByteView(), rest])
      return (Self.withoutLabel(joined).string, item.first..<span.range.upperBound)
    case .text(let known, let span):
      text = known
      lines = span.range
    case .cell(let cell, let span):
      text = document.cleanForNow(cell.range, keepsLines: true)
      lines = span.range
    case .lines(let span):
      text = AnswerText.write(document, span.range).view
      lines = span.range
    }
    return text.isEmpty ? nil : (Self.withoutLabel(text).string, lines)
  }

  /// An answer without the label before it: `Answer:`, `A:`, `Ans.:`, `Solution:`.
  private static func withoutLabel(_ answer: ByteView) -> ByteView {
    guard let colon = answer.prefix(12).firstIndex(of: Byte.colon) else { return answer }
    let label = PackedWord(answer.prefix(colon).lazy.map(Byte.lowered))
    guard answerLabels.contains(label) else { return answer }
    let rest = answer.view(from: colon + 1)
    let text = rest.view(from: rest.prefix(while: Byte.isBlank).count)
    return text.isEmpty ? answer : text
  }

  private static let answerLabels = ["answer", "ans", "ans.", "a", "solution"].map {
    PackedWord($0.utf8)
  }

  /// Runs of lines that play the same part.
  private func accounts(_ position: [Int]) -> [BlockAccount] {
    var accounts: [BlockAccount] = []
    accounts.reserveCapacity(min(document.lines.count, draft.items.count * 2 + 16))
    for line in document.lines.indices {
      let part = draft.parts[line]
      if part.isClaimed, line > 0, part == draft.parts[line - 1], part.role != .none,
        part.role != .answer
      {
        accounts[accounts.count - 1].lineEnd = line + 1
        continue
      }
      let isBlank = document.lines[line].kind == .blank && !part.isClaimed
      let entry = part.item >= 0 && Int(part.item) < position.count ? position[Int(part.item)] : nil
      let next = BlockAccount(
        line: line + 1, lineEnd: line + 1, role: isBlank ? .blank : part.role, entry: entry,
        reason: reason(line, part), looksLikeQuestion: looksLikeQuestion(line, part))
      if let last = accounts.last, last.role == next.role, last.entry == next.entry,
        last.reason == next.reason, last.looksLikeQuestion == next.looksLikeQuestion
      {
        accounts[accounts.count - 1].lineEnd = next.line
      } else {
        accounts.append(next)
      }
    }
    return accounts
  }

  private func reason(_ line: Int, _ part: Draft.Part) -> String {
    if part.reason != .none || part.role != .none { return part.reason.text }
    switch document.lines[line].kind {
    case .blank: return ""
    case .fenceOpen, .fenceBody, .fenceClose, .indentedCode: return Reason.code.text
    case .frontMatter: return Reason.frontMatter.text
    case .html: return Reason.html.text
    case .rule, .underline: return Reason.image.text
    case .tableRow, .tableDelimiter: return Reason.table.text
    case .listItem:
      let range = document.content(line)
      if document.isAnchorLink(range) { return Reason.contents.text }
      return document.isLink(range) ? Reason.reference.text : Reason.list.text
    default: return Reason.prose.text
    }
  }

  private func looksLikeQuestion(_ line: Int, _ part: Draft.Part) -> Bool {
    guard part.role == .none || part.role == .answer else { return false }
    let range = document.content(line)
    return range.last.map { document.bytes[$0] == Byte.question } ?? false
  }
}

extension ByteView {
  /// Without emphasis marks that have no partner, and blanks, at both ends.
  func trimmingMarks() -> ByteView {
    var start = 0
    var end = count
    while start < end, ByteView.isLooseMark(self[start]) { start += 1 }
    while end > start, ByteView.isLooseMark(self[end - 1]) { end -= 1 }
    return view(start..<end)
  }

  private static func isLooseMark(_ byte: UInt8) -> Bool {
    byte == Byte.asterisk || byte == Byte.underscore || byte == Byte.space || byte == Byte.colon
  }
}
