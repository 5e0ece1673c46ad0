#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A new file that is written from its beginning, and may be read again by its writer.
///
/// Closed with the value; the file stays, unless it was taken off the folder's list.
struct OutputFile: ~Copyable {
  let path: String
  private let descriptor: Int32
  private let calls: any FileCalls

  /// Makes a file that is not there. What a dead writer left in its place is removed.
  ///
  /// - Parameter mode: its permissions; nil: those that the system gives.
  init(_ path: String, calls: any FileCalls, mode: mode_t?) throws(StorageError) {
    self.path = path
    self.calls = calls
    // What stands there may be a link to a file of the user's.
    _ = calls.unlink(path)
    descriptor = calls.open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .lastSystemError(path: path, operation: "write") }
    if let mode { fchmod(descriptor, mode) }
  }

  deinit { _ = calls.close(descriptor) }

  /// Takes the name off the folder's list: the bytes live as long as this value.
  func unlinkNow() { _ = calls.unlink(path) }

  /// Writes all bytes at an offset.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StorageError) {
    var written = 0
    while written < bytes.count {
      let step = calls.write(
        descriptor, UnsafeRawBufferPointer(rebasing: bytes[written...]), at: offset + written)
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { throw .lastSystemError(path: path, operation: "write") }
      written += step
    }
  }

  /// Fills `buffer` with the bytes from an offset on; that there are fewer is an error.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StorageError) {
    var done = 0
    while done < buffer.count {
      let step = pread(
        descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done,
        off_t(offset + done))
      if step < 0, errno == EINTR { continue }
      guard step != 0 else {
        throw .system(path: path, operation: "read", reason: "it was cut off while in use")
      }
      guard step > 0 else { throw .lastSystemError(path: path, operation: "read") }
      done += step
    }
  }

  /// Brings the bytes to disk.
  func sync() throws(StorageError) {
    guard calls.sync(descriptor) == 0 else {
      throw .lastSystemError(path: path, operation: "bring to disk")
    }
  }

  /// Puts the file under another name, in place of what is there.
  func rename(to other: String) throws(StorageError) {
    guard calls.rename(path, to: other) == 0 else {
      throw .lastSystemError(path: other, operation: "put in place")
    }
  }
}
