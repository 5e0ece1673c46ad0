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
  /// A table of decisions has a line that is none.
  case decisions(file: String, line: Int, reason: String)
  /// A file cannot be changed as asked; nothing was.
  case refused(path: String, reason: String)
  /// The index has no entry of that id.
  case noEntry(id: String)
  /// The index does not hold what filters need.
  case noAttributes
  /// There is no index in that folder.
  case noIndex(path: String)
  /// The folder is no index and has files of its own.
  case notAnIndex(path: String)
  /// The manifest cannot be read, so that nobody knows what the index was made of; `known` names
  /// the files of its segments.
  case unknownSources(folder: String, reason: String, known: [String])
  /// The index must be built anew, for that reason if there is one, and some of its questions can
  /// be read neither from their files nor from what is left of it. Nothing was changed.
  case wouldLose(folder: String, reason: String?, what: [String])
  /// The index has no source of that path.
  case noSource(path: String, known: [String])
  /// The index has an analyzer that this program does not have.
  case unknownAnalyzer(folder: String, name: String)

  /// One line: what, where, what to do next.
  public var description: String {
    switch self {
    case .bank(let error): return error.description
    case .index(let error): return error.description
    case .evaluation(let error): return error.description
    case .noQuestions(let paths):
      let place = paths.isEmpty ? "nothing was added" : paths.joined(separator: ", ")
      return "no questions found: \(place); 'qsearch read PATH' shows how a file is read"
    case .decisions(let file, let line, let reason): return "\(file):\(line): \(reason)"
    case .refused(let path, let reason): return "\(path): \(reason); nothing was changed"
    case .noEntry(let id):
      return "no entry '\(id)'; ids are in the output of a search with --jsonl"
    case .noAttributes:
      return "the index was built before there were filters; "
        + "'qsearch index --replace PATH…' builds it anew"
    case .noIndex(let path):
      return "\(path): no index; build one with 'qsearch index PATH --index \(path)'"
    case .notAnIndex(let path):
      return "\(path): holds other files and no index; name a new or empty folder with --index"
    case .unknownSources(let folder, let reason, let known):
      return "\(reason); its sources are not known any more"
        + (known.isEmpty ? "" : ", it had questions of \(Self.brief(known))")
        + "; name them all: 'qsearch index PATH --replace --index \(folder)'"
    case .wouldLose(let folder, let reason, let what):
      return (reason.map { $0 + "; " } ?? "\(folder): ")
        + "nothing was changed, for these cannot be read again: \(Self.brief(what)); bring them "
        + "back, or let them go with --forget PATH"
    case .noSource(let path, let known):
      return "\(path): no source of the index; "
        + (known.isEmpty ? "it has none" : "it has \(Self.brief(known))")
    case .unknownAnalyzer(let folder, let name):
      return "\(folder): this program has no analyzer '\(name)'; name one with --analyzer"
    }
  }

  /// The first of many names.
  private static func brief(_ names: [String]) -> String {
    let limit = 10
    guard names.count > limit else { return names.joined(separator: ", ") }
    return names.prefix(limit).joined(separator: ", ") + " and \(names.count - limit) more"
  }
}
