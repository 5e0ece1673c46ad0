#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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
  /// Something else has the name of a file that is to be written; it is left as it is.
  case inTheWay(path: String)
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
  public var description: String { "\(problem); \(wayOut)" }

  /// What happened, and where.
  package var problem: String {
    switch self {
    case .missing(let path): "\(path): no such file"
    case .system(let path, let operation, let reason): "\(path): cannot \(operation): \(reason)"
    case .foreign(let path): "\(path): not a file of a qsearch index"
    case .inTheWay(let path):
      "\(path): a file that qsearch did not make stands where the index needs one of its own"
    case .tooNew(let path, let found, let supported):
      "\(path): format \(found) is newer than this program reads (\(supported))"
    case .tooOld(let path, let found, let oldest):
      "\(path): format \(found) is older than this program reads (\(oldest))"
    case .wrongKind(let path, let expected, let found):
      "\(path): expected a \(expected), found kind \(found)"
    case .truncated(let path, let expected, let found):
      "\(path): cut off: \(found) of \(expected) bytes"
    case .extended(let path, let expected, let found):
      "\(path): \(found) bytes where \(expected) were written"
    case .damaged(let path, let offset, let what): "\(path): damaged at byte \(offset): \(what)"
    case .locked(let path, let holder): "\(path): being written by \(holder)"
    }
  }

  /// What to do next.
  private var wayOut: String {
    switch self {
    case .system(_, _, let reason):
      Self.isFullDisk(reason) ? "make room and run again" : "check the path and its permissions"
    case .inTheWay: "move it away and run again"
    case .tooNew(let path, _, _): "use a newer qsearch, or " + Self.wayOut(path)
    case .locked: "try again when it has finished"
    case .missing(let path) where path.hasSuffix(Self.manifestSuffix):
      Self.wayOut(path, naming: "PATH")
    case .missing(let path), .foreign(let path), .tooOld(let path, _, _),
      .wrongKind(let path, _, _), .truncated(let path, _, _), .extended(let path, _, _),
      .damaged(let path, _, _):
      Self.wayOut(path)
    }
  }

  /// Whether the system's reason is that nothing more fits.
  private static func isFullDisk(_ reason: String) -> Bool {
    [ENOSPC, EDQUOT, EFBIG].contains { reason == String(cString: strerror($0)) }
  }

  private static let manifestSuffix = ".qsm"

  /// How to make the index of an unusable file anew: of the sources that its manifest names, or,
  /// where that is the file, of those that the caller names.
  private static func wayOut(_ path: String) -> String {
    wayOut(path, naming: path.hasSuffix(manifestSuffix) ? "PATH --replace" : "--replace")
  }

  /// How to make the index again in the folder where a file of it is.
  ///
  /// - Parameter arguments: what the command is told of the sources.
  package static func wayOut(_ path: String, naming arguments: String) -> String {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let option = folder.isEmpty ? "" : " --index \(folder.joined(separator: "/"))"
    return "build the index again with 'qsearch index \(arguments)\(option)'"
  }
}
