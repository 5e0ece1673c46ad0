/// The headings of a file with the part that each plays.
struct HeadingOutline {
  /// One heading as far as its own words go.
  struct Heading {
    var line: Int
    var level: Int
    var text: ItemText
    var evidence: QuestionEvidence
    var strength: QuestionEvidence.Strength { evidence.strength }
    /// The bank says how hard it is: whatever its words, it is asked.
    var isTagged: Bool { text.difficulty != nil }
    /// A name of structure, or a text that other headings have too.
    var isStructure: Bool
    /// Something follows before the next heading of its level: text, or deeper headings.
    var hasBody: Bool
  }

  enum Role {
    /// A question or order.
    case item
    /// A bare subject among questions.
    case topic
    /// Headings with items below it, or one that closes what was before ("References").
    case container
    /// Structure inside an answer.
    case part
  }

  private(set) var headings: [Heading] = []
  private(set) var roles: [Role] = []
  /// Levels at which most headings are items.
  private(set) var itemLevels: Set<Int> = []
  /// Items of lists that begin with a tag, anywhere in the file.
  private(set) var tagged = 0
  /// Items of lists that ask, outside of what follows asking headings.
  private(set) var listedQuestions = 0
  /// How sure the levels are, from 0 to 1.
  private(set) var confidence = 0.0
  /// The file is one question and its answer.
  private(set) var isSingleQuestion = false
  /// The share of the file's lines, but for a table of contents, that lie below items.
  private(set) var coverage = 0.0
  /// Items with a number or a label.
  private(set) var labelled = 0
  private var isNumberedFile = false
  private var isTopicFile = false
  private var isAmongQuestions: [Bool] = []
  /// The next heading above of a higher level, or -1.
  private var parents: [Int] = []
  private let document: Document

  init(_ document: Document) {
    self.document = document
    readHeadings()
    chooseLevels()
    if itemLevels.isEmpty { chooseSingleQuestion() }
    if itemLevels.isEmpty { chooseMixedLevels() }
    if itemLevels.isEmpty { chooseTopicLevel() }
    roles = headings.indices.map { _ in .part }
    findAskingSections()
    assignRoles()
    measureCoverage()
    countRivals()
  }

  private mutating func readHeadings() {
    var uses: [ByteView: Int] = [:]
    var keys: [ByteView] = []
    for (place, line) in document.headings.enumerated() {
      let text = document.item(line)
      let next = document.headings[safe: place + 1] ?? document.lines.count
      let level = document.lines[line].level
      let isAboveDeeper = next < document.lines.count && document.lines[next].level > level
      let body = document.nextNonBlank(line + 1, next)
      headings.append(
        Heading(
          line: line, level: Int(document.lines[line].level), text: text, evidence: text.evidence,
          isStructure: false, hasBody: body != nil || isAboveDeeper))
      let key = StructureNames.key(text.text, document)
      keys.append(key)
      uses[key, default: 0] += 1
    }
    for place in headings.indices {
      let key = keys[place]
      let repeats = uses[key, default: 0]
      headings[place].isStructure =
        key.isEmpty || StructureNames.contains(key)
        || (repeats >= 3 && headings[place].strength < .strong)
    }
  }

  /// A level holds items if a good share of its headings asks; where they are numbered, less will
  /// do.
  private mutating func chooseLevels() {
    var best = 0.0
    var numbered = 0
    var items = 0
    for level in 1...6 {
      let all = headings.filter { $0.level == level && !$0.isStructure && !$0.text.text.isEmpty }
      guard !all.isEmpty else { continue }
      let strong = all.filter { $0.strength == .strong }.count
      let medium = all.filter { $0.strength == .medium || ($0.isTagged && $0.strength < .medium) }
        .count
      let counted = all.filter(\.text.isNumbered).count
      let bodies = all.filter(\.hasBody).count
      let share = (Double(strong) + 0.6 * Double(medium)) / Double(all.count)
      let isNumbered = Double(counted) >= 0.7 * Double(all.count) && all.count >= 3
      guard strong + medium >= 2, strong >= 1, share >= (isNumbered ? 0.2 : 0.35) else { continue }
      guard bodies * 3 >= all.count else { continue }
      // Below numbered questions, headings without a number divide the answers.
      if !isNumbered, numbered > 0, Double(numbered) >= 0.7 * Double(items) { continue }
      itemLevels.insert(level)
      best = max(best, isNumbered ? min(1, share + 0.4) : share)
      numbered += counted
      items += all.count
    }
    confidence = itemLevels.isEmpty ? 0 : min(1, 0.4 + 0.6 * best)
    isNumberedFile = items > 0 && Double(numbered) >= 0.7 * Double(items)
  }

  /// A file of one question: it is the first heading, and a heading below says that the answer
  /// follows.
  private mutating func chooseSingleQuestion() {
    guard let first = headings.first, first.strength == .strong, headings.count >= 2,
      headings.filter({ $0.strength == .strong }).count == 1,
      StructureNames.isAnswer(StructureNames.key(headings[1].text.text, document))
    else { return }
    itemLevels = [first.level]
    confidence = 0.7
    isSingleQuestion = true
  }

  /// A file whose questions stand at several levels, too few at each to show it: most headings
  /// right above text ask.
  private mutating func chooseMixedLevels() {
    let told = headings.indices.filter { place in
      guard !headings[place].isStructure,
        let body = document.nextNonBlank(headings[place].line + 1, document.lines.count)
      else { return false }
      return body < headings[safe: place + 1]?.line ?? document.lines.count
    }
    let asking = told.filter { headings[$0].strength >= .medium }
    guard asking.count >= 4, asking.count * 10 >= told.count * 6,
      asking.contains(where: { headings[$0].strength == .strong })
    else { return }
    itemLevels = Set(asking.map { headings[$0].level })
    confidence = 0.6
  }

  /// A file of bare subjects: its title or first lines speak of questions, and a table of contents
  /// links to most headings of a level. Without both, subjects are chapters of a text.
  private mutating func chooseTopicLevel() {
    guard headings.count >= 6, ListProfile.namesQuestions(document, headingLimit: 1, lists: true)
    else { return }
    let linked = ContentsLinks(document)
    var best: (level: Int, count: Int)?
    for level in 2...6 {
      let all = headings.filter { $0.level == level && !$0.isStructure && $0.hasBody }
      guard all.count >= 5, all.count > best?.count ?? 0 else { continue }
      let known = all.filter { linked.contains(document, $0.line) }.count
      let told = all.filter { tellsSomething($0.line) }.count
      guard told * 10 >= all.count * 6 else { continue }
      if known * 10 >= all.count * 6 || isGlossary(all) { best = (level, all.count) }
    }
    guard let best, askingLines() < best.count else { return }
    itemLevels = [best.level]
    confidence = 0.6
    isTopicFile = true
  }

  /// Whether headings are words with short explanations: nearly all of the file's headings, at one
  /// level below a title that speaks of questions, each of few words above few lines.
  private func isGlossary(_ all: [Heading]) -> Bool {
    guard all.count + 1 >= headings.count, headings[0].level < all[0].level,
      ListProfile.speaksOfQuestions(document, headings[0].line)
    else { return false }
    let ends = all.dropFirst().map(\.line) + [document.lines.count]
    let short = zip(all, ends).filter { heading, end in
      heading.evidence.wordCount <= 5
        && (heading.line..<end).lazy.filter { document.lines[$0].kind != .blank }.count <= 8
    }
    return short.count * 10 >= all.count * 9
  }

  /// Whether text follows a heading, and not a list of links.
  private func tellsSomething(_ heading: Int) -> Bool {
    guard let next = document.nextNonBlank(heading + 1, document.lines.count) else { return false }
    return !LineScanner.contains(
      document.bytes, document.content(next), [Byte.closeBracket, Byte.openParenthesis])
  }

  /// Lines of text and list items that end with a question mark, give or take marks of emphasis.
  private func askingLines() -> Int {
    document.lines.lazy.filter { line in
      (line.kind == .text || line.kind == .listItem)
        && document.bytes[line.content.range].suffix(10).contains(Byte.question)
    }.count
  }

  /// Notes for each heading at a level of items whether most of its neighbours below the same
  /// heading ask: only among questions does a bare subject stand for one.
  private mutating func findAskingSections() {
    isAmongQuestions = [Bool](repeating: isTopicFile, count: headings.count)
    guard !isTopicFile else { return }
    for level in itemLevels {
      var members: [Int] = []
      var asking = 0
      func close(_ flags: inout [Bool]) {
        if asking * 2 >= members.count { for place in members { flags[place] = true } }
        members.removeAll()
        asking = 0
      }
      for place in headings.indices {
        if headings[place].level < level {
          close(&isAmongQuestions)
        } else if headings[place].level == level, !headings[place].isStructure {
          members.append(place)
          if headings[place].strength >= .medium || headings[place].isTagged { asking += 1 }
        }
      }
      close(&isAmongQuestions)
    }
  }

  /// The share of the file's lines that lie below items.
  private mutating func measureCoverage() {
    var covered = 0
    var isInside = false
    for (place, heading) in headings.enumerated() {
      switch roles[place] {
      case .item: isInside = true
      case .topic: isInside = isTopicFile || isAmongQuestions[place]
      case .container: isInside = false
      case .part: break
      }
      let next = headings[safe: place + 1]?.line ?? document.lines.count
      if isInside { covered += next - heading.line }
      if roles[place] == .item, heading.text.isLabelled || heading.text.isNumbered { labelled += 1 }
    }
    var total = document.lines.count
    for line in document.lines.indices where document.lines[line].kind == .listItem {
      if document.isAnchorLink(document.content(line)) { total -= 1 }
    }
    coverage = Double(covered) / Double(max(1, total))
  }

  private mutating func assignRoles() {
    // From the end, so that what lies below a heading is known before it.
    var itemBelow = [Bool](repeating: false, count: headings.count)
    var open: [Int] = []
    parents = []
    for place in headings.indices {
      while let last = open.last, headings[last].level >= headings[place].level {
        open.removeLast()
      }
      parents.append(open.last ?? -1)
      let isAsking = asksAsItem(place)
      if isAsking { for above in open { itemBelow[above] = true } }
      open.append(place)
    }
    var item: Int?
    for place in headings.indices {
      if let current = item, headings[current].level >= headings[place].level { item = nil }
      roles[place] = role(
        place, insideItem: item.map { headings[$0] }, hasItemBelow: itemBelow[place])
      if roles[place] == .item || roles[place] == .topic {
        if item == nil || asksAsItem(place) { item = place }
      }
    }
  }

  private func asksAsItem(_ place: Int) -> Bool {
    let heading = headings[place]
    guard !heading.isStructure else { return false }
    if itemLevels.contains(heading.level) {
      return heading.strength >= .medium
        || (heading.text.isNumbered && isNumberedFile)
    }
    return heading.strength == .strong && !(isNumberedFile && !heading.text.isNumbered)
  }

  private func role(_ place: Int, insideItem: Heading?, hasItemBelow: Bool) -> Role {
    let heading = headings[place]
    if heading.isStructure { return insideItem == nil ? .container : .part }
    if asksAsItem(place) {
      if let insideItem, isNumberedFile, insideItem.text.isNumbered, !heading.text.isNumbered {
        return .part
      }
      // A title that asks, above the questions themselves.
      let isTitle = hasItemBelow && !itemLevels.contains(heading.level)
      return isTitle ? .container : .item
    }
    if insideItem != nil { return .part }
    if hasItemBelow { return .container }
    if itemLevels.contains(heading.level) {
      // Among numbered questions a heading without a number is something else.
      if isNumberedFile, !heading.text.isNumbered { return .container }
      if holdsStructuredSubjects(place) { return .container }
      let isAsked = isAmongQuestions[place] || heading.isTagged
      return heading.hasBody && isAsked ? .topic : .container
    }
    return isStructuredSubject(place) && isBelowItemLevel(place) ? .topic : .container
  }

  /// Whether the next heading above of a higher level stands where questions do.
  private func isBelowItemLevel(_ place: Int) -> Bool {
    let above = parents[place]
    return above >= 0 && itemLevels.contains(headings[above].level) && isAmongQuestions[above]
  }

  /// A heading whose sub-headings are subjects with structure names below ("Pros", "Cons").
  private func holdsStructuredSubjects(_ place: Int) -> Bool {
    var subjects = 0
    var next = place + 1
    while next < headings.count, headings[next].level > headings[place].level {
      if isStructuredSubject(next) { subjects += 1 }
      next += 1
    }
    return subjects >= 2
  }

  /// A subject right above headings of structure.
  private func isStructuredSubject(_ place: Int) -> Bool {
    guard !headings[place].isStructure, place + 1 < headings.count else { return false }
    return headings[place + 1].isStructure && headings[place + 1].level > headings[place].level
  }

  /// The title over a subject whose answer is structured: "Models: pros and cons" over "Trees".
  func context(_ place: Int) -> ByteView? {
    guard roles[place] == .topic, !itemLevels.contains(headings[place].level) else { return nil }
    let above = parents[place]
    guard above >= 0, roles[above] == .container, itemLevels.contains(headings[above].level) else {
      return nil
    }
    return headings[above].text.text
  }

  /// Counts items of lists that speak against headings as the questions.
  private mutating func countRivals() {
    var place = -1
    for line in document.lines.indices {
      if place + 1 < headings.count, headings[place + 1].line == line {
        place += 1
        continue
      }
      guard document.lines[line].kind == .listItem || document.lines[line].kind == .fenceBody else {
        continue
      }
      let range = document.content(line)
      if DifficultyMark.tag(document.bytes, at: range.lowerBound) != nil, range.count > 8 {
        tagged += 1
      } else if document.lines[line].kind == .listItem,
        range.last.map({
          document.bytes[$0] == Byte.question
        }) ?? false
      {
        let isAnswer = place >= 0 && (roles[place] == .item || roles[place] == .part)
        if !isAnswer { listedQuestions += 1 }
      }
    }
  }
}
