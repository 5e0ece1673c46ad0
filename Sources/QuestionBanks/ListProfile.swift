/// What the lists and lines of a whole file show; single groups are judged against it.
struct ListProfile {
  /// Items with a difficulty tag.
  private(set) var tagged = 0
  /// Items in groups that are accepted by themselves.
  private(set) var sure = 0
  /// Blocks that could be items, in all groups.
  private(set) var candidates = 0
  /// Blocks below items, and those among them that ask.
  private(set) var nested = 0
  private(set) var nestedAsking = 0
  /// A heading speaks of questions: what answers itself in a list is a question with its answer.
  private var isTitled = false
  /// Most blocks of the file, and many, are a question and its answer in a few words.
  private var answersInline = false
  /// Boxes to tick with a low priority, `[L]`: no bank grades so.
  private(set) var lowTasks = 0
  /// The title, a heading or an early line speaks of questions, an interview, an exam.
  private(set) var namesQuestions = false

  /// Whether weaker signs suffice elsewhere in the file.
  var isBank: Bool { lowTasks == 0 && (sure >= 4 || tagged >= 2 || (sure >= 2 && namesQuestions)) }
  /// Whether what is nested below items asks rather than answers.
  var nestedAsk: Bool { tagged >= 2 || nestedAsking * 10 >= nested * 4 }

  init(_ document: Document, _ draft: Draft) {
    namesQuestions = ListProfile.namesQuestions(document)
    isTitled = document.headings.prefix(200).contains {
      ListProfile.speaksOfQuestions(document, $0)
    }
    // Both readings are counted in one pass; the sums of the file choose between them.
    var plain = self
    var inline = self
    inline.answersInline = true
    var total = ListSection.Counts()
    ListSection.forEach(document, draft, prior: false) { section in
      for group in section.groups { total = total + group.counts }
      plain.add(section, document)
      inline.add(section, document)
    }
    let isInline =
      total.selfAnswered >= 8
      && (total.selfAnswered + total.asking) * 10 >= total.candidates * 8
    self = isInline ? inline : plain
  }

  private mutating func add(_ section: ListSection, _ document: Document) {
    for index in section.blocks.indices where section.blocks[index].isLowTask { lowTasks += 1 }
    for group in section.groups {
      let counts = adjusted(group.counts, isList: group.isList)
      tagged += counts.tagged
      candidates += counts.candidates
      if ListProfile.isSure(counts), !ListProfile.isReference(document, section) {
        sure += counts.asking
        countNested(section, group)
      }
    }
  }

  private mutating func countNested(_ section: ListSection, _ group: ListSection.Group) {
    guard group.isList else { return }
    // By index: a list of the items would copy them.
    let blocks = section.blocks
    var top = Int.max
    for index in group.range where blocks[index].kind == .item && !blocks[index].isHint {
      top = min(top, blocks[index].depth)
    }
    for index in group.range where blocks[index].kind == .item && !blocks[index].isHint {
      guard blocks[index].depth > top else { continue }
      nested += 1
      if blocks[index].isTagged || blocks[index].strength >= .medium { nestedAsking += 1 }
    }
  }

  /// Counts in which a question with a statement behind it asks, where the file shows that the
  /// statements are answers.
  private func adjusted(_ counts: ListSection.Counts, isList: Bool) -> ListSection.Counts {
    guard answersInline || (isTitled && isList) else { return counts }
    var counts = counts
    counts.asking += counts.selfAnswered
    return counts
  }

  /// Whether a group shows by itself that it is one of questions.
  static func isSure(_ counts: ListSection.Counts) -> Bool {
    if counts.tagged >= 2 { return true }
    return counts.strong >= 1 && counts.asking >= 2 && counts.asking * 2 >= counts.candidates
  }

  /// Whether a group is read, given the file and the like groups of its section.
  func accepts(
    _ group: ListSection.Group, pooled: ListSection.Counts, isReference: Bool
  ) -> Bool {
    let counts = adjusted(group.counts, isList: group.isList)
    let pooled = adjusted(pooled, isList: group.isList)
    if lowTasks > 0, counts.boxes * 2 >= counts.candidates { return false }
    if counts.tagged >= 1, tagged >= 2 { return true }
    guard !isReference, counts.candidates > 0 else { return false }
    if ListProfile.isSure(counts) { return true }
    // Two lines of prose that ask are not yet a bank.
    if counts.candidates <= 2, counts.asking >= 1, group.isList || pooled.asking >= 3,
      ListProfile.isSure(pooled)
    {
      return true
    }
    guard isBank || (namesQuestions && counts.asking + counts.ordering >= 3) else { return false }
    let showing = counts.asking + counts.ordering
    if group.isList, isBank, counts.asking >= 3, showing * 10 >= counts.candidates * 3 {
      return true
    }
    return showing * 10 >= counts.candidates * 6
      && (group.isList || counts.asking > 0 || showing >= 3)
  }

  /// Whether a section's heading says that it lists sources or contents.
  static func isReference(_ document: Document, _ section: ListSection) -> Bool {
    guard let heading = section.heading else { return false }
    return StructureNames.contains(StructureNames.key(document.clean(heading), document))
  }

  private static let words = [
    "question", "interview", "quiz", "exam ", "exams", "exercise", "frage", "pregunta", "вопрос",
    "質問", "面接", "面试",
  ].map { Array($0.utf8) }

  /// Whether one of the first lines, or of the first headings, speaks of questions.
  static func namesQuestions(_ document: Document, headingLimit: Int = 200, lists: Bool = false)
    -> Bool
  {
    let early = document.lines.indices.prefix(12).filter {
      document.lines[$0].kind == .text || (lists && document.lines[$0].kind == .listItem)
    }
    return (early + document.headings.prefix(headingLimit)).contains {
      speaksOfQuestions(document, $0)
    }
  }

  /// Whether a line speaks of questions, an interview, an exam.
  static func speaksOfQuestions(_ document: Document, _ line: Int) -> Bool {
    // With a blank behind it, so that a word is whole at the end too.
    let lower = document.bytes[document.content(line)].prefix(400).map(Byte.lowered) + [Byte.space]
    return lower.withUnsafeBufferPointer { ByteSearch.contains(ByteView($0), anyOf: words) }
  }
}
