import IndexStorage

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Keeps other writers of ours out of folders for as long as it lives, whatever names they know
/// them by: advisory locks on the folders themselves, which are gone with the process.
final class FolderLocks {
  private var descriptors: [Int32] = []

  /// Waits until all folders are free. They are taken in one order everywhere, so that two who wait
  /// for each other cannot be.
  init(_ folders: some Sequence<String>) throws(QuestionSearchError) {
    for folder in Set(folders).sorted() {
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw .refused(path: folder, reason: "its folder cannot be opened")
      }
      descriptors.append(descriptor)
      // A file system without locks has nobody to wait for that we could know of.
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }
  }

  deinit { for descriptor in descriptors { close(descriptor) } }
}
