import Evaluation
import IndexStorage
import InvertedIndex
import QuestionBanks

/// Why the façade cannot do what it was asked. `description` is one line: what, where, what to do.
public enum QuestionSearchError: Error, Sendable, CustomStringConvertible {
  /// A bank cannot be read.
  case bank(BankError)
  /// An index cannot be written, opened or asked.
  case index(IndexError)
  /// A file of queries is malformed.
  case evaluation(EvaluationError)
  /// The files were read, and none has a question.
  case noQuestions(paths: [String])
  /// The index has no entry of that id.
  case noEntry(id: String)
  /// The index does not hold what filters need.
  case noAttributes
  /// There is no index in that folder.
  case noIndex(path: String)
  /// The folder is no index and has files of its own.
  case notAnIndex(path: String)

  /// One line: what, where, what to do next.
  public var description: String {
    switch self {
    case .bank(let error): return error.description
    case .index(let error): return error.description
    case .evaluation(let error): return error.description
    case .noQuestions(let paths):
      let place = paths.isEmpty ? "nothing was added" : paths.joined(separator: ", ")
      return "no questions found: \(place); 'qsearch read PATH' shows how a file is read"
    case .noEntry(let id):
      return "no entry '\(id)'; ids are in the output of a search with --jsonl"
    case .noAttributes:
      return "the index was built before there were filters; "
        + "'qsearch index --replace PATH…' builds it anew"
    case .noIndex(let path):
      return "\(path): no index; build one with 'qsearch index PATH --index \(path)'"
    case .notAnIndex(let path):
      return "\(path): holds other files and no index; name a new or empty folder with --index"
    }
  }
}
