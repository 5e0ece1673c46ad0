/// What can go wrong between bytes on disk and their reader.
///
/// `description` is one line that says what happened, where, and what to do next.
public enum StorageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no file at `path`.
  case missing(path: String)
  /// The system refused an operation on `path`; `reason` is its own text.
  case system(path: String, operation: String, reason: String)
  /// The file does not begin as a file of this project does.
  case foreign(path: String)
  /// The file was written by a newer format than this program reads.
  case tooNew(path: String, found: UInt32, supported: UInt32)
  /// The file was written by a format that this program no longer reads.
  case tooOld(path: String, found: UInt32, oldest: UInt32)
  /// The file is one of this project's, but of another kind (a manifest for a segment, say).
  case wrongKind(path: String, expected: FileKind, found: UInt32)
  /// The file has fewer bytes than it says.
  case truncated(path: String, expected: UInt64, found: UInt64)
  /// The file has more bytes than it says.
  case extended(path: String, expected: UInt64, found: UInt64)
  /// Bytes at `offset` (from the start of the file) do not have their checksum, or hold a value
  /// that cannot be.
  case damaged(path: String, offset: Int, what: String)
  /// Another process is writing the index in `path`.
  case locked(path: String, holder: String)

  /// One line: what, where, what to do next.
  public var description: String {
    switch self {
    case .missing(let path):
      return "\(path): no such file; \(Self.wayOut(path))"
    case .system(let path, let operation, let reason):
      return "\(path): cannot \(operation): \(reason); check the path and its permissions"
    case .foreign(let path):
      return "\(path): not a file of a qsearch index; name the folder of one with --index"
    case .tooNew(let path, let found, let supported):
      return
        "\(path): format \(found) is newer than this program reads (\(supported)); "
        + "use a newer qsearch, or \(Self.wayOut(path))"
    case .tooOld(let path, let found, let oldest):
      return
        "\(path): format \(found) is older than this program reads (\(oldest)); "
        + Self.wayOut(path)
    case .wrongKind(let path, let expected, let found):
      return
        "\(path): expected a \(expected), found kind \(found); "
        + Self.wayOut(path)
    case .truncated(let path, let expected, let found):
      return
        "\(path): cut off: \(found) of \(expected) bytes; "
        + Self.wayOut(path)
    case .extended(let path, let expected, let found):
      return
        "\(path): \(found) bytes where \(expected) were written; "
        + Self.wayOut(path)
    case .damaged(let path, let offset, let what):
      return
        "\(path): damaged at byte \(offset): \(what); "
        + Self.wayOut(path)
    case .locked(let path, let holder):
      return "\(path): being written by \(holder); try again when it has finished"
    }
  }

  /// How to make the index of a damaged file anew, in the folder where it is.
  package static func wayOut(_ path: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let option = folder.isEmpty ? "" : " --index \(folder.joined(separator: "/"))"
    return "build the index again with 'qsearch index PATH\(option)'"
  }
}
