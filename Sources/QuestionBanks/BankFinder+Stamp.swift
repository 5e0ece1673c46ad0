extension BankFinder {
  /// What tells versions of a file apart without reading it.
  public struct Stamp: Sendable, Hashable {
    /// A moment as the file system has it.
    public struct Moment: Sendable, Hashable {
      /// Whole seconds since 1970.
      public var seconds: Int
      /// The nanoseconds beyond them.
      public var nanoseconds: Int

      /// Makes a moment of its parts.
      public init(seconds: Int, nanoseconds: Int) {
        self.seconds = seconds
        self.nanoseconds = nanoseconds
      }
    }

    /// Its length.
    public var sizeInBytes: Int
    /// When its content was changed last; programs may set it as they like.
    public var contentChange: Moment
    /// When anything of it was changed last: its content, its name, its times. Only the system sets
    /// it.
    public var statusChange: Moment
    /// Its number in the file system: another file that was put in its place has another one.
    public var fileNumber: UInt64

    /// Makes a stamp of its parts.
    public init(
      sizeInBytes: Int, contentChange: Moment, statusChange: Moment, fileNumber: UInt64
    ) {
      self.sizeInBytes = sizeInBytes
      self.contentChange = contentChange
      self.statusChange = statusChange
      self.fileNumber = fileNumber
    }
  }

  /// Size, times and number of the file that a path leads to; nil where there is none or it is no
  /// file.
  public static func stamp(of path: String) -> Stamp? {
    guard case .success(let status) = FileSystem.status(path), status.kind == .file else {
      return nil
    }
    return Stamp(
      sizeInBytes: status.size,
      contentChange: .init(seconds: status.seconds, nanoseconds: status.nanoseconds),
      statusChange: .init(seconds: status.changeSeconds, nanoseconds: status.changeNanoseconds),
      fileNumber: status.inode)
  }

  /// Whether a path is a link that leads to nothing.
  public static func isLinkToNothing(_ path: String) -> Bool {
    isMissing(path) && FileSystem.isLink(path)
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
