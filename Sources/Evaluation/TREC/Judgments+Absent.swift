extension Judgments {
  /// What to do with judgments of documents that the collection does not have.
  public enum AbsentDocuments: String, Sendable, CaseIterable {
    /// They are an error that names the line.
    case refused = "error"
    /// They stay, and are counted: no run can find them, as `trec_eval` has it.
    case counted = "count"
  }

  /// Compares the judgments with the documents of a collection. Gives the number of judgments of
  /// documents that are not among them.
  ///
  /// - Throws: `EvaluationError` naming the first such line, where they are refused.
  @discardableResult
  public func check(
    documents names: some Sequence<String>, absent: AbsentDocuments = .refused
  ) throws(EvaluationError) -> Int {
    let known = Set(names)
    let bytes = documents.bytes
    var count = 0
    var first: DocumentEntry?
    for entry in documents.entries where !known.contains(bytes.text(entry.column)) {
      count += 1
      if first.map({ entry.start < $0.start }) ?? true { first = entry }
    }
    guard absent == .refused, let first else { return count }
    throw bytes.malformed(
      at: Int(first.start),
      "document '\(bytes.brief(first.column))' is not in the collection "
        + "(\(count) of \(self.count) judgments name such documents); "
        + "remove the lines, or let absent documents count as never found")
  }
}
