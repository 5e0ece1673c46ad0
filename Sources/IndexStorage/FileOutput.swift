#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is being written under a temporary name: it gets its own name whole, on disk, or it
/// is removed.
package struct FileOutput: ~Copyable {
  private let calls: any FileCalls
  private let path: String
  private var descriptor: Int32
  /// Bytes that were written.
  package private(set) var count = 0

  /// Makes the file at `path`, in place of what has this name.
  init(_ path: String, calls: any FileCalls) throws(StorageError) {
    self.calls = calls
    self.path = path
    // A new file: what stands under a temporary name may be a link to a file of the user's.
    _ = calls.unlink(path)
    descriptor = calls.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastSystemError(path: path, operation: "write") }
  }

  deinit {
    guard descriptor >= 0 else { return }
    _ = calls.close(descriptor)
    _ = calls.unlink(path)
  }

  /// Appends bytes.
  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(StorageError) {
    var written = 0
    while written < bytes.count {
      let step = calls.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[written...]))
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { throw .lastSystemError(path: path, operation: "write") }
      written += step
    }
    count += written
  }

  /// Appends bytes.
  package mutating func write(_ bytes: [UInt8]) throws(StorageError) {
    try bytes.withUnsafeBufferPointer { buffer throws(StorageError) in
      try write(UnsafeRawBufferPointer(buffer))
    }
  }

  /// Writes over bytes that were written before; the end stays where it is.
  package mutating func overwrite(
    _ bytes: UnsafeRawBufferPointer, at offset: Int
  ) throws(StorageError) {
    guard lseek(descriptor, off_t(offset), SEEK_SET) >= 0 else {
      throw .lastSystemError(path: path, operation: "write")
    }
    let end = count
    try write(bytes)
    count = end
    guard lseek(descriptor, off_t(end), SEEK_SET) >= 0 else {
      throw .lastSystemError(path: path, operation: "write")
    }
  }

  /// Brings the bytes to disk and the file to its name.
  consuming func finish(as target: String, mode: mode_t?) throws(StorageError) {
    guard calls.sync(descriptor) == 0 else {
      throw .lastSystemError(path: path, operation: "bring to disk")
    }
    let closing = descriptor
    descriptor = -1
    do throws(StorageError) {
      guard calls.close(closing) == 0 else {
        throw .lastSystemError(path: path, operation: "write")
      }
      if let mode { chmod(path, mode) }
      guard calls.rename(path, to: target) == 0 else {
        throw .lastSystemError(path: target, operation: "put in place")
      }
    } catch {
      _ = calls.unlink(path)
      throw error
    }
  }
}
