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
  /// Files that have what stays, as they were read.
  private var keepers: [String: [UInt8]] = [:]

  /// Plans what goes; nothing is written.
  ///
  /// - Parameter duplicates: what was found among entries of files, at a threshold at which pairs
  ///   are nearly certain.
  public init(
    _ duplicates: QuestionDuplicates, decisions: Decisions = Decisions()
  ) throws(QuestionSearchError) {
    let check = CopyCheck(duplicates.entries, decisions)
    var taken: [String: [Int]] = [:]
    for cluster in Self.sets(duplicates, decisions) {
      let members = cluster.map { duplicates.entries[$0] }
      guard let keeper = members.min(by: Self.isBetter) else { continue }
      for entry in members where entry.id != keeper.id || entry.file != keeper.file {
        let obstacle = check.obstacle(entry, keeper)
        if obstacle == nil { taken[entry.file, default: []].append(removals.count) }
        removals.append(Removal(entry: entry, keeper: keeper, obstacle: obstacle))
      }
    }
    for (path, numbers) in taken.sorted(by: { $0.key < $1.key }) { try trim(path, numbers) }
    for file in files { keepers[file.path] = nil }
  }

  /// The clusters of what was found, and pairs that people called the same.
  private static func sets(_ duplicates: QuestionDuplicates, _ decisions: Decisions) -> [[Int]] {
    var sets = duplicates.result.clusters.map(\.members)
    let same = decisions.pairs(.same)
    guard !same.isEmpty else { return sets }
    let known = Set(sets.flatMap { $0 })
    var places: [String: Int] = [:]
    for (place, entry) in duplicates.entries.enumerated() where places[entry.id] == nil {
      places[entry.id] = place
    }
    for (a, b) in same {
      guard let one = places[a], let other = places[b] else { continue }
      // One that is in a cluster goes by that.
      if !known.contains(one), !known.contains(other) { sets.append([one, other]) }
    }
    return sets
  }

  private static func load(_ path: String) throws(QuestionSearchError) -> [UInt8] {
    do throws(BankError) {
      return try BankFinder.load(path)
    } catch {
      throw .bank(error)
    }
  }

  /// Which of two copies rather stays: what was merged, what has the fuller answer, the first.
  private static func isBetter(_ a: Entry, _ b: Entry) -> Bool {
    if a.sources.isEmpty != b.sources.isEmpty { return !a.sources.isEmpty }
    let (one, other) = (a.answer?.utf8.count ?? -1, b.answer?.utf8.count ?? -1)
    return one != other ? one > other : (a.file, a.line) < (b.file, b.line)
  }

  /// Takes the lines of some copies out of a file, each only if all else is read as before.
  private mutating func trim(_ path: String, _ numbers: [Int]) throws(QuestionSearchError) {
    let before = try Self.load(path)
    let bank = removals[numbers[0]].entry.bank
    let reading = try Self.read(before, path, bank)
    var places: [Int: Int] = [:]
    for (place, entry) in reading.entries.enumerated() where places[entry.line] == nil {
      places[entry.line] = place
    }
    let losses = LineLoss(reading, before)
    var wanted: [(number: Int, place: Int)] = []
    for number in numbers {
      let entry = removals[number].entry
      guard let place = places[entry.line], reading.entries[place].text == entry.text else {
        removals[number].obstacle = "the file was changed since it was read"
        continue
      }
      let kept = try keeperText(removals[number].keeper)
      if let loss = losses.obstacle(place, keeperLines: kept) {
        removals[number].obstacle = loss
      } else {
        wanted.append((number, place))
      }
    }
    var gone: [Int] = []
    try take(wanted[...], from: before, path, bank, reading.entries, &gone)
    guard !gone.isEmpty else { return }
    files.append((path, before, Self.without(gone, reading.entries, before)))
  }

  /// The lines of what stays.
  private mutating func keeperText(_ keeper: Entry) throws(QuestionSearchError) -> String {
    if let known = keepers[keeper.file] { return FileLines(known).text(of: keeper) }
    let bytes = try Self.load(keeper.file)
    keepers[keeper.file] = bytes
    return FileLines(bytes).text(of: keeper)
  }

  private static func read(
    _ bytes: [UInt8], _ path: String, _ bank: String
  ) throws(QuestionSearchError) -> BankReading {
    do throws(BankError) {
      return try BankReader().read(bytes, file: path, bank: bank)
    } catch {
      throw .bank(error)
    }
  }

  /// Takes all at once if what is left is read as before, else each half by itself: mostly one
  /// reading, and a few for each that has to stay.
  private mutating func take(
    _ wanted: ArraySlice<(number: Int, place: Int)>, from before: [UInt8], _ path: String,
    _ bank: String, _ entries: [Entry], _ gone: inout [Int]
  ) throws(QuestionSearchError) {
    guard !wanted.isEmpty else { return }
    let all = gone + wanted.map(\.place)
    let left = try Self.read(Self.without(all, entries, before), path, bank).entries
    if Self.areSame(left, entries, without: Set(all)) {
      gone = all
    } else if wanted.count == 1 {
      removals[wanted[wanted.startIndex].number].obstacle =
        "without its lines other questions would be read otherwise"
    } else {
      let middle = wanted.startIndex + wanted.count / 2
      try take(wanted[..<middle], from: before, path, bank, entries, &gone)
      try take(wanted[middle...], from: before, path, bank, entries, &gone)
    }
  }

  /// Whether the questions that are left are the same, with their answers and lead-ins.
  private static func areSame(
    _ left: [Entry], _ all: [Entry], without gone: Set<Int>
  ) -> Bool {
    let expected = all.indices.filter { !gone.contains($0) }.map { all[$0] }
    return left.count == expected.count
      && zip(left, expected).allSatisfy { one, other in
        one.text == other.text && one.answer == other.answer && one.context == other.context
          && one.hint == other.hint && one.difficulty == other.difficulty
          && one.section == other.section && one.tags == other.tags
          && one.origin == other.origin && one.kind == other.kind
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

  /// Writes the files, each whole or not at all; what they were is kept in `folder`, below which
  /// they all are.
  ///
  /// - Throws: `QuestionSearchError.refused` where one of them, or of those that have what stays,
  ///   was changed since it was read.
  public func write(in folder: String) throws(QuestionSearchError) {
    guard !files.isEmpty else { return }
    try UndoJournal(in: folder).replace(
      files, unchanged: keepers.map { (path: $0.key, bytes: $0.value) })
  }
}
