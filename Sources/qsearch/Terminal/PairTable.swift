import QuestionSearch

/// Pairs as a table with tabs: a heading, a line a pair, no quoting.
enum PairTable {
  private static let columns = [
    "id_a", "id_b", "class", "probability", "jaccard_words", "jaccard_characters", "containment",
    "cluster", "file_a", "line_a", "file_b", "line_b", "text_a", "text_b", "reasons",
  ]

  /// The names of the columns.
  static let heading = columns.joined(separator: "\t") + "\n"

  /// The line of a pair.
  static func line(of item: QuestionPair) -> String {
    let evidence = item.pair.evidence
    let cells = [
      item.first.id, item.second.id, item.pair.duplicateClass.rawValue,
      Numbers.fixed(item.pair.probability, digits: 6),
      Numbers.fixed(evidence.wordJaccard, digits: 6),
      Numbers.fixed(evidence.characterJaccard, digits: 6),
      Numbers.fixed(evidence.containment, digits: 6),
      item.cluster.map { String($0) } ?? "",
      item.first.file, String(item.first.line), item.second.file, String(item.second.line),
      item.first.text, item.second.text, item.pair.reasons.joined(separator: "; "),
    ]
    return cells.map { Sanitizer.oneLine($0) }.joined(separator: "\t") + "\n"
  }
}
