/// What is wrong with a file of an evaluation. `description` is one line: where, what, what to do.
public enum EvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A line does not have the form that the file asks for.
  case malformed(file: String, line: Int, reason: String)
  /// The file has nothing to evaluate.
  case empty(file: String, expected: String)

  /// One line: where, what, what to do next.
  public var description: String {
    switch self {
    case .malformed(let file, let line, let reason): return "\(file):\(line): \(reason)"
    case .empty(let file, let expected): return "\(file): nothing in it; expected \(expected)"
    }
  }
}
