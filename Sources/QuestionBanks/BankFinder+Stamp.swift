extension BankFinder {
  /// What tells versions of a file apart without reading it.
  public struct Stamp: Sendable, Hashable {
    /// Its length.
    public var sizeInBytes: Int
    /// Whole seconds of the time of its last change, since 1970.
    public var seconds: Int
    /// The nanoseconds beyond them.
    public var nanoseconds: Int

    /// Makes a stamp of its parts.
    public init(sizeInBytes: Int, seconds: Int, nanoseconds: Int) {
      self.sizeInBytes = sizeInBytes
      self.seconds = seconds
      self.nanoseconds = nanoseconds
    }
  }

  /// Size and time of the file that a path leads to; nil where there is none or it is no file.
  public static func stamp(of path: String) -> Stamp? {
    guard case .success(let status) = FileSystem.status(path), status.kind == .file else {
      return nil
    }
    return Stamp(
      sizeInBytes: status.size, seconds: status.seconds, nanoseconds: status.nanoseconds)
  }

  /// Whether nothing is at a path, as far as the system lets one see.
  public static func isMissing(_ path: String) -> Bool {
    guard case .failure(let error) = FileSystem.status(path) else { return false }
    return error.isMissing
  }

  /// Whether a folder can be listed.
  public static func canList(_ folder: String) -> Bool {
    guard case .success = FileSystem.names(in: folder) else { return false }
    return true
  }
}
