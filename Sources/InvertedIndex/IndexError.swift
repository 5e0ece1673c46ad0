import IndexStorage

/// Why an index cannot be written, opened or asked.
///
/// `description` is one line that says what happened, where, and what to do next.
public enum IndexError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The files: missing, foreign, cut off, damaged, locked, or the system's refusal.
  case storage(StorageError)
  /// The index was made by an analyzer that this program has no more, or in another version.
  case analyzerChanged(path: String, found: String, supported: String)
  /// An index is to be updated with another analyzer or other fields than it has.
  case analyzerDiffers(path: String, found: String, asked: String)
  /// A model's name or parameters are not known.
  case unknownModel(String, reason: String)
  /// Two documents have the same name.
  case duplicateName(String)
  /// A document has another number of fields than the index.
  case fieldCount(name: String, expected: Int, found: Int)
  /// The collection passes a limit of the format.
  case tooLarge(what: String)

  /// What happened, and where; for what concerns an index's files without what to do next.
  package var problem: String {
    switch self {
    case .storage(let error): error.problem
    case .analyzerChanged(let path, let found, let supported):
      "\(path): built with analyzer \(found), this program has \(supported)"
    default: description
    }
  }

  /// One line: what, where, what to do next.
  public var description: String {
    switch self {
    case .storage(let error):
      return error.description
    case .analyzerChanged(let path, _, _):
      return problem + "; " + StorageError.wayOut(path, naming: "--replace")
    case .analyzerDiffers(let path, let found, let asked):
      return
        "\(path): has \(found), not \(asked); update it with what it has, or begin anew with "
        + "'qsearch index PATH --replace'"
    case .unknownModel(let name, let reason):
      return "model '\(name)': \(reason)"
    case .duplicateName(let name):
      return "two documents are named '\(name)'; names must differ"
    case .fieldCount(let name, let expected, let found):
      return "document '\(name)' has \(found) fields where the index has \(expected)"
    case .tooLarge(let what):
      return "\(what); split the collection into several indexes"
    }
  }
}
