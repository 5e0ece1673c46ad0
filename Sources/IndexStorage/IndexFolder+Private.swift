#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension IndexFolder {
  /// The same folder, in which new files can be read by their owner alone.
  package var forOwnEyes: IndexFolder { IndexFolder(path, calls, mode: 0o600) }

  /// Makes the folder, for its owner alone, where it does not exist.
  package func createForOwnEyes() throws(StorageError) {
    guard !exists else { return }
    try create()
    guard chmod(path, 0o700) == 0 else {
      throw .lastSystemError(path: path, operation: "make the folder")
    }
  }
}
