/// Writes results as lines of a TREC run: `qid Q0 document rank score tag`.
///
/// `trec_eval` passes over the ranks, reads scores as 32-bit floats, and breaks ties by document
/// name. So that it sees our order, scores here fall strictly as 32-bit floats: one that does not
/// is lowered to the next float below the one before it.
public struct RunFormatter: Sendable {
  /// The last column: the name of the run, without blanks.
  public let tag: String

  /// A formatter of runs named `tag`; blanks and control characters in it become `_`.
  public init(tag: String) { self.tag = Self.column(tag) }

  /// Whether a character would divide a line of a run, or be obeyed by a terminal that shows it.
  static func breaksColumns(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      || scalar.properties.isBidiControl
  }

  /// A name as one column.
  static func column(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: breaksColumns) else { return name }
    var output = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { output.append(breaksColumns(scalar) ? "_" : scalar) }
    return String(output)
  }

  /// The lines of one query, each ended by a line feed. Results come in their order, the best
  /// first.
  public func lines(query: String, results: [(document: String, score: Double)]) -> String {
    var output = ""
    var previous = Float.infinity
    for (index, result) in results.enumerated() {
      let score = min(Float(result.score), previous.nextDown)
      previous = score
      output += "\(query) Q0 \(Self.column(result.document)) \(index + 1) \(score) \(tag)\n"
    }
    return output
  }
}
