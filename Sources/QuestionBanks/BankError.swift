/// Why a path or file cannot be read as a bank. `description` is one line: what, where, what to do.
public enum BankError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is nothing at the path.
  case missing(path: String)
  /// The system refuses to open or list the path; `reason` is its own words.
  case unreadable(path: String, reason: String)
  /// A file was expected and the path is a folder.
  case isFolder(path: String)
  /// Neither a file nor a folder: a socket, a device, a pipe.
  case notRegular(path: String)
  /// More bytes than ``BankFinder/sizeLimitInBytes``.
  case tooLarge(path: String, bytes: Int, limitInBytes: Int)
  /// The size or the time of change differed before and after reading.
  case changedWhileRead(path: String)
  /// NUL bytes or control characters where text was expected; `offset` counts bytes from 0.
  case binary(file: String, offset: Int)
  /// A bank that cannot be written so that reading it again gives the same.
  case unwritable(reason: String)
  /// Text in an encoding that is not UTF-8.
  case encoding(file: String, name: String)

  /// One line: where, what, what to do next.
  public var description: String { "\(place): \(reason)" }

  /// The path or the file that cannot be read.
  public var place: String {
    switch self {
    case .missing(let path), .unreadable(let path, _), .isFolder(let path), .notRegular(let path),
      .tooLarge(let path, _, _), .changedWhileRead(let path):
      path
    case .binary(let file, _), .encoding(let file, _):
      file
    case .unwritable: "the bank"
    }
  }

  /// What is wrong and what to do next, without the place.
  public var reason: String {
    switch self {
    case .missing:
      "no such file or folder; check the path"
    case .unreadable(_, let reason):
      "cannot be read (\(reason)); check its permissions"
    case .isFolder:
      "is a folder; name a file in it, or find its files first"
    case .notRegular:
      "is no regular file; copy its content into a file and name that"
    case .tooLarge(_, let bytes, let limit):
      "\(bytes) bytes are more than the limit of \(limit); split the file"
    case .changedWhileRead:
      "changed while it was read; run again when it is complete"
    case .binary(_, let offset):
      "binary data at byte \(offset), not text; name a text file"
    case .unwritable(let reason):
      "cannot be written (\(reason)); nothing was changed"
    case .encoding(_, let name):
      "is \(name), not UTF-8; convert it, e.g. iconv -f \(name) -t UTF-8"
    }
  }
}
