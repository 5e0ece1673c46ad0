import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Names of files that are being written, and the folder's list of names.
extension IndexFolder {
  private static let number = Atomic<UInt32>(0)

  /// A temporary name that no other thread of this process has: sixteen digits and a suffix, as
  /// names of segments are.
  static func freshTemporaryName(suffix: String) -> String {
    let number = number.wrappingAdd(1, ordering: .relaxed).newValue
    return temporaryName(HexadecimalDigits.of(UInt64(number)) + suffix)
  }

  /// The name under which this process writes a file of that name until it is whole.
  package static func temporaryName(_ name: String) -> String {
    "\(temporaryPrefix)\(getpid())-\(name)"
  }

  /// The paths of the folder and those above it that do not exist, the innermost last.
  package func missingFolders() -> [String] {
    var missing: [String] = []
    var prefix = ""
    for component in path.split(separator: "/", omittingEmptySubsequences: false) {
      prefix += component
      if !prefix.isEmpty, component != "", !IndexFolder(path: prefix).exists {
        missing.append(prefix)
      }
      prefix += "/"
    }
    return missing
  }

  /// Brings the folder's list of names to disk.
  package func syncNames() throws(StorageError) {
    let descriptor = calls.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastSystemError(path: path, operation: "open") }
    defer { _ = calls.close(descriptor) }
    // Some file systems refuse to sync a folder (EINVAL); then there is nothing more to do.
    guard calls.sync(descriptor) == 0 || errno == EINVAL else {
      throw .lastSystemError(path: path, operation: "bring to disk")
    }
  }
}
