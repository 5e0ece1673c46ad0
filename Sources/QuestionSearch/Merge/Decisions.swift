import NearDuplicates
import QuestionBanks

/// What people decided on pairs of entries, by their ids: a table of the columns `id_a`, `id_b`,
/// `decision`, `date` and `note` between tabs. A pair that is decided is never asked again.
public struct Decisions: Sendable {
  /// A decision on a pair.
  public enum Verdict: String, Sendable, CaseIterable {
    /// Both ask the same.
    case same
    /// They are two questions.
    case different
    /// Nobody can say; they stay two.
    case unsure
  }

  private struct Pair: Hashable {
    let low: String
    let high: String

    init(_ a: String, _ b: String) { (low, high) = a < b ? (a, b) : (b, a) }
  }

  private var verdicts: [Pair: Verdict] = [:]
  private var partners: [String: Set<String>] = [:]

  /// No decisions.
  public init() {}

  /// How many pairs are decided.
  public var count: Int { verdicts.count }

  /// Reads a table; of several decisions on a pair the last counts.
  ///
  /// - Throws: `QuestionSearchError.decisions` with the file and the line.
  public init(_ bytes: [UInt8], file: String) throws(QuestionSearchError) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    let lines = String(decoding: text, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var hasHeading = false
    for (number, line) in lines.enumerated() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      if columns.first == "id_a" { hasHeading = true }
      // Remarks are those of a table: a file of headings of Markdown is none.
      let isRemark = line.hasPrefix("#") && hasHeading
      if line.allSatisfy(\.isWhitespace) || columns.first == "id_a" || isRemark { continue }
      guard columns.count >= 3, let verdict = Verdict(rawValue: String(columns[2])),
        !columns[0].isEmpty, !columns[1].isEmpty, columns[0] != columns[1]
      else {
        throw .decisions(
          file: file, line: number + 1,
          reason: "columns are id_a, id_b, same|different|unsure, date, note, between tabs")
      }
      decide(String(columns[0]), String(columns[1]), verdict)
    }
  }

  /// A line of the table, with its line break. Tabs and line breaks of the note become blanks.
  public static func line(
    _ a: String, _ b: String, _ verdict: Verdict, date: String, note: String
  ) -> String {
    let flat = note.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return "\(a)\t\(b)\t\(verdict.rawValue)\t\(date)\t\(flat)\n"
  }

  /// The heading of a table.
  public static let heading = "id_a\tid_b\tdecision\tdate\tnote\n"

  /// Takes a decision down.
  public mutating func decide(_ a: String, _ b: String, _ verdict: Verdict) {
    verdicts[Pair(a, b)] = verdict
    partners[a, default: []].insert(b)
    partners[b, default: []].insert(a)
  }

  /// The pairs on which that was decided, ascending.
  func pairs(_ verdict: Verdict) -> [(String, String)] {
    verdicts.filter { $0.value == verdict }.map { ($0.key.low, $0.key.high) }.sorted { $0 < $1 }
  }

  /// What was decided on a pair, nil where nothing was.
  public func verdict(_ a: String, _ b: String) -> Verdict? { verdicts[Pair(a, b)] }

  /// What was decided on questions that go by several ids; that they differ counts before all else.
  func verdict(_ a: Set<String>, _ b: Set<String>) -> Verdict? {
    var found: Set<Verdict> = []
    for id in a {
      for other in partners[id, default: []] where b.contains(other) {
        if let verdict = verdict(id, other) { found.insert(verdict) }
      }
    }
    return [.different, .unsure, .same].first { found.contains($0) }
  }

  /// Whether questions that go by several ids must stay two.
  func keepApart(_ a: Set<String>, _ b: Set<String>) -> Bool {
    let verdict = verdict(a, b)
    return verdict == .different || verdict == .unsure
  }
}
