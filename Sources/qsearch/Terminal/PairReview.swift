import QuestionSearch

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Asks a person pair by pair and keeps each answer at once.
struct PairReview {
  private let file: DecisionFile
  private let context: CommandContext

  /// What is decided already stays in the file that gets the new decisions.
  init(_ file: DecisionFile, _ context: CommandContext) {
    (self.file, self.context) = (file, context)
  }

  /// Asks until all pairs are decided, input ends, or `q`.
  func run(_ duplicates: QuestionDuplicates) throws -> Int32 {
    var output = context.output
    let printer = PairPrinter(context.terminal)
    let pairs = duplicates.pairs(all: false).filter { $0.pair.duplicateClass != .exact }
    var count = 0
    asking: for (number, pair) in pairs.enumerated() {
      try output.write(printer.lines(of: pair, number: number + 1))
      try output.write("\(number + 1) of \(pairs.count): [s]ame, [d]ifferent, [u]nsure, [q]uit? ")
      try output.flush()
      var verdict: Decisions.Verdict?
      var note = ""
      while verdict == nil {
        guard let answer = readLine() else { break asking }
        let words = answer.split(separator: " ", maxSplits: 1)
        switch words.first?.lowercased() {
        case "s", "same": verdict = .same
        case "d", "different": verdict = .different
        case "u", "unsure": verdict = .unsure
        case "q", "quit": break asking
        default:
          try output.write("s, d, u or q, and a note behind it if you like: ")
          try output.flush()
        }
        note = words.count > 1 ? String(words[1]) : ""
      }
      guard let verdict else { break }
      let line =
        Decisions.line(
          pair.first.id, pair.second.id, verdict, date: Self.today, note: note
        ).utf8
      try add(line)
      count += 1
    }
    try output.flush()
    context.note("\(count) of \(pairs.count) pairs decided, kept in \(file.path)")
    return pairs.isEmpty ? 1 : 0
  }

  /// Adds a line to the table as it is now, at once: what was decided is not lost with the
  /// terminal, nor is what another review adds.
  private func add(_ line: some Sequence<UInt8>) throws {
    var table = BankFinder.isMissing(file.path) ? [] : try BankFinder.load(file.path)
    if table.isEmpty { table = Array(Decisions.heading.utf8) }
    if let last = table.last, last != 0x0A { table.append(0x0A) }
    try UserFile.write(table + line, to: file.path)
  }

  /// The day in UTC, as `2026-01-31`.
  private static var today: String {
    String(Date.now.formatted(.iso8601.year().month().day()).prefix(10))
  }
}
