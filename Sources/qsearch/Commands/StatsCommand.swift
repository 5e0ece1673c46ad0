import QuestionSearch

extension Command {
  /// `qsearch stats`.
  static let stats = Command(
    name: "stats", summary: "what the index holds",
    usage: ["qsearch stats [--index DIR]"],
    details: """
      Counts of the index, its fields and banks. A bank's hash tells contents apart, wherever its
      files are. Several segments, and deleted entries, cost time and room: 'qsearch index
      --optimize' makes one segment without them.
      """,
    flags: [.index, .jsonl],
    exitCodes: [(0, "done"), (2, "an error")],
    run: { try runStats(&$0) })
}

/// Columns that names may take before they stand out of line.
private let widestName = 32

private func runStats(_ context: inout CommandContext) throws -> Int32 {
  try context.arguments.requireNoWords("stats")
  let index = try context.openIndex()
  let summary = try IndexSummary(index)
  if context.arguments.has(.jsonl) {
    try context.output.write(try JSONLines().line(summary))
    return 0
  }
  var rows = [
    ("entries", String(summary.entries)), ("terms", String(summary.terms)),
    ("postings", String(summary.postings)), ("segments", String(summary.segments)),
    ("deleted", "\(summary.deleted) entries"), ("bytes", String(summary.bytes)),
    ("analyzer", "\(summary.analyzer) version \(summary.analyzerVersion)"),
  ]
  for field in summary.fields {
    let mean = Numbers.fixed(field.averageLength, digits: 1)
    rows.append(("field \(field.name)", "\(field.entries) entries, mean length \(mean) words"))
  }
  for bank in summary.banks {
    rows.append(("bank \(bank.name)", "\(bank.entries) entries, hash \(bank.hash)"))
  }
  for source in summary.sources { rows.append(("source", source)) }
  // A long name pushes its own value aside, not all of them.
  let widths = rows.map { TextLayout.columns(Substring(Sanitizer.oneLine($0.0))) }
  let width = widths.filter { $0 <= widestName }.max() ?? 0
  for (name, value) in rows {
    let name = Sanitizer.oneLine(name)
    let padding = max(width - TextLayout.columns(Substring(name)), 0) + 2
    try context.output.write(
      name + String(repeating: " ", count: padding) + Sanitizer.oneLine(value) + "\n")
  }
  return 0
}
