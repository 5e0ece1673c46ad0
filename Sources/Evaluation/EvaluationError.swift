/// What is wrong with a file or a request of an evaluation. `description` is one line: where, what,
/// what to do.
public enum EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A line does not have the form that the file asks for.
  case malformed(file: String, line: Int, reason: String)
  /// The file has nothing to evaluate.
  case empty(file: String, expected: String)
  /// The file cannot be read; `reason` says why and what to do.
  case unreadable(file: String, reason: String)
  /// There is no such measure, or it cannot score these judgments.
  case measure(name: String, reason: String)
  /// No query is left to score.
  case nothingToScore(reason: String)

  /// The beginning of a text, for a message.
  static func brief(_ text: String) -> String {
    text.unicodeScalars.count <= 80
      ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(80))) + "…"
  }

  /// One line: where, what, what to do next.
  public var description: String {
    switch self {
    case .malformed(let file, let line, let reason): return "\(file):\(line): \(reason)"
    case .empty(let file, let expected): return "\(file): nothing in it; expected \(expected)"
    case .unreadable(let file, let reason): return "\(file): \(reason)"
    case .measure(let name, let reason): return "measure '\(name)': \(reason)"
    case .nothingToScore(let reason): return "nothing to score: \(reason)"
    }
  }
}
