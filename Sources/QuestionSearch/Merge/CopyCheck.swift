import NearDuplicates
import QuestionBanks

/// Whether a question may be taken out of its file because another says all that it says.
struct CopyCheck {
  private let comparer = AnswerComparer()
  private let pointing: PointingQuestions
  private let decisions: Decisions

  /// - Parameter entries: all that stand in the files.
  init(_ entries: [Entry], _ decisions: Decisions) {
    pointing = PointingQuestions(entries, comparer)
    self.decisions = decisions
  }

  /// Why the entry has to stay beside the keeper; nil where it may go.
  func obstacle(_ entry: Entry, _ keeper: Entry) -> String? {
    if decisions.keepApart(entry.ids, keeper.ids) { return "decided to be another question" }
    if !entry.sources.isEmpty { return "it was merged and knows what it was made of" }
    if let obstacle = answerObstacle(entry, keeper) { return obstacle }
    if entry.hint != nil, entry.hint != keeper.hint { return "its hint would be lost" }
    if entry.origin != nil, entry.origin != keeper.origin { return "its source would be lost" }
    if entry.difficulty != nil, entry.difficulty != keeper.difficulty {
      return "its level would be lost"
    }
    if !Set(entry.tags).isSubset(of: keeper.tags) { return "its tags would be lost" }
    if let context = entry.context, context != keeper.context {
      return "its lead-in would be lost"
    }
    if entry.file != keeper.file, let one = BankFinder.stamp(of: entry.file),
      one.fileNumber == BankFinder.stamp(of: keeper.file)?.fileNumber
    {
      return "both names lead to one file"
    }
    return nil
  }

  private func answerObstacle(_ entry: Entry, _ keeper: Entry) -> String? {
    let isDecided = decisions.verdict(entry.ids, keeper.ids) == .same
    if !isDecided, pointing.points(entry) || pointing.points(keeper) {
      let agree = entry.answer.flatMap { one in
        keeper.answer.map { PointingQuestions.agree(one, $0, comparer) }
      }
      if agree != true { return "its text alone does not tell what it asks" }
    }
    guard let own = entry.answer else { return nil }
    guard let answer = keeper.answer else { return "its answer would be lost" }
    switch comparer.relation(own, to: answer) {
    case .same, .truncated, .lessDetail: return nil
    case .reworded, .moreDetail, .different: return "its answer says more"
    case .conflict: return "its answer contradicts the other"
    }
  }
}

extension Entry {
  /// Its id and those of what it was merged of.
  var ids: Set<String> { Set([id] + sources.map(\.id)) }
}

/// What would be lost with an entry's lines beside the entry: what stands there and is in none.
struct LineLoss {
  private let reading: BankReading
  private let file: FileLines

  init(_ reading: BankReading, _ bytes: [UInt8]) {
    self.reading = reading
    file = FileLines(bytes)
  }

  private static let pictures = ["png", "jpg", "jpeg", "gif", "svg", "webp", "pdf"]

  /// Why an entry's lines cannot go; nil where they hold nothing but the entry.
  ///
  /// Lines that are no part of any question stand behind it, as an answer does that was not known
  /// for one; or its own lines have links or pictures that the keeper's have not.
  func obstacle(_ place: Int, keeperLines: String) -> String? {
    let entry = reading.entries[place]
    let last = max(entry.lineEnd, entry.answerLineEnd ?? 0)
    let accounts = reading.accounts
    var (low, high) = (0, accounts.count)
    while low < high {
      let middle = (low + high) / 2
      if accounts[middle].line > last { high = middle } else { low = middle + 1 }
    }
    let next = accounts[low...].first { $0.role != .blank }
    if next?.role == BlockAccount.Role.none {
      return "text behind it would be left without its question"
    }
    for link in Self.links(file.text(of: entry)) where !keeperLines.contains(link) {
      return "its link or picture \(link.prefix(100)) would be lost"
    }
    return nil
  }

  private static func links(_ text: String) -> [Substring] {
    text.split { $0.isWhitespace || "()<>[]\"'|".contains($0) }.filter { word in
      word.contains("://")
        || pictures.contains { word.lowercased().hasSuffix("." + $0) }
    }
  }
}
