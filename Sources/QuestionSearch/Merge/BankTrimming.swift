import NearDuplicates
import QuestionBanks

/// Takes repeated questions out of the files that they stand in, as whole lines and nothing else.
///
/// Of each set of copies one stays. A copy goes only where nothing is lost by it: its answer is in
/// the one that stays, and the file without its lines is read as the same questions but for it.
public struct BankTrimming: Sendable {
  /// A copy and the question that stands for it.
  public struct Removal: Sendable {
    /// The copy.
    public let entry: Entry
    /// What stays.
    public let keeper: Entry
    /// Why the copy stays as well; nil where it goes.
    public internal(set) var obstacle: String?
  }

  /// All copies in canonical order.
  public private(set) var removals: [Removal] = []
  /// The files that change, with their bytes before and after.
  public private(set) var files: [(path: String, before: [UInt8]?, after: [UInt8])] = []

  /// Plans what goes; nothing is written.
  ///
  /// - Parameter duplicates: what was found among entries of files.
  public init(
    _ duplicates: QuestionDuplicates, decisions: Decisions = Decisions()
  ) throws(QuestionSearchError) {
    let comparer = AnswerComparer()
    var taken: [String: [Int]] = [:]
    for cluster in duplicates.result.clusters {
      let members = cluster.members.map { duplicates.entries[$0] }
      guard let keeper = members.min(by: Self.isBetter) else { continue }
      for entry in members where entry.id != keeper.id || entry.file != keeper.file {
        let obstacle = Self.obstacle(entry, keeper, comparer, decisions)
        if obstacle == nil { taken[entry.file, default: []].append(removals.count) }
        removals.append(Removal(entry: entry, keeper: keeper, obstacle: obstacle))
      }
    }
    for (path, numbers) in taken.sorted(by: { $0.key < $1.key }) { try trim(path, numbers) }
  }

  /// Which of two copies rather stays: what was merged, what has the fuller answer, the first.
  private static func isBetter(_ a: Entry, _ b: Entry) -> Bool {
    if a.sources.isEmpty != b.sources.isEmpty { return !a.sources.isEmpty }
    let (one, other) = (a.answer?.utf8.count ?? -1, b.answer?.utf8.count ?? -1)
    return one != other ? one > other : (a.file, a.line) < (b.file, b.line)
  }

  private static func obstacle(
    _ entry: Entry, _ keeper: Entry, _ comparer: AnswerComparer, _ decisions: Decisions
  ) -> String? {
    if decisions.keepApart([entry.id], [keeper.id]) { return "decided to be another question" }
    if !entry.sources.isEmpty { return "it was merged and knows what it was made of" }
    if let own = entry.answer {
      guard let answer = keeper.answer else { return "its answer would be lost" }
      let relation = comparer.relation(own, to: answer)
      switch relation {
      case .same, .truncated, .lessDetail, .reworded: break
      case .moreDetail, .different: return "its answer says more"
      case .conflict: return "its answer contradicts the other"
      }
    }
    if entry.hint != nil, entry.hint != keeper.hint { return "its hint would be lost" }
    if entry.file != keeper.file, let one = BankFinder.stamp(of: entry.file),
      one.fileNumber == BankFinder.stamp(of: keeper.file)?.fileNumber
    {
      return "both names lead to one file"
    }
    return nil
  }

  /// Takes the lines of some copies out of a file, each only if all else is read as before.
  private mutating func trim(_ path: String, _ numbers: [Int]) throws(QuestionSearchError) {
    do throws(BankError) {
      let before = try BankFinder.load(path)
      let bank = removals[numbers[0]].entry.bank
      let reading = try BankReader().read(before, file: path, bank: bank).entries
      var gone: [Int] = []
      for number in numbers {
        let entry = removals[number].entry
        guard
          let place = reading.firstIndex(where: { $0.line == entry.line && $0.text == entry.text })
        else {
          removals[number].obstacle = "the file was changed since it was read"
          continue
        }
        let after = Self.without(gone + [place], reading, before)
        let left = try BankReader().read(after, file: path, bank: bank).entries
        if Self.areSame(left, reading, without: gone + [place]) {
          gone.append(place)
        } else {
          removals[number].obstacle = "without its lines other questions would be read otherwise"
        }
      }
      guard !gone.isEmpty else { return }
      files.append((path, before, Self.without(gone, reading, before)))
    } catch {
      throw .bank(error)
    }
  }

  /// Whether the questions that are left are the same, with their answers and lead-ins.
  private static func areSame(
    _ left: [Entry], _ all: [Entry], without gone: [Int]
  ) -> Bool {
    let expected = all.indices.filter { !gone.contains($0) }.map { all[$0] }
    return left.count == expected.count
      && zip(left, expected).allSatisfy { one, other in
        one.text == other.text && one.answer == other.answer && one.context == other.context
          && one.hint == other.hint && one.difficulty == other.difficulty
          && one.section == other.section && one.tags == other.tags
      }
  }

  /// The bytes without the lines of some entries and their answers, and without the blank lines
  /// behind them where blank lines stand before them too.
  private static func without(_ gone: [Int], _ entries: [Entry], _ bytes: [UInt8]) -> [UInt8] {
    let file = FileLines(bytes)
    let lines = file.lines
    var isGone = [Bool](repeating: false, count: lines.count)
    for place in gone {
      let entry = entries[place]
      let first = entry.line - 1
      let last = max(entry.lineEnd, entry.answerLineEnd ?? 0) - 1
      for line in first...max(last, first) where line < lines.count { isGone[line] = true }
      var next = max(last, first) + 1
      while file.isBlank(first - 1), next < lines.count, file.isBlank(next) {
        isGone[next] = true
        next += 1
      }
    }
    return Array(lines.indices.filter { !isGone[$0] }.map { lines[$0] }.joined())
  }

  /// Writes the files, each whole or not at all; what they were is kept beside `folder`.
  public func write(beside folder: String) throws(QuestionSearchError) {
    guard !files.isEmpty else { return }
    try UndoJournal(beside: folder).replace(files)
  }
}
