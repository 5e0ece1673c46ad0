#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Telling the index's own files from those of others, whatever their names.
extension IndexFolder {
  /// Whether something of that name is in the folder that no writer of an index made: it does not
  /// begin as our files do, or is no regular file. Nobody writes over it or removes it.
  ///
  /// A file without bytes is nobody's work, so it is not foreign. One with a temporary name begins
  /// with zeros until it is whole.
  package func isForeign(_ name: String) -> Bool {
    let descriptor = open(path(of: name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    // What cannot be looked at is left alone; a link is none of ours.
    guard descriptor >= 0 else { return errno != ENOENT && errno != ENOTDIR }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return true }
    var start = [UInt8](repeating: 0, count: FileLayout.magic.count)
    let count = pread(descriptor, &start, start.count, 0)
    guard count >= 0 else { return true }
    let found = start.prefix(count)
    if found.elementsEqual(FileLayout.magic.prefix(count)) { return false }
    return !(name.hasPrefix(Self.temporaryPrefix) && found.allSatisfy { $0 == 0 })
  }

  /// Throws where something foreign has the name of a file that is to be written.
  package func requireNothingForeign(_ name: String) throws(StorageError) {
    guard isForeign(name) else { return }
    if access(path(of: name), R_OK) != 0, errno == EACCES {
      throw .lastSystemError(path: path(of: name), operation: "open")
    }
    throw .inTheWay(path: path(of: name))
  }

  /// Whether a name is that of a file of ours that stands beside an index, or of what a dead writer
  /// left of it, and the file begins as ours do.
  package func isOwn(_ name: String, as fileName: String) -> Bool {
    (name == fileName || Self.isTemporary(name) { $0 == fileName }) && !isForeign(name)
  }

  /// The same folder, whose new files have the permissions of one that is there.
  package func keepingMode(of name: String) -> IndexFolder {
    var status = stat()
    guard lstat(path(of: name), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return self
    }
    return IndexFolder(path, calls, mode: status.st_mode & 0o666)
  }
}
