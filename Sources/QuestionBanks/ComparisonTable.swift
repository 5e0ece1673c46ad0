/// Tables that compare things by criteria: each column is one of the things, and the cells under
/// them say yes, no or a figure. Their first column may be headed "Question"; its cells are
/// criteria, and no cell answers them.
enum ComparisonTable {
  /// Cells that say only whether.
  private static let verdicts: Set<String> = [
    "yes", "no", "y", "n", "partly", "partial", "partially", "likely", "unlikely", "maybe",
    "possible", "true", "false", "none", "ja", "nein", "oui", "non", "sí", "si", "sim", "não",
    "✓", "✔", "✗", "✘", "✅", "❌", "–", "—", "-", "?", "n/a", "да", "нет",
  ]
  /// Columns in which somebody notes what was done.
  private static let progress: Set<String> = [
    "done", "solved", "status", "reviewed", "asked", "seen", "known", "read", "completed",
    "checked", "revised", "practiced", "practised", "finished",
  ]

  /// Whether the columns besides the questions are things compared.
  static func `is`(_ names: [String], _ sample: [[ItemText]], _ columns: TableColumns) -> Bool {
    let taken = Set(
      [columns.question, columns.answer, columns.difficulty, columns.origin, columns.hint]
        .compactMap { $0 } + columns.tags)
    var things = 0
    var cells = 0
    var verdictCells = 0
    for (column, name) in names.enumerated().prefix(64) where !taken.contains(column) {
      guard !name.isEmpty, name.contains(where: \.isLetter), column > columns.question,
        !progress.contains(name.lowercased())
      else { continue }
      let texts = sample.compactMap { column < $0.count ? $0[column].string : nil }
      let isShort = texts.allSatisfy { $0.utf8.count <= 24 }
      let filled = texts.filter { !$0.isEmpty }
      guard isShort, filled.count * 2 >= sample.count else { continue }
      things += 1
      cells += filled.count
      verdictCells += filled.lazy.filter { verdicts.contains($0.lowercased()) }.count
    }
    return things >= 2 && verdictCells * 10 >= cells * 4
  }
}
